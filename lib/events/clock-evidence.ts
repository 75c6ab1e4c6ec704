import type { Clock } from './clock';
import { clockOf, instantsOf } from './clock';
import type { EventTable } from './event-table';
import { FieldNames, RECEIVED_FIELDS, TIME_FIELDS } from './field-names';
import { readOffsets, type OffsetReading } from './offset-reading';

/** A field that holds times, and what the data itself tells of it. */
export interface TimeField {
  readonly name: string;
  /** 'event': when it happened, or was written; 'received': when a collector had it; 'content': a time that the event tells of. */
  readonly role: 'event' | 'received' | 'content';
  /** With a readable time. */
  readonly events: number;
  /** Milliseconds since 1970, as written: text without a zone is read as UTC. */
  readonly first: number;
  readonly last: number;
  /** It is the clock that the dataset is shown by, or one of several. */
  readonly isShown: boolean;
  /** Events before the one on the line above, in the same file. */
  readonly outOfOrder: number;
  /** Null where no event has Sysmon's UTC clock beside it. */
  readonly offset: OffsetReading | null;
}

export interface ClockEvidence {
  readonly fields: readonly TimeField[];
  /** The field that offsets are measured against: Sysmon's UtcTime, by the dataset's name for it. Null: nothing to measure by. */
  readonly reference: string | null;
}

/** Other names that end so are tried; they count where most of their values are times. */
const TIME_NAME = /(?:time|timestamp|utctime|date)$/i;
const TRIED_VALUES = 50;

export function clockEvidence(table: EventTable): ClockEvidence {
  const names = new FieldNames(table.fields);
  const shown = clockOf(table);
  const reference = utcFieldOf(table);
  const utc = reference === null ? null : instantsOf(table, reference);
  const events = names.inAnyCase(TIME_FIELDS).map(({ name }) => ({ name, role: 'event' as const }));
  const received = names.inAnyCase(RECEIVED_FIELDS).map(({ name }) => ({ name, role: 'received' as const }));
  const known = new Set([...events, ...received].map(({ name }) => name));
  const content = table.fields.filter(({ name }) => TIME_NAME.test(name) && !known.has(name)).map(({ name }) => ({ name, role: 'content' as const }));
  const fields = [...events, ...received, ...content].flatMap(({ name, role }) => {
    if (role === 'content' && !holdsTimes(table.firstTexts(name, TRIED_VALUES))) return [];
    const millis = table.instants(name);
    const field = millis && timeField(table, name, millis, role, shown, utc);
    return field === null || field.events === 0 ? [] : [field];
  });
  return { fields, reference };
}

/** The field of Sysmon's own clock, always UTC; null if no event has it. */
export function utcFieldOf(table: EventTable): string | null {
  const { found } = table.resolve('UtcTime');
  return found !== null && isUtcTime(found) ? found : null;
}

function isUtcTime(name: string): boolean {
  return /(?:^|\.)utctime$/i.test(name);
}

function holdsTimes(texts: readonly string[]): boolean {
  // Digits alone may be a time or a count of anything.
  const times = texts.filter((text) => /^\d{4}-\d\d-\d\d[T ]/.test(text));
  return times.length > texts.length / 2;
}

function timeField(table: EventTable, name: string, millis: Float64Array, role: TimeField['role'], shown: Clock | null, utc: Float64Array | null): TimeField {
  let events = 0;
  let first = Infinity;
  let last = -Infinity;
  for (const value of millis) {
    if (Number.isNaN(value)) continue;
    events++;
    if (value < first) first = value;
    if (value > last) last = value;
  }
  const offset = role !== 'content' && utc && !isUtcTime(name) ? readOffsets(millis, utc, table.firstTexts(name, 1)[0] ?? '') : null;
  return { name, role, events, first, last, isShown: shown !== null && (shown.field === name || shown.others.some((other) => other.name === name)), outOfOrder: role === 'content' ? 0 : outOfOrder(table, millis), offset };
}

/** Rows stand in the order of their files: a new file begins where the last one's events end. */
function outOfOrder(table: EventTable, millis: Float64Array): number {
  let count = 0;
  let row = 0;
  for (const { events } of table.members) {
    let before = -Infinity;
    for (const end = row + events; row < end; row++) {
      if (Number.isNaN(millis[row])) continue;
      if (millis[row] < before) count++;
      before = millis[row];
    }
  }
  return count;
}
