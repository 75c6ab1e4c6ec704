import type { RowId } from '@/lib/base/row-id';
import type { Column, EventTable, Field } from './event-table';
import { FieldNames, TIME_FIELDS } from './field-names';
import { instantOf } from './instant';

/** When each event happened. */
export interface Clock {
  /** The dataset's name of the field that served. */
  readonly field: string;
  /** Those that served where it has no readable time, with the number of events that each did: a dataset may mix exporters. */
  readonly others: readonly Field[];
  /** The field that told an event's time; null where none does. */
  fieldOf(row: RowId): string | null;
  /** Milliseconds since 1970 by row; NaN where the event has no readable time. Zone-less text is read as UTC. */
  readonly millis: Float64Array;
}

const clocks = new WeakMap<EventTable, Clock | null>();

/**
 * The clock of a dataset: of the fields that hold times, the one most events have; of equals, the first in TIME_FIELDS. Events in which
 * it tells no time go by the next that does. Null if no event has a readable time.
 */
export function clockOf(table: EventTable): Clock | null {
  let clock = clocks.get(table);
  if (clock === undefined) {
    clock = findClock(table);
    clocks.set(table, clock);
  }
  return clock;
}

function findClock(table: EventTable): Clock | null {
  const candidates = [...new FieldNames(table.fields).inAnyCase(TIME_FIELDS)].sort((a, b) => b.events - a.events);
  const served: Field[] = [];
  /** By row, the place in `served`; made when a second field serves. */
  let places: Uint32Array | null = null;
  let millis: Float64Array | null = null;
  let missing = table.rowCount;
  for (const { name } of candidates) {
    if (missing === 0) break;
    const told = table.instants(name);
    if (!told) continue;
    const before = missing;
    if (millis === null) {
      for (let row = 0; row < told.length; row++) if (!Number.isNaN(told[row])) missing--;
      if (missing < before) millis = told;
    } else {
      places ??= new Uint32Array(table.rowCount);
      for (let row = 0; row < told.length; row++) {
        if (!Number.isNaN(millis[row]) || Number.isNaN(told[row])) continue;
        millis[row] = told[row];
        places[row] = served.length;
        missing--;
      }
    }
    if (missing < before) served.push({ name, events: before - missing });
  }
  if (millis === null) return null;
  const times = millis;
  const [{ name: field }, ...others] = served;
  return { field, others, millis: times, fieldOf: (row) => (Number.isNaN(times[row]) ? null : served[places?.[row] ?? 0].name) };
}

/** Milliseconds since 1970 by row; NaN where the cell is no time. */
export function millisOf(column: Column): Float64Array {
  const instants = new Float64Array(column.size);
  for (let code = 0; code < column.size; code++) {
    const kind = column.kind(code);
    const text = kind === 'string' || kind === 'number' ? column.text(code) : null;
    instants[code] = text === null ? NaN : instantOf(text);
  }
  const { codes } = column;
  const millis = new Float64Array(codes.length);
  for (let row = 0; row < codes.length; row++) millis[row] = instants[codes[row]];
  return millis;
}

/** The same of `table.column(name)`, read where the times stand if one field holds them all; null if no row has the field. */
export function instantsOf(table: EventTable, name: string): Float64Array | null {
  if (table.sources(name).length < 2) return table.instants(name);
  const column = table.column(name);
  return column && millisOf(column);
}
