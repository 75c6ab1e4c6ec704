import type { RowId } from '@/lib/base/row-id';
import { kindOfCell, textOfCell } from './cell';
import type { CellKind, EventTable } from './event-table';
import { readLine } from './line-reader';
import { SLACK } from './segment';
import { namesOfValues } from './value-names';

export interface EventField {
  /** Nested names dotted. */
  readonly name: string;
  readonly kind: CellKind;
  /** As `Column.text`: strings decoded, null for a JSON null, anything else as its JSON. */
  readonly text: string | null;
}

/** Every field of one event, in the order of its line; of a key that comes twice the last, as JSON.parse keeps it. */
export function eventFields(table: EventTable, row: RowId): readonly EventField[] {
  const bytes = new TextEncoder().encode(`${table.text(row)}\n${' '.repeat(SLACK)}`);
  const reading = readLine(bytes, new DataView(bytes.buffer), 0);
  if (reading.kind !== 'event') return [];
  const { steps } = reading;
  return namesOfValues(steps).flatMap((name, i) => {
    const start = steps[i].to;
    return name === null ? [] : [{ name, kind: kindOfCell(bytes, start), text: textOfCell(bytes, start, steps[i + 1].from) }];
  });
}
