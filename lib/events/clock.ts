import type { Column, EventTable } from './event-table';
import { FieldNames, TIME_FIELDS } from './field-names';
import { instantOf } from './instant';

/** When each event happened, as far as one field tells. */
export interface Clock {
  /** The dataset's name of the field that served. */
  readonly field: string;
  /** Milliseconds since 1970 by row; NaN where the event has no readable time. Zone-less text is read as UTC. */
  readonly millis: Float64Array;
}

const clocks = new WeakMap<EventTable, Clock | null>();

/**
 * The clock of a dataset: of the fields that hold times, the one most events have; of equals, the first in TIME_FIELDS. Null if no
 * event has a readable time.
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
  const candidates = [...new FieldNames(table.fields).inAnyCase(TIME_FIELDS)];
  for (const field of candidates.sort((a, b) => b.events - a.events)) {
    const column = table.column(field.name);
    const millis = column && millisOf(column);
    if (millis?.some((value) => !Number.isNaN(value))) return { field: field.name, millis };
  }
  return null;
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
