import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventTableOf } from '@/lib/events/event-table-builder';
import type { EventFilter, FieldFilter } from './event-filter-shapes';
import { eventListOf } from './event-list';
import { fieldsFor } from './event-columns';
import { facets } from './facets';
import { filterQuery } from './filter-query';
import { OpenTable } from './open-table';

const ALL: EventFilter = { fields: [], text: null, time: null };
const BY_TIME = { field: null, descending: false };

type Event = Readonly<Record<string, string | number | null>>;

function openOf(events: readonly Event[]): OpenTable {
  return new OpenTable(eventTableOf(events.map((event) => `${JSON.stringify(event)}\n`).join('')));
}

/** Numbers of the lines, from 0. */
function listed(open: OpenTable, filter: EventFilter, sort: { readonly field: string | null; readonly descending: boolean } = BY_TIME): readonly number[] {
  eventListOf(open).of(filter).advance(Infinity);
  return eventListOf(open).page({ filter, sort, columns: [], offset: 0, limit: 1_000 }).rows.map(({ ref }) => ref.line - 1);
}

const only = (...fields: readonly FieldFilter[]): EventFilter => ({ ...ALL, fields });
const include = (field: string, value: string | null): FieldFilter => ({ field, value, exclude: false });
const exclude = (field: string, value: string | null): FieldFilter => ({ field, value, exclude: true });

const EVENTS: readonly Event[] = [
  { '@timestamp': '2020-09-22T18:53:32.342Z', Hostname: 'WS6', Channel: 'Security', RecordNumber: 12, EventID: 5145, ShareName: '\\\\*\\C$', AccessMask: '0x2' },
  { '@timestamp': '2020-09-22T18:53:32.341Z', Hostname: 'WS6', Channel: 'Security', RecordNumber: 11, EventID: 5140, ShareName: '\\\\*\\IPC$' },
  { '@timestamp': '2020-09-22T18:53:32.341Z', Hostname: 'WS6', Channel: 'Security', RecordNumber: 10, EventID: 4624, TargetUserName: "O'Neil" },
  { '@timestamp': '2020-09-22T18:53:32.341Z', Hostname: 'WS5', Channel: 'Security', RecordNumber: 99, EventID: 4624, TargetUserName: null },
  { Hostname: 'WS5', Channel: 'System', RecordNumber: 1, EventID: 7045, TargetUserName: '', 'event_data.Image': 'a.exe', 'a b': 1 },
];

describe('events', () => {
  it('come by time, then host, log and record number; one without a time after the host’s event before it', () => {
    expect(listed(openOf(EVENTS), ALL)).toEqual([3, 4, 2, 1, 0]);
    expect(listed(openOf(EVENTS), ALL, { field: null, descending: true })).toEqual([0, 1, 2, 4, 3]);
  });

  it('come by a field, as numbers where all are, in order of time where equal; those without a value last', () => {
    expect(listed(openOf(EVENTS), ALL, { field: 'EventID', descending: false })).toEqual([3, 2, 1, 0, 4]);
    expect(listed(openOf(EVENTS), ALL, { field: 'EventID', descending: true })).toEqual([4, 0, 1, 3, 2]);
    expect(listed(openOf(EVENTS), ALL, { field: 'ShareName', descending: true })).toEqual([1, 0, 3, 4, 2]);
  });

  const cases: readonly [string, EventFilter, readonly number[]][] = [
    ['any of the values that are included', only(include('EventID', '5140'), include('EventID', '5145')), [1, 0]],
    ['none that is excluded', only(exclude('EventID', '4624'), exclude('Hostname', 'WS5')), [1, 0]],
    ['what lacks a field, or has null there', only(include('TargetUserName', null)), [3, 1, 0]],
    ['what has a field, empty too', only(exclude('TargetUserName', null)), [4, 2]],
    ['a field by another name', only(include('computer_name', 'WS5')), [3, 4]],
    ['nothing by a value of a field that is nowhere', only(include('Nowhere', 'x')), []],
    ['all that is without such a field', only(include('Nowhere', null)), [3, 4, 2, 1, 0]],
    // 18:53:32.341 is 1600800812341.
    ['a time, its end left out', { ...ALL, time: { from: 1_600_800_812_341, to: 1_600_800_812_342 } }, [3, 2, 1]],
    ['a text', { ...ALL, text: { text: '\\ipc$', matchCase: false } }, [1]],
    ['all of these', { fields: [include('Hostname', 'WS6')], text: { text: 'C$', matchCase: true }, time: { from: 1_600_800_812_342, to: 1_700_000_000_000 } }, [0]],
  ];
  it.each(cases)('are those with %s', (_, filter, rows) => {
    expect(listed(openOf(EVENTS), filter)).toEqual(rows);
  });

  it('say where one stands, under the filter and in the order that is asked for', () => {
    const list = eventListOf(openOf(EVENTS));
    const place = (line: number, filter: EventFilter, sort = BY_TIME) => list.place({ filter, sort, event: { member: 0, line } });
    expect([1, 4, 5].map((line) => place(line, ALL))).toEqual([4, 0, 1]);
    expect(place(1, ALL, { ...BY_TIME, descending: true })).toBe(0);
    expect([place(1, only(include('Hostname', 'WS6'))), place(4, only(include('Hostname', 'WS6'))), place(99, ALL)]).toEqual([2, null, null]);
  });

  it('tell the columns asked for, and what they are about', () => {
    const page = eventListOf(openOf(EVENTS)).page({ filter: ALL, sort: { field: 'RecordNumber', descending: true }, columns: ['log_name', 'AccessMask'], offset: 1, limit: 1 });
    expect(page).toMatchObject({ total: 5, rows: [{ ref: { member: 0, line: 1 }, cells: ['Security', '0x2'] }] });
    expect(page.rows[0].gist).toContain('C$');
  });

  it('count the places of a text in those that meet the rest', () => {
    const filter: EventFilter = { fields: [exclude('EventID', '5145')], text: { text: 'c$', matchCase: false }, time: null };
    expect(eventListOf(openOf(EVENTS)).count(filter)).toEqual({ events: 1, hits: 1, searched: 1, isDone: true });
  });
});

describe('facets', () => {
  it('count what would be without the field’s own filter', () => {
    const filter = only(include('EventID', '4624'), include('Hostname', 'WS6'));
    expect(facets(openOf(EVENTS), { filter, fields: ['EventID', 'Hostname', 'Nowhere'], find: {} })).toEqual([
      { field: 'EventID', isAbsent: false, values: [{ value: '5145', events: 1 }, { value: '5140', events: 1 }, { value: '4624', events: 1 }], distinct: 3 },
      { field: 'Hostname', isAbsent: false, values: [{ value: 'WS6', events: 1 }, { value: 'WS5', events: 1 }], distinct: 2 },
      { field: 'Nowhere', isAbsent: true, values: [{ value: null, events: 1 }], distinct: 0 },
    ]);
  });

  it('name the values of most events, what is missing, and what the filter names', () => {
    const open = openOf(Array.from({ length: 100 }, (_, i) => (i < 3 ? { n: null } : { n: `v${i % 50}` })));
    const [facet] = facets(open, { filter: only(exclude('n', 'none')), fields: ['n'], find: {} });
    expect([facet.values.length, facet.values[0], facet.values.at(-1), facet.distinct]).toEqual([31, { value: null, events: 3 }, { value: 'none', events: 0 }, 50]);
  });

  it('look for a text among the values', () => {
    const [facet] = facets(openOf(EVENTS), { filter: ALL, fields: ['ShareName'], find: { ShareName: 'ipc' } });
    expect([facet.values, facet.distinct]).toEqual([[{ value: '\\\\*\\IPC$', events: 1 }], 1]);
  });

  const hosts = ['WS5', 'ws5.corp.local', 'WS5.corp.local', 'ws6', 'DC1', 'DC1.a.local', 'DC1.b.local'];
  const spelledOpen = () => openOf([...hosts.map((Hostname) => ({ Hostname, Channel: 'Security' })), { Hostname: 'WS5.corp.local', Channel: 'security' }]);

  it('take the spellings of a value as one: any case, and a host by its short or full name where that is sure', () => {
    const [host, channel] = facets(spelledOpen(), { filter: ALL, fields: ['Hostname', 'Channel'], find: {} });
    expect(channel.values).toEqual([{ value: 'Security', events: 8, alike: ['security'] }]);
    // DC1 may be either of the two domains'.
    expect(host.values).toEqual([
      { value: 'WS5.corp.local', events: 4, alike: ['WS5', 'ws5.corp.local'] },
      { value: 'ws6', events: 1 },
      ...['DC1', 'DC1.a.local', 'DC1.b.local'].map((value) => ({ value, events: 1 })),
    ]);
    expect([host.distinct, channel.distinct]).toEqual([5, 1]);
  });

  it('call a value as the filter does, which means all its spellings, and so does its query', () => {
    const filter = only(include('Hostname', 'WS5'), exclude('Channel', 'SYSTEM'));
    expect(listed(spelledOpen(), filter)).toHaveLength(4);
    expect(facets(spelledOpen(), { filter, fields: ['Hostname'], find: {} })[0].values[0]).toEqual({ value: 'WS5', events: 4, alike: ['WS5.corp.local', 'ws5.corp.local'] });
    expect(filterQuery(spelledOpen(), filter, ['Hostname'])).toEqual({
      text: "SELECT Hostname\nFROM dataTable\nWHERE Hostname IN ('WS5', 'ws5.corp.local', 'WS5.corp.local')\n  AND (Channel != 'SYSTEM' OR Channel IS NULL)",
      isSame: true,
    });
  });

  // 0x4e13b2e is 81,869,614.
  it('take a logon ID as one in hex, in decimal, in any case and with zeros before it', () => {
    const open = openOf([
      { SubjectLogonId: '0x4e13b2e' }, { SubjectLogonId: '0x0000000004E13B2E' }, { SubjectLogonId: 81_869_614 }, { SubjectLogonId: '81869614' },
      { SubjectLogonId: '0x81869614' }, { SubjectLogonId: '0x0' }, { SubjectLogonId: 0 }, { SubjectLogonId: '-' }, { LogonGuid: '81869614' },
    ]);
    for (const value of ['81869614', '0x4E13B2E']) {
      expect(listed(open, only(include('SubjectLogonId', value)))).toEqual([0, 1, 2, 3]);
      expect(filterQuery(open, only(include('SubjectLogonId', value)), [])).toMatchObject({ isSame: true });
    }
    expect(listed(open, only(exclude('SubjectLogonId', '0x4e13b2e')))).toEqual([4, 5, 6, 7, 8]);
    expect(listed(open, only(include('SubjectLogonId', '0')))).toEqual([5, 6]);
    expect(facets(open, { filter: ALL, fields: ['SubjectLogonId'], find: {} })[0].values.map(({ events }) => events)).toEqual([4, 2, 1, 1, 1]);
  });

  it('take a logon ID in decimal for the hex of a column that has only numbers, and the other way round', () => {
    for (const [written, asked] of [[81_869_614, '0x4e13b2e'], ['0x4e13b2e', '81869614']] as const) {
      const open = openOf([{ TargetLogonId: 999 }, { TargetLogonId: written }]);
      expect(listed(open, only(include('TargetLogonId', asked)))).toEqual([1]);
      expect(filterQuery(open, only(include('TargetLogonId', asked)), [])).toMatchObject({ isSame: true });
    }
  });

  it('take two ways to write a value as one', () => {
    const open = new OpenTable(eventTableOf('{"a":"x"}\n{"a":"\\u0078"}\n{"a":5}\n{"a":"5"}'));
    expect(facets(open, { filter: ALL, fields: ['a'], find: {} })[0].values).toEqual([{ value: 'x', events: 2 }, { value: '5', events: 2 }]);
  });
});

describe('what to show', () => {
  it('is what every event has, and of one event ID what its events have', () => {
    const open = openOf(EVENTS);
    expect(fieldsFor(open, ALL).columns).toEqual(['@timestamp', 'Hostname', 'Channel', 'EventID']);
    expect(fieldsFor(open, only(include('EventID', '5145'))).columns).toEqual(['@timestamp', 'Hostname', 'ShareName', 'AccessMask']);
    expect(fieldsFor(open, only(include('event_id', '5145'))).columns).toEqual(['@timestamp', 'Hostname', 'ShareName', 'AccessMask']);
    // All that are left are of one type, whatever the filter asks; not while only a time is brushed.
    expect(fieldsFor(open, only(include('AccessMask', '0x2'))).columns).toEqual(['@timestamp', 'Hostname', 'ShareName', 'AccessMask']);
    expect(fieldsFor(open, { ...ALL, time: { from: 1_600_800_812_342, to: 1_600_800_812_343 } }).columns).toEqual(['@timestamp', 'Hostname', 'Channel', 'EventID']);
    expect(fieldsFor(open, only(include('EventID', '5145'), include('EventID', '5140'))).columns).toEqual(['@timestamp', 'Hostname', 'Channel', 'EventID']);
    expect(fieldsFor(open, ALL).facets).toEqual(['Hostname', 'Channel', 'EventID', 'TargetUserName']);
  });
});

const text = fc.constantFrom('a', 'A', 'b\\c', '\\\\x', "it's", 'say "x"', `both ' and "`, '', '5', '-', 'a,b', 'x\\');
const event = fc.record(
  {
    '@timestamp': fc.integer({ min: 0, max: 9 }).map((second) => `2020-09-22T18:53:0${second}.000Z`),
    EventID: fc.integer({ min: 1, max: 4 }),
    name: fc.option(text),
    'the field': text,
    'event_data.Image': text,
  },
  { requiredKeys: ['EventID'] },
);
const fieldFilter = fc.oneof(
  fc.record({ field: fc.constant('EventID'), value: fc.constantFrom('1', '2', '3'), exclude: fc.boolean() }),
  fc.record({ field: fc.constantFrom('name', 'the field', 'event_data.Image', 'Nowhere'), value: fc.option(text), exclude: fc.boolean() }),
);
const START = Date.parse('2020-09-22T18:53:00.000Z');
const anyFilter: fc.Arbitrary<EventFilter> = fc.record({
  fields: fc.uniqueArray(fieldFilter, { maxLength: 4, selector: ({ field, value }) => JSON.stringify([field, value]) }),
  text: fc.option(fc.record({ text: text.filter((each) => each !== ''), matchCase: fc.boolean() })),
  time: fc.option(fc.record({ from: fc.nat(9), length: fc.integer({ min: 1, max: 9 }) }).map(({ from, length }) => ({ from: START + from * 1_000, to: START + (from + length) * 1_000 }))),
});

/** The same, asked of the events as objects. A text may stand in a name or a value, numbers and times included. */
function meets(event: Event, { fields, text: search, time }: EventFilter): boolean {
  const textOf = (field: string): string | null => (event[field] == null ? null : String(event[field]));
  const byField = [...new Set(fields.map(({ field }) => field))].map((field) => fields.filter((each) => each.field === field));
  const fieldsMet = byField.every((asked) => {
    const value = textOf(asked[0].field);
    const included = asked.filter((each) => !each.exclude);
    const isValue = (each: FieldFilter): boolean => (each.value?.toLowerCase() ?? null) === (value?.toLowerCase() ?? null);
    return (included.length === 0 || included.some(isValue)) && !asked.some((each) => each.exclude && isValue(each));
  });
  const at = Date.parse(String(event['@timestamp']));
  const cased = (each: string): string => (search?.matchCase ? each : each.replace(/[A-Z]/g, (char) => char.toLowerCase()));
  const written = Object.entries(event).flatMap(([name, value]) => [name, String(value)]);
  return fieldsMet && (time === null || (at >= time.from && at < time.to)) && (search === null || written.some((each) => cased(each).includes(cased(search.text))));
}

describe('a filter', () => {
  it('lets through what objects would, and so does its query where it says so', () => {
    let same = 0;
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 12 }), anyFilter, (events, filter) => {
        const open = openOf(events);
        const expected = events.flatMap((each, line) => (meets(each, filter) ? [line] : []));
        expect([...listed(open, filter)].sort((a, b) => a - b)).toEqual(expected);
        const { isSame } = filterQuery(open, filter, ['EventID']);
        if (filter.text === null) expect(isSame).toBe(true);
        if (isSame) same++;
      }),
      { numRuns: 300 },
    );
    expect(same).toBeGreaterThan(200);
  });

  it.each([
    [only(include('EventID', '5140'), include('EventID', '5145')), 'EventID IN (5140, 5145)'],
    [only(exclude('TargetUserName', "O'Neil")), '(TargetUserName != "O\'Neil" OR TargetUserName IS NULL)'],
    [only(include('ShareName', '\\\\*\\C$')), "ShareName = concat('\\\\', '\\\\*\\\\C$')"],
    [only(include('TargetUserName', null), exclude('Channel', 'System')), "TargetUserName IS NULL\n  AND (Channel != 'System' OR Channel IS NULL)"],
    [{ ...ALL, text: { text: 'IPC$', matchCase: false } }, "contains(lower(ShareName), 'ipc$')"],
    [
      { ...ALL, time: { from: 1_600_800_812_341, to: 1_600_800_812_342 } },
      "to_timestamp(`@timestamp`) >= to_timestamp('2020-09-22T18:53:32.341Z')\n  AND to_timestamp(`@timestamp`) < to_timestamp('2020-09-22T18:53:32.342Z')",
    ],
  ])('is a query: %j', (filter: EventFilter, where) => {
    expect(filterQuery(openOf(EVENTS), filter, ['Hostname', 'event_data.Image', 'a b'])).toEqual({
      text: `SELECT Hostname, event_data.Image, \`a b\`\nFROM dataTable\nWHERE ${where}`,
      isSame: true,
    });
  });

  it('says where its query does not find the same: a text in a name of a field', () => {
    expect(filterQuery(openOf(EVENTS), { ...ALL, text: { text: 'sharename', matchCase: false } }, []).isSame).toBe(false);
  });
});
