import type { PackManifest } from '@/lib/packs/pack-manifest';
import type { PackProblem } from '@/lib/packs/read-pack';
import type { NamedFile } from '@/lib/ingest/source';
import type { PseudonymChoice } from './pseudonym-shapes';

export type { PackManifest } from '@/lib/packs/pack-manifest';
export type { PackProblem } from '@/lib/packs/read-pack';

/** What goes into a pack beside the rows, their events and the report. */
export interface PackRequest {
  /** The analytic whose rows it holds, in all its readings; null: of all. */
  readonly analytic: string | null;
  /** The document that was run. */
  readonly hunt: { readonly name: string; readonly text: string; readonly sha256: string | null };
  readonly app: string;
  readonly link: string;
  /** Files as they are written elsewhere; null: left out. */
  readonly notes: string | null;
  readonly baseline: string | null;
  readonly answerKey: string | null;
  /** Names are replaced in every part; without it they stay. */
  readonly pseudonyms?: readonly PseudonymChoice[];
  /** For the report: what the notes say. */
  readonly told: readonly { readonly label: string; readonly note: string; readonly tags: readonly string[] }[];
}

/** A stretch of the work; the last gives the file. */
export type PackStep =
  | { readonly kind: 'working'; readonly done: number }
  | { readonly kind: 'made'; readonly name: string; readonly file: Blob; readonly sha256: string; readonly manifest: PackManifest };

/** What a pack would hold. */
export interface PackPreview {
  readonly rows: number;
  readonly events: number;
}

/** A pack that was read and checked. Everything but the manifest is null where anything in it was altered. */
export interface OpenedPack {
  readonly manifest: PackManifest;
  readonly problems: readonly PackProblem[];
  readonly contents: PackContents | null;
}

export interface PackContents {
  /** Null: without events. */
  readonly events: NamedFile | null;
  readonly hunt: NamedFile;
  readonly notes: string | null;
  readonly baseline: string | null;
  readonly answerKey: string | null;
  readonly report: Blob;
  /** Where each line of the events stood in the dataset: the member and the line. */
  readonly places: readonly (readonly [member: number, line: number])[];
}

/** The rows of a reading, told from others by their cells alone. */
export interface RowsDigest {
  readonly analytic: string;
  readonly reading: string;
  readonly rows: number;
  readonly digest: string;
}
