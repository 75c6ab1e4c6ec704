import { assertNever } from '@/lib/base/assert-never';
import { linkedDataset, readDataset, writeDataset } from './dataset-address';
import type { HuntAddress } from './view-state';

/** A path that ends as a notebook's does: a dataset's never does. */
const NOTEBOOK_PATH = /\.(?:md|markdown|ipynb)$/i;

/** The address of a link to a hunt that a person typed; null unless it is one to open (as of a dataset) and ends as a notebook does. */
export function linkedHunt(text: string): HuntAddress | null {
  const link = linkedDataset(text);
  return link?.kind === 'link' && NOTEBOOK_PATH.test(new URL(link.url).pathname) ? link : null;
}

/** The ID of a hunt that we ship, 'https://…' or 'sha256:<64 hex digits>:<file name>'. */
export function writeHunt(hunt: HuntAddress): string {
  switch (hunt.kind) {
    case 'shipped':
      return hunt.id;
    case 'link':
    case 'upload':
      return writeDataset(hunt);
    default:
      return assertNever(hunt);
  }
}

export function readHunt(text: string): HuntAddress | null {
  if (/^[a-z0-9][a-z0-9-]{0,99}$/.test(text)) return { kind: 'shipped', id: text };
  const address = readDataset(text);
  return address === null || address.kind === 'sample' ? null : address;
}
