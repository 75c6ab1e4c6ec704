export type ReadingKind = 'sql' | 'pandas' | 'hardened';

export interface ReadingAddress {
  /** Of the hunt that was run last; `QUERY_ANALYTIC`: not of a hunt, but the query that was run last, in the language `reading`. */
  readonly analytic: string;
  readonly reading: ReadingKind;
}
