/** What can be opened. A link is fetched by `openDataset` itself; http(s) only. */
export type DatasetSource =
  | { readonly kind: 'file'; readonly name: string; readonly blob: Blob }
  /** Opened as one dataset, in the order of their names. */
  | { readonly kind: 'files'; readonly files: readonly NamedFile[] }
  | { readonly kind: 'link'; readonly url: string };

export interface NamedFile {
  readonly name: string;
  readonly blob: Blob;
}

export interface OpenProgress {
  readonly phase: 'download' | 'read';
  /** Bytes downloaded, or bytes of JSON inflated and indexed. */
  readonly bytes: number;
  /** Null where it is not known. */
  readonly totalBytes: number | null;
  /** Events indexed so far. */
  readonly events: number;
}

export interface OpenOptions {
  readonly onProgress?: (progress: OpenProgress) => void;
  /** A link was downloaded; what it gave is read next. */
  readonly onFetched?: (file: NamedFile) => void;
  /** Stops within 100 ms; the promise rejects with UserError 'cancelled'. */
  readonly signal?: AbortSignal;
  /** Most bytes that archives may inflate to; 8 GiB unless told. */
  readonly maxBytes?: number;
  /** All that hold events unless told. */
  readonly members?: MemberChoice;
}

/** What of the options is plain data. */
export type OpenSettings = Pick<OpenOptions, 'maxBytes' | 'members'>;

/**
 * Members to read, each by its name or by its place among those that hold events, from 0. An event's member has the same place
 * whatever is chosen.
 */
export type MemberChoice = readonly (number | string)[];
