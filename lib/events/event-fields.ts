import type { RowId } from '@/lib/base/row-id';
import type { CellKind, EventTable } from './event-table';
import { eventTableOf } from './event-table-builder';

export interface EventField {
  /** Nested names dotted. */
  readonly name: string;
  readonly kind: CellKind;
  /** As `Column.text`: strings decoded, null for a JSON null, anything else as its JSON. */
  readonly text: string | null;
}

/** Every field of one event, in the order of its line; of a key that comes twice the last, as JSON.parse keeps it. */
export function eventFields(table: EventTable, row: RowId): readonly EventField[] {
  const event = eventTableOf(table.text(row));
  return event.fields.flatMap(({ name }) => {
    const column = event.column(name);
    return column ? [{ name, kind: column.kind(1), text: column.text(1) }] : [];
  });
}
