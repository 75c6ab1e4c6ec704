import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeViewState } from './decode-view-state';
import { encodeViewState, encodeWithheld } from './encode-view-state';
import { sortedRefs } from './event-refs';
import { withTableView } from './tables-of-view';
import { emptyViewState } from './view-state';
import type { ViewState } from './view-state';

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
const ref = fc.record({ member: fc.nat(20), line: fc.integer({ min: 1, max: 4_000_000_000 }) });
const hex = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });

const place = fc.oneof(
  fc.record({ kind: fc.constant('left' as const), leg: fc.nat(9), conditions: fc.nat(20) }),
  fc.record({ kind: fc.constant('only-fails' as const), leg: fc.nat(9), condition: fc.nat(20) }),
  fc.record({ kind: fc.constant('unmatched' as const), join: fc.nat(9), side: fc.constantFrom('left' as const, 'right' as const), key: fc.option(fc.integer({ min: -1, max: 1_000_000 })) }),
  fc.record({ kind: fc.constant('joined' as const), join: fc.nat(9) }),
  fc.record({ kind: fc.constant('after' as const), step: fc.nat(9) }),
);

const anyState: fc.Arbitrary<ViewState> = fc.record({
  dataset: fc.option(
    fc.oneof(
      fc.constant({ kind: 'sample' as const }),
      fc.webUrl({ withQueryParameters: true, withFragments: true }).map((url) => ({ kind: 'link' as const, url: new URL(url).href })),
      fc.record({ kind: fc.constant('upload' as const), sha256: hex(64), name }),
    ),
  ),
  members: fc.option(fc.uniqueArray(fc.nat(40), { minLength: 1, maxLength: 20 }).map((places) => places.sort((a, b) => a - b))),
  hunt: fc.option(
    fc.oneof(
      fc.record({ kind: fc.constant('shipped' as const), id: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/) }),
      fc.webUrl({ withQueryParameters: true }).map((url) => ({ kind: 'link' as const, url: new URL(url).href })),
      fc.record({ kind: fc.constant('upload' as const), sha256: hex(64), name }),
    ),
  ),
  section: fc.constantFrom('analytics' as const, 'edit' as const, 'sessions' as const, 'report' as const, 'story' as const),
  analytic: fc.option(fc.stringMatching(/^[A-Z]{1,5}$/)),
  reading: fc.option(fc.constantFrom('sql' as const, 'pandas' as const, 'hardened' as const)),
  row: fc.array(ref, { maxLength: 8 }).map(sortedRefs),
  funnel: fc.option(fc.record({ analytic: fc.stringMatching(/^[A-Z]{1,5}$/), reading: fc.constantFrom('sql' as const, 'pandas' as const, 'hardened' as const), place })),
  differences: fc.constant(null),
  event: fc.option(ref),
  unfolded: fc.constant(null),
  session: fc.option(fc.record({ host: name, logonId: fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map((id) => `0x${id.toString(16)}`), boot: fc.nat(3) })),
  sessionsFilter: fc.record({ host: fc.option(name), user: fc.option(name) }),
  filters: fc.record({
    fields: fc.uniqueArray(fc.record({ field: name, value: fc.option(fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom('~', ',', ':', '-', '/', '@', 'a') }))), exclude: fc.boolean() }), {
      maxLength: 5,
      selector: ({ field, value }) => JSON.stringify([field, value]),
    }),
    text: fc.option(fc.record({ text: fc.oneof(name, fc.string({ unit: fc.constantFrom('~', ',', '/', 'a'), minLength: 1 })), matchCase: fc.boolean() })),
    time: fc.option(fc.record({ from: fc.nat(2_000_000_000_000), length: fc.integer({ min: 1, max: 1_000_000_000 }) }).map(({ from, length }) => ({ from, to: from + length }))),
  }),
  eventList: fc.record({
    columns: fc.option(fc.uniqueArray(fc.oneof(name, fc.constantFrom('-a', '~', 'a,b', '@timestamp')), { minLength: 1, maxLength: 5 })),
    sort: fc.record({ field: fc.option(fc.oneof(name, fc.constantFrom('-a', '/b', '@timestamp'))), descending: fc.boolean() }),
  }),
  tables: fc.constant(null),
  timeline: fc.record({ by: fc.constantFrom('channel' as const, 'host' as const), zoom: fc.option(fc.record({ from: fc.nat(2_000_000_000_000), more: fc.integer({ min: 1, max: 1_000_000 }) }).map(({ from, more }) => ({ from, to: from + more }))) }),
  graph: fc.constant({ start: [], opened: [] }),
  query: fc.constant(null),
  compared: fc.constant(null),
  lesson: fc.record({ step: fc.constant(1), isStudent: fc.boolean() }),
  theme: fc.option(fc.constantFrom('light' as const, 'dark' as const)),
  size: fc.option(fc.constant('large' as const)),
  zone: fc.constantFrom('UTC', 'Europe/Berlin', 'Etc/GMT+3', '+05:30', '-03:30'),
  catalogue: fc.record({
    text: fc.oneof(fc.constant(''), name),
    chosen: fc.record({ tactic: fc.option(name), technique: fc.option(name), platform: fc.option(name), kind: fc.option(name), source: fc.option(name), hunt: fc.option(name) }),
    sort: fc.record({ by: fc.constantFrom('title' as const, 'archive' as const, 'events' as const), descending: fc.boolean() }),
    shown: fc.constantFrom('datasets' as const, 'hunts' as const),
  }),
  made: fc.option(
    fc.record({
      app: fc.stringMatching(/^[0-9A-Za-z.-]{1,30}$/),
      format: fc.integer({ min: 1, max: 9_999 }),
      data: fc.option(fc.stringMatching(/^[\w-]{43}$/)),
      hunt: fc.option(fc.stringMatching(/^[\w-]{16}$/)),
      result: fc.stringMatching(/^[\w-]{16}$/),
      events: fc.option(fc.nat(1_000_000_000)),
      readings: fc.array(
        fc.record({
          analytic: fc.constantFrom('I', 'II', '1', 'X-2'),
          reading: fc.constantFrom('sql' as const, 'pandas' as const, 'hardened' as const),
          found: fc.option(fc.record({ rows: fc.option(fc.nat(999_999)), digest: fc.stringMatching(/^[\w-]{4}$/) })),
          code: fc.stringMatching(/^[\w-]{3}$/),
        }),
        { maxLength: 8 },
      ),
    }),
  ),
});

const anyQuery: fc.Arbitrary<ViewState['query']> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), language: fc.constantFrom('sql' as const, 'pandas' as const), text: fc.string({ unit: 'grapheme' }) }),
  fc.record({ kind: fc.constant('kept' as const), language: fc.constantFrom('sql' as const, 'pandas' as const), id: hex(16) }),
);

describe('encodeViewState', () => {
  it('what it writes, decodeViewState reads back, with what was withheld', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(decodeViewState(`#${encodeViewState(state)}`, encodeWithheld(state))).toEqual({ state, notices: [] });
      }),
    );
  });

  it('writes the query in its section alone', () => {
    fc.assert(
      fc.property(anyState, anyQuery, (state, query) => {
        expect(decodeViewState(encodeViewState({ ...state, section: 'query', query }), encodeWithheld({ ...state, section: 'query', query })).state.query).toEqual(query);
        expect(encodeViewState({ ...state, section: 'analytics', query })).not.toContain('query');
      }),
    );
  });

  it('writes how a table is shown, as long as its rows are on screen', () => {
    const column = fc.oneof(name, fc.constantFrom('-a', '/b', '@timestamp', 'a:b', 'a,b', '~'));
    const table = fc.record({
      columns: fc.option(fc.record({ kind: fc.constantFrom('only' as const, 'without' as const), names: fc.uniqueArray(column, { minLength: 1, maxLength: 5 }) })),
      sort: fc.option(fc.record({ column, descending: fc.boolean() })),
      filters: fc.uniqueArray(fc.record({ column, text: column }), { maxLength: 3, selector: (filter) => filter.column }),
    });
    fc.assert(
      fc.property(anyState, fc.constantFrom('analytics' as const, 'edit' as const, 'sessions' as const), table, (state, section, rows) => {
        const shown: ViewState = { ...state, section, analytic: 'IV', reading: 'sql' };
        const sorted = { ...shown, ...withTableView(shown, 'rows', rows) };
        expect(decodeViewState(encodeViewState(sorted), encodeWithheld(sorted))).toEqual({ state: sorted, notices: [] });
        for (const elsewhere of [{ section: 'report' as const }, section === 'sessions' ? { section: 'edit' as const } : { analytic: 'V' }]) {
          const other = { ...sorted, ...elsewhere };
          expect(encodeViewState(other) + encodeWithheld(other)).not.toContain('table=');
        }
      }),
    );
  });

  it('writes only what an address may hold unescaped', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(encodeViewState(state)).toMatch(/^$|^v=1(&[a-z]+=[\w.\-/:,@%]*)+$/);
      }),
    );
  });

  it('leaves defaults out', () => {
    expect(encodeViewState(emptyViewState)).toBe('');
    expect(encodeViewState({ ...emptyViewState, theme: 'dark' })).toBe('v=1&theme=dark');
  });

  it('a link to an uploaded dataset tells its hash and name, and nothing of its events', () => {
    const state: ViewState = {
      ...emptyViewState,
      dataset: { kind: 'upload', sha256: '0'.repeat(64), name: 'case.zip' },
      row: [{ member: 0, line: 3 }],
      session: { host: 'DC01', logonId: '0x1a', boot: 0 },
      sessionsFilter: { host: 'DC01', user: 'pgustavo' },
    };
    expect(encodeViewState(state)).toBe(`v=1&dataset=sha256:${'0'.repeat(64)}:case.zip&row=0.3`);
    expect(encodeWithheld(state)).toBe('v=1&session=0x1a@DC01&host=DC01&user=pgustavo');
  });

  it('writes the same row the same way, in whatever order its events come', () => {
    const row = [{ member: 1, line: 2 }, { member: 0, line: 9 }, { member: 0, line: 10 }, { member: 1, line: 2 }];
    expect(encodeViewState({ ...emptyViewState, row })).toBe('v=1&row=0.9,0.10,1.2');
  });

  it('a lone surrogate in a host name does not break the link', () => {
    const state = { ...emptyViewState, sessionsFilter: { host: 'a\ud800b', user: null } };
    expect(decodeViewState(encodeViewState(state)).state.sessionsFilter.host).toBe('a\ufffdb');
  });
});
