import type { PackManifest } from '@/lib/packs/pack-manifest';
import type { PackProblem } from '@/lib/packs/read-pack';
import type { NamedFile } from '@/lib/ingest/source';
import type { EventRef } from './dataset-shapes';
import type { PseudonymChoice, PseudonymKey } from './pseudonym-shapes';
import type { Step } from './stepwise';

export type { PackManifest } from '@/lib/packs/pack-manifest';
export type { PackProblem } from '@/lib/packs/read-pack';

/** What goes into a pack beside the rows, their events and the report. */
export interface PackRequest {
  /** The analytic whose rows it holds, in all its readings; null: of all. */
  readonly analytic: string | null;
  /** The document that was run. */
  readonly hunt: { readonly name: string; readonly text: string; readonly sha256: string | null };
  readonly app: string;
  /** As the manifest has it. */
  readonly link: string;
  /** Files as they are written elsewhere; null: left out. */
  readonly notes: string | null;
  readonly baseline: string | null;
  /** Of the dataset; the pack gets one of its own events, and those of them that it would else lack. */
  readonly answerKey: string | null;
  /** Events that it holds beside those behind the rows: those that the notes are on. */
  readonly noted: readonly EventRef[];
  /** Names are replaced in every part, and nothing tells which dataset it is of; without it they stay. */
  readonly pseudonyms?: readonly PseudonymChoice[];
  /** For the report: what the notes say. */
  readonly told: readonly { readonly label: string; readonly note: string; readonly tags: readonly string[] }[];
}

export type PackStep = Step<MadePack>;

export interface MadePack {
  readonly name: string;
  readonly file: Blob;
  readonly sha256: string;
  readonly manifest: PackManifest;
  /** Which pseudonym stands for what: never in the pack. Null without pseudonyms. */
  readonly key: PseudonymKey | null;
}

/** What a pack would hold. */
export interface PackPreview {
  readonly rows: number;
  /** Behind them. */
  readonly events: number;
  /** More of them, which the notes are on or the answer key names. */
  readonly beside: number;
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
  /** Of its own events. */
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
