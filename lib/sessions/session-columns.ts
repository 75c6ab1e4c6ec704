import type { RowId } from '@/lib/base/row-id';
import type { Cells, Column, EventTable } from '@/lib/events/event-table';

/** Cells by the field names that Windows gives; how this dataset calls them is the table's business. */
export interface SessionColumns {
  /** The cell as text; null where it is missing, empty or '-', as Windows writes what it does not know. */
  text(field: string, row: RowId): string | null;
  column(field: string): Column | null;
  /** What `derive` makes of the cell, worked out once per distinct value. */
  derived<T>(field: string, derive: (text: string | null) => T): (row: RowId) => T;
  /** The same where only few rows may be asked for: nothing is gone through as a whole. */
  derivedSingly<T>(field: string, derive: (text: string | null) => T): (row: RowId) => T;
}

export function sessionColumns(table: EventTable): SessionColumns {
  const opened = new Map<string, Column | null>();
  const single = new Map<string, Cells | null>();

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

  function cells(field: string): Cells | null {
    let known = single.get(field);
    if (known === undefined) {
      const { found } = table.resolve(field);
      known = found === null ? null : table.cells(found);
      single.set(field, known);
    }
    return known;
  }

  function derivedSingly<T>(field: string, derive: (text: string | null) => T): (row: RowId) => T {
    const source = cells(field);
    const values = new Map<number, T>([[0, derive(null)]]);
    return (row) => {
      const code = source?.codeAt(row) ?? 0;
      const known = values.get(code);
      if (known !== undefined) return known;
      const made = derive(meaningful(source?.text(code) ?? null));
      values.set(code, made);
      return made;
    };
  }

  function text(field: string, row: RowId): string | null {
    const source = cells(field);
    return source ? meaningful(source.text(source.codeAt(row))) : null;
  }

  return { text, column, derived, derivedSingly };
}

function meaningful(text: string | null): string | null {
  return text === null || text === '' || text === '-' ? null : text;
}
