import { assertNever } from '@/lib/base/assert-never';
import type { DatasetAddress } from './view-state';

const LONGEST_LINK = 4_096;
const LONGEST_NAME = 255;

/** The address of a link that a person typed or that stands in an address; null unless it is http(s) and holds no credentials. */
export function linkedDataset(text: string): DatasetAddress | null {
  if (text.length > LONGEST_LINK || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  if (url.username !== '' || url.password !== '') return null;
  return { kind: 'link', url: url.href };
}

/** 'sample', 'https://…' or 'sha256:<64 hex digits>:<file name>'. */
export function writeDataset(dataset: DatasetAddress): string {
  switch (dataset.kind) {
    case 'sample':
      return 'sample';
    case 'link':
      return dataset.url;
    case 'upload':
      return `sha256:${dataset.sha256}:${dataset.name.slice(0, LONGEST_NAME)}`;
    default:
      return assertNever(dataset);
  }
}

export function readDataset(text: string): DatasetAddress | null {
  if (text === 'sample') return { kind: 'sample' };
  const upload = /^sha256:([0-9a-f]{64}):(.+)$/s.exec(text);
  if (upload && upload[2].length <= LONGEST_NAME) return { kind: 'upload', sha256: upload[1], name: upload[2] };
  return linkedDataset(text);
}
