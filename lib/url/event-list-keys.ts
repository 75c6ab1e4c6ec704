import type { EventFilter, FieldFilter, TextSearch } from '@/lib/engine/event-filter-shapes';
import type { AddressKey } from './address-key';
import { isFiltered, LONGEST_FILTER_TEXT, MOST_FIELD_FILTERS, noFilter } from './event-filter';
import { escaped, splitAt, startEscaped, unescaped } from './marked-list';
import { readTimeRange, writeTimeRange } from './time-range';
import type { EventListView } from './view-state';

/** Longest field name that is taken from an address. */
const LONGEST_FIELD = 500;
const MOST_COLUMNS = 100;

/** What events are listed, and how. Fields and values are what is in the events. */
export const eventListKeys: readonly AddressKey[] = [
  {
    key: 'filters',
    names: 'the filters',
    tellsData: true,
    write: ({ filters }) => (isFiltered(filters) ? writeFilter(filters) : null),
    read: (text, state) => {
      const filters = readFilter(text);
      return filters && { ...state, filters };
    },
  },
  {
    key: 'columns',
    names: 'the columns',
    tellsData: true,
    write: ({ eventList: { columns } }) => columns && columns.map((name) => escaped(name, ',')).join(','),
    read: (text, state) => {
      const columns = splitAt(text, ',').map(unescaped);
      const isGood = columns.length <= MOST_COLUMNS && columns.every((name): name is string => name !== null && isField(name)) && new Set(columns).size === columns.length;
      return isGood ? { ...state, eventList: { ...state.eventList, columns } } : null;
    },
  },
  {
    key: 'order',
    names: 'the order of the events',
    tellsData: true,
    write: ({ eventList: { sort } }) => (sort.field === null ? (sort.descending ? '-' : null) : `${sort.descending ? '-' : ''}${startEscaped(sort.field)}`),
    read: (text, state) => {
      const sort = readSort(text);
      return sort && { ...state, eventList: { ...state.eventList, sort } };
    },
  },
];

/*
 * A filter is its parts:
 *
 *   EventID:5140      includes a value          /mimikatz     a text to search for, in any case
 *   -Hostname:DC01    excludes one              //MimiKatz    the same, matching case
 *   ShareName         lacks the field           @2020-09-22T18:53:04.000Z..2020-09-22T18:54:15.000Z
 *   -ShareName        has it
 */
function writeFilter({ fields, text, time }: EventFilter): string {
  return [
    ...fields.map(({ field, value, exclude }) => `${exclude ? '-' : ''}${startEscaped(escaped(field, ',:'), true)}${value === null ? '' : `:${escaped(value, ',')}`}`),
    ...(text ? [`/${text.matchCase ? '/' : ''}${escapedText(text.text)}`] : []),
    ...(time ? [`@${writeTimeRange(time)}`] : []),
  ].join(',');
}

function readFilter(written: string): EventFilter | null {
  const fields: FieldFilter[] = [];
  let { text, time } = noFilter;
  for (const part of splitAt(written, ',')) {
    if (part.startsWith('/')) {
      if (text !== null) return null;
      text = readSearch(part.slice(1));
      if (text === null) return null;
    } else if (part.startsWith('@')) {
      if (time !== null) return null;
      time = readTimeRange(part.slice(1));
      if (time === null) return null;
    } else {
      const field = readField(part);
      if (field === null || fields.length === MOST_FIELD_FILTERS || fields.some((other) => other.field === field.field && other.value === field.value)) return null;
      fields.push(field);
    }
  }
  return { fields, text, time };
}

function readField(part: string): FieldFilter | null {
  const exclude = part.startsWith('-');
  const [name, ...rest] = splitAt(exclude ? part.slice(1) : part, ':');
  const field = unescaped(name);
  const value = rest.length === 0 ? null : unescaped(rest.join(':'));
  if (field === null || !isField(field)) return null;
  if (rest.length > 0 && (value === null || value.length > LONGEST_FILTER_TEXT)) return null;
  return { field, value, exclude };
}

function readSearch(written: string): TextSearch | null {
  const matchCase = written.startsWith('/');
  const text = unescaped(matchCase ? written.slice(1) : written);
  return text === null || text === '' || text.length > LONGEST_FILTER_TEXT ? null : { text, matchCase };
}

function readSort(text: string): EventListView['sort'] | null {
  const descending = text.startsWith('-');
  const written = descending ? text.slice(1) : text;
  if (descending && written === '') return { field: null, descending };
  const field = unescaped(written);
  return field !== null && isField(field) ? { field, descending } : null;
}

function isField(name: string): boolean {
  return name.length > 0 && name.length <= LONGEST_FIELD;
}

function escapedText(text: string): string {
  const written = escaped(text, ',');
  return written.startsWith('/') ? `~${written}` : written;
}
