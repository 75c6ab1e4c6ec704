import type { RowId } from '@/lib/base/row-id';
import type { Column, EventTable } from '@/lib/events/event-table';

/** Cells by the field names that Windows gives; how this dataset calls them is the table's business. */
export interface SessionColumns {
  /** The cell as text; null where it is missing, empty or '-', as Windows writes what it does not know. */
  text(field: string, row: RowId): string | null;
  column(field: string): Column | null;
  /** What `derive` makes of the cell, worked out once per distinct value. */
  derived<T>(field: string, derive: (text: string | null) => T): (row: RowId) => T;
}

export function sessionColumns(table: EventTable): SessionColumns {
  const opened = new Map<string, Column | null>();

  function column(field: string): Column | null {
    const known = opened.get(field);
    if (known !== undefined) return known;
    const { found } = table.resolve(field);
    const made = found === null ? null : table.column(found);
    opened.set(field, made);
    return made;
  }

  function derived<T>(field: string, derive: (text: string | null) => T): (row: RowId) => T {
    const source = column(field);
    const absent = derive(null);
    if (!source) return () => absent;
    const values = Array.from({ length: source.size }, (_, code) => derive(meaningful(source.text(code))));
    return (row) => values[source.codes[row]];
  }

  function text(field: string, row: RowId): string | null {
    const source = column(field);
    return source ? meaningful(source.text(source.codes[row])) : null;
  }

  return { text, column, derived };
}

function meaningful(text: string | null): string | null {
  return text === null || text === '' || text === '-' ? null : text;
}
