import type { EventTable } from '@/lib/events/event-table';
import type { CompletionPlace, PlaceValues } from '@/lib/query/completion-place';
import { completePandas } from '@/lib/query/pandas/complete-pandas';
import { completeSql } from '@/lib/query/sql/complete-sql';
import type { CompletionOption, CompletionRequest, Completions } from './query-shapes';

const MOST_OPTIONS = 200;
/** A longer value is none that somebody writes. */
const LONGEST_VALUE = 300;

/** What could stand at a place of a query: words of the language, fields, and of a field that is compared its values, the commonest first. */
export function completions({ language, text, offset, asked }: CompletionRequest, table: EventTable): Completions | null {
  const place = language === 'pandas' ? completePandas(text, offset) : completeSql(text, offset);
  if (place === null) return null;
  if (place.waits && place.typed === '' && !asked) return null;
  const typed = place.typed.toLowerCase();
  // A whole keyword is written: the Enter key that follows is to end the line.
  if (!asked && place.words.some(({ kind, label }) => kind === 'keyword' && label.toLowerCase() === typed)) return null;
  const all = [...valueOptions(place.values, typed, table), ...fieldOptions(place, typed, table), ...wordOptions(place, typed)];
  const begin = (option: CompletionOption): boolean => option.label.toLowerCase().startsWith(typed);
  const options = [...all.filter(begin), ...all.filter((option) => !begin(option))].slice(0, MOST_OPTIONS);
  return options.length === 0 ? null : { from: place.start, to: place.end, options };
}

function fieldOptions({ field, values }: CompletionPlace, typed: string, table: EventTable): CompletionOption[] {
  // Beside a value a field is rare: only once something is typed.
  if (field === null || (values !== null && typed === '')) return [];
  return table.fields
    .filter(({ name }) => name.toLowerCase().includes(typed))
    .sort((a, b) => b.events - a.events)
    .map(({ name, events }) => ({ label: name, insert: field(name), kind: 'field', events }));
}

function wordOptions({ words }: CompletionPlace, typed: string): CompletionOption[] {
  return words.filter(({ label }) => label.toLowerCase().startsWith(typed)).map((word) => ({ ...word, events: null }));
}

function valueOptions(values: PlaceValues | null, typed: string, table: EventTable): CompletionOption[] {
  const found = values && table.resolve(values.of).found;
  if (values === null || found === null) return [];
  const options = new Map<string, CompletionOption & { readonly events: number }>();
  for (const { text: given, isBare, events } of countedValues(found, table)) {
    const text = values.cased(given);
    const insert = text.length <= LONGEST_VALUE && text.toLowerCase().includes(typed) ? values.write(text, isBare) : null;
    if (insert !== null) options.set(insert, { label: text, insert, kind: 'value', events: events + (options.get(insert)?.events ?? 0) });
  }
  return [...options.values()].sort((a, b) => b.events - a.events);
}

function countedValues(field: string, table: EventTable): { readonly text: string; readonly isBare: boolean; readonly events: number }[] {
  const column = table.column(field);
  if (column === null) return [];
  const events = new Uint32Array(column.size);
  for (const code of column.codes) events[code]++;
  return Array.from(events, (count, code) => ({ text: column.text(code) ?? '', isBare: column.kind(code) !== 'string', events: count })).filter(
    ({ text, events: count }) => text !== '' && count > 0,
  );
}
