import type { LeftKind } from '@/lib/packs/pseudonyms-left';
import type { Replacement } from '@/lib/packs/pseudonyms-replacement';
import type { ReadingAddress } from './reading-address';

/** What a person has decided for a name: a pseudonym of their own, or null to keep it. */
export interface PseudonymChoice {
  readonly original: string;
  readonly as: string | null;
}

export interface PseudonymPreview {
  readonly replacements: readonly ShownReplacement[];
  /** What the events hold afterwards that may still tell where they come from. */
  readonly left: readonly LeftKind[];
  /** Rows of every reading of the hunt, on the events as they are and as they would be; null where it did not run. */
  readonly counts: readonly (ReadingAddress & { readonly before: number | null; readonly after: number | null })[];
  /** The hunt's document with the pseudonyms; null where it names none of the originals. */
  readonly hunt: string | null;
  /** Which pseudonym stands for what: a file for whoever shares, and nobody else. */
  readonly key: PseudonymKey;
}

/** A file. */
export interface PseudonymKey {
  readonly name: string;
  readonly text: string;
}

export interface ShownReplacement extends Replacement {
  /** How often it is replaced. */
  readonly count: number;
  /** The hunt's document names it. */
  readonly isInHunt: boolean;
  /** Why the pseudonym that was chosen will not do. */
  readonly problem: string | null;
}

export interface PseudonymisedEvents {
  readonly name: string;
  readonly events: number;
  /** gzip of NDJSON, an event a line. */
  readonly bytes: Blob;
}
