import type { ReadingAddress } from './reading-address';

/** A hunt for other engines, or what it found for other tools: a layer of ATT&CK Navigator, a finding in Markdown. */
export type ExportFormat = 'pyspark' | 'jupyter' | 'navigator' | 'finding';

/** A reading as a rule for a detection system: Elastic's EQL, or Sigma. */
export interface TranslationRequest extends ReadingAddress {
  readonly language: 'eql' | 'sigma';
}

export interface TranslatedReading {
  readonly text: string;
  /** What of the reading is not in it, or not as it was. */
  readonly lost: readonly { readonly clause: string; readonly why: string }[];
}

export interface ExportRequest {
  readonly format: ExportFormat;
  /** One analytic; null: all of the hunt. */
  readonly analytic: string | null;
}

export interface ExportedFile {
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  readonly text: string;
}
