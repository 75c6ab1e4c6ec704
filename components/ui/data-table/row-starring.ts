import type { ReactNode } from 'react';

/** Stars of a table's rows: set by the star at the row's edge or the key s, and tagged by the key t. */
export interface RowStarring {
  /** The starred rows, by what names a row whatever the sort and filter, and their tags as text; '' without any. */
  readonly starred: ReadonlyMap<number, string>;
  /** Sets a row's star or takes it away; gives what to say of it. */
  readonly onStar: (row: number) => Promise<string>;
  readonly onTag: (row: number) => void;
  /** Where a row is tagged; it stands over the page. */
  readonly dialog: ReactNode;
}
