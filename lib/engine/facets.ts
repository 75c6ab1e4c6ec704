import type { Column } from '@/lib/events/event-table';
import type { EventFilter } from './event-filter-shapes';
import { eventListOf } from './event-list';
import type { Facet, FacetsRequest } from './event-list-shapes';
import { fieldColumn } from './filtered-events';
import type { OpenTable } from './open-table';

const MOST_VALUES = 30;
/** Of a field with more codes, only the commonest are decoded, unless it is searched. */
const MANY_CODES = 50_000;
const DECODED = 500;

export function facets(open: OpenTable, { filter, fields, find }: FacetsRequest): readonly Facet[] {
  return fields.map((field) => facet(open, filter, field, (find[field] ?? '').toLowerCase()));
}

function facet(open: OpenTable, filter: EventFilter, field: string, find: string): Facet {
  const column = fieldColumn(open.table, field);
  const named = filter.fields.filter((each) => each.field === field).map(({ value }) => value);
  const counts = countCodes(open, filter, field, column);
  const byText = new Map<string | null, number>();
  let distinct = 0;
  // One value may be written in several ways, so that texts are counted and not codes.
  for (const code of find === '' ? frequentCodes(counts) : counts.keys()) {
    const events = counts[code];
    if (events === 0) continue;
    const text = column?.text(code) ?? null;
    if (text !== null && find !== '' && !text.toLowerCase().includes(find)) continue;
    const before = byText.get(text);
    if (before === undefined && text !== null) distinct++;
    byText.set(text, (before ?? 0) + events);
  }
  if (find !== '') byText.delete(null);
  const values = [...byText].map(([value, events]) => ({ value, events })).sort((a, b) => b.events - a.events);
  const shown = values.slice(0, MOST_VALUES);
  const alsoNamed = named.filter((value) => !shown.some((other) => other.value === value)).map((value) => ({ value, events: byText.get(value) ?? 0 }));
  return { field, isAbsent: column === null, values: [...shown, ...alsoNamed], distinct: find === '' && counts.length > MANY_CODES ? usedCodes(counts) : distinct };
}

function countCodes(open: OpenTable, filter: EventFilter, field: string, column: Column | null): Uint32Array {
  const counts = new Uint32Array(column?.size ?? 1);
  const codes = column?.codes;
  eventListOf(open).of(filter).forEach((row) => counts[codes ? codes[row] : 0]++, field);
  return counts;
}

/** All codes, or of many those of most events. */
function frequentCodes(counts: Uint32Array): Iterable<number> {
  if (counts.length <= MANY_CODES) return counts.keys();
  const least = Math.max(1, counts.toSorted()[counts.length - DECODED]);
  const codes: number[] = [];
  for (let code = 0; code < counts.length; code++) if (counts[code] > least || code === 0) codes.push(code);
  for (let code = 1; code < counts.length && codes.length < DECODED; code++) if (counts[code] === least) codes.push(code);
  return codes;
}

function usedCodes(counts: Uint32Array): number {
  return counts.reduce((used, events, code) => used + (events > 0 && code > 0 ? 1 : 0), 0);
}
