import type { Column } from '@/lib/events/event-table';
import type { EventFilter } from './event-filter-shapes';
import { eventListOf } from './event-list';
import type { Facet, FacetsRequest, FacetValue } from './event-list-shapes';
import { fieldColumn } from './filtered-events';
import type { OpenTable } from './open-table';
import { spellingsOf, type Spellings } from './spellings';

const MOST_VALUES = 30;
/** Of a field with more codes, only the commonest are decoded, unless it is searched. */
const MANY_CODES = 50_000;
const DECODED = 500;

export function facets(open: OpenTable, { filter, fields, find }: FacetsRequest): readonly Facet[] {
  return fields.map((field) => facet(open, filter, field, (find[field] ?? '').toLowerCase()));
}

function facet(open: OpenTable, filter: EventFilter, field: string, find: string): Facet {
  const column = fieldColumn(open.table, field);
  const spellings = spellingsOf(open, field, column);
  const named = filter.fields.filter((each) => each.field === field).map(({ value }) => value);
  const counts = countCodes(open, filter, field, column);
  // One text may be written in several ways, and one value have several texts.
  const written = new Map<string | null, Map<string, number>>();
  for (const code of find === '' ? frequentCodes(counts) : counts.keys()) {
    const events = counts[code];
    if (events === 0) continue;
    const text = column?.text(code) ?? null;
    if (find !== '' && !text?.toLowerCase().includes(find)) continue;
    const key = text === null ? null : spellings.keyOf(text);
    const texts = written.get(key) ?? new Map<string, number>();
    texts.set(text ?? '', (texts.get(text ?? '') ?? 0) + events);
    written.set(key, texts);
  }
  const values = [...written].map(([key, texts]) => facetValue(key, texts, spellings, named)).sort((a, b) => b.events - a.events);
  const shown = values.slice(0, MOST_VALUES);
  const alsoNamed = named.filter((value) => !shown.some((other) => isSame(other.value, value, spellings))).map((value) => values.find((other) => isSame(other.value, value, spellings)) ?? { value, events: 0 });
  const distinct = written.size - Number(written.has(null));
  return { field, isAbsent: column === null, values: [...shown, ...alsoNamed], distinct: find === '' && counts.length > MANY_CODES ? usedCodes(counts) : distinct };
}

/** Called as the filter calls it, so that it is known there; else by its name, or as most events write it. */
function facetValue(key: string | null, texts: ReadonlyMap<string, number>, { keyOf, nameOf }: Spellings, named: readonly (string | null)[]): FacetValue {
  const events = [...texts.values()].reduce((sum, count) => sum + count, 0);
  if (key === null) return { value: null, events };
  const written = [...texts].sort((a, b) => b[1] - a[1]).map(([text]) => text);
  const value = named.find((each) => each !== null && keyOf(each) === key) ?? nameOf(key) ?? written[0];
  const alike = written.filter((text) => text !== value);
  return alike.length === 0 ? { value, events } : { value, events, alike };
}

function isSame(a: string | null, b: string | null, { keyOf }: Spellings): boolean {
  return a === b || (a !== null && b !== null && keyOf(a) === keyOf(b));
}

function countCodes(open: OpenTable, filter: EventFilter, field: string, column: Column | null): Uint32Array {
  const counts = new Uint32Array(column?.size ?? 1);
  const codes = column?.codes;
  const rows = eventListOf(open).of(filter).rows(field);
  if (codes) for (let i = 0; i < rows.length; i++) counts[codes[rows[i]]]++;
  else counts[0] = rows.length;
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
