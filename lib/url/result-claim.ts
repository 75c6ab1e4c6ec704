import type { ReadingAddress } from '@/lib/engine/reading-address';

/** What a shared link says that its maker had: who opens it sees whether it is still so. Digests are base64url. */
export interface ResultClaim {
  /** The app's version. */
  readonly app: string;
  /** Of the result's digest: of another format it cannot be compared. */
  readonly format: number;
  /** The dataset's whole SHA-256; null for an uploaded one, whose address has it, and where the browser computed none. */
  readonly data: string | null;
  /** Of the hunt document's text, 96 bits; null where the browser computed none. */
  readonly hunt: string | null;
  /** Of every row of every reading, 96 bits. */
  readonly result: string;
  /** How many the dataset has; null where the link does not say. */
  readonly events: number | null;
  /** Of each reading by itself; empty in links that were made before these were told, and of a hunt with too many for a link. */
  readonly readings: readonly ReadingClaim[];
}

export interface ReadingClaim extends ReadingAddress {
  /** Null in a link to an uploaded dataset, which tells nothing of its rows. */
  readonly found: {
    /** Null: it did not run. */
    readonly rows: number | null;
    /** Of its rows, 24 bits. */
    readonly digest: string;
  } | null;
  /** Of its query's text, 18 bits. */
  readonly code: string;
}
