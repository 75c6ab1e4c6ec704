import { assertNever } from '@/lib/base/assert-never';
import type { GivenKey } from './answer-keys';

/** What becomes of an answer key that was given. */
export interface KeyPlace {
  /** Of its file. */
  readonly name: string;
  /** The SHA-256 of the dataset that it is kept for; null: it is not kept. */
  readonly dataset: string | null;
  /** 'here': for the dataset on screen. 'elsewhere': for the one that it names. 'unnamed': it names none, and none is open. 'unknown': that on screen has no known SHA-256. */
  readonly kind: 'here' | 'elsewhere' | 'unnamed' | 'unknown';
}

/** `open`: the dataset that a key is given to; null: none is open. */
export function placeKey({ name, dataset: named }: GivenKey, open: { readonly sha256: string | null } | null): KeyPlace {
  const dataset = named ?? open?.sha256 ?? null;
  if (dataset !== null) return { name, dataset, kind: dataset === open?.sha256 ? 'here' : 'elsewhere' };
  return { name, dataset, kind: open === null ? 'unnamed' : 'unknown' };
}

/** What it is and what to do, as one sentence or two. */
export function keyWords({ name, dataset, kind }: KeyPlace): string {
  switch (kind) {
    case 'here':
      return `${name} is kept as this dataset’s answer key: see the section Ground truth.`;
    case 'elsewhere':
      return `${name} is an answer key: it is kept for the dataset with the SHA-256 ${dataset?.slice(0, 16)}…, and used when that is open.`;
    case 'unnamed':
      return `${name} is an answer key, which says what of a dataset belongs to the attack, but not of which dataset: open that first and add the key in its section Ground truth, or drop both together.`;
    case 'unknown':
      return `${name} is an answer key. It was left aside: a browser computes a dataset’s SHA-256, under which a key is kept, only over https.`;
    default:
      return assertNever(kind);
  }
}
