import { describe, expect, it } from 'vitest';
import type { EventSummary, JoinChain } from '@/lib/engine/engine';
import { entryView, openRowEntryTarget, queryEntryTarget, readingEntryTarget, rowEntryTarget } from './entry-target';

const event = (line: number): EventSummary => ({ ref: { member: 0, line }, time: null, millis: null, host: null, channel: null, eventId: null, gist: 'Share C$' });
const chain = (lines: readonly number[], eventCount = lines.length): JoinChain => ({
  legs: [{ leg: 'b', events: lines.map(event), eventCount, matchedOn: [], conditions: [] }],
  between: [],
  sessions: [],
});
const dataset = { sha256: 'ab'.repeat(32), name: 'a.zip' };
const reading = { analytic: 'IV', reading: 'hardened' } as const;

describe('what an entry is tied to', () => {
  it('is a row by its events, which opens in the hunt that is open', () => {
    const target = rowEntryTarget(null, reading, chain([60, 58]));
    expect(target).toEqual({ address: 'v=1&analytic=IV&reading=hardened&row=0.58,0.60', label: 'Analytic IV, hardened · Share C$', problem: null });
    const view = entryView({ ...target, kind: 'bypass', words: '', dataset }, dataset.sha256);
    expect(view).toMatchObject({ section: 'analytics', analytic: 'IV', reading: 'hardened', row: [{ member: 0, line: 58 }, { member: 0, line: 60 }], event: null });
    expect(view).not.toHaveProperty('hunt');
    expect(view).not.toHaveProperty('dataset');
  });

  it('is a query as it was written', () => {
    const query = { language: 'sql', text: "SELECT * FROM t\nWHERE ShareName LIKE '%C$'" } as const;
    const target = queryEntryTarget(query);
    expect(target).toMatchObject({ label: 'Query in SQL', problem: null });
    expect(entryView({ ...target, kind: 'bypass', words: '', dataset }, dataset.sha256)).toMatchObject({ section: 'query', query: { kind: 'text', ...query }, row: [] });
  });

  it('is all that a reading finds', () => {
    const target = readingEntryTarget(reading);
    expect(target).toEqual({ address: 'v=1&analytic=IV&reading=hardened', label: 'Analytic IV, hardened, all it finds', problem: null });
    expect(entryView({ ...target, kind: 'bypass', words: '', dataset }, dataset.sha256)).toMatchObject({ section: 'analytics', analytic: 'IV', reading: 'hardened', row: [] });
  });

  it('is the row that is open, as its menu would have it', () => {
    const row = [{ member: 0, line: 58 }, { member: 0, line: 60 }];
    const [first] = chain([58]).legs[0].events;
    expect(openRowEntryTarget({ query: null, row }, reading, first)).toEqual(rowEntryTarget(null, reading, chain([58, 60])));
  });

  it('asks for its own dataset where another one is open', () => {
    expect(entryView({ ...rowEntryTarget(null, reading, chain([58])), kind: 'bypass', words: '', dataset }, 'cd'.repeat(32))).toMatchObject({ dataset: { kind: 'upload', ...dataset } });
  });

  it('opens in a pack of its dataset, at the places of the pack', () => {
    const entry = { ...rowEntryTarget(null, reading, chain([58, 60])), kind: 'bypass', words: '', dataset } as const;
    const pack = { of: dataset.sha256, here: 'cd'.repeat(32), lines: new Map([['0:60', 1], ['0:58', 2]]) };
    const view = entryView(entry, pack.here, pack);
    expect(view).toMatchObject({ analytic: 'IV', row: [{ member: 0, line: 1 }, { member: 0, line: 2 }] });
    expect(view).not.toHaveProperty('dataset');
    // Not all of its events are in it; another dataset is open.
    expect(entryView(entry, pack.here, { ...pack, lines: new Map([['0:60', 1]]) })).toMatchObject({ dataset: { kind: 'upload', ...dataset } });
    expect(entryView(entry, 'ef'.repeat(32), pack)).toMatchObject({ dataset: { kind: 'upload', ...dataset }, row: [{ member: 0, line: 58 }, { member: 0, line: 60 }] });
  });

  it.each([
    ['a row without events', rowEntryTarget(null, reading, chain([])), /Too many events, or none/],
    ['a row whose events are not all told', rowEntryTarget(null, reading, chain([58], 51)), /Too many events, or none/],
    ['a query too long for a link', queryEntryTarget({ language: 'sql', text: 'a'.repeat(2_001) }), /too long/],
    ['a row of such a query', rowEntryTarget({ kind: 'kept', language: 'sql', id: '0'.repeat(16) }, { analytic: 'query', reading: 'sql' }, chain([58])), /too long/],
  ])('cannot be %s', (_what, { problem }, why) => expect(problem).toMatch(why));
});
