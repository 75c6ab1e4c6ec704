/** A hunt for other engines. */
export type ExportFormat = 'pyspark' | 'jupyter';

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
