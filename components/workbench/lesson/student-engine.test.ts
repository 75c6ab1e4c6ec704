import { describe, expect, it } from 'vitest';
import { QUERY_ANALYTIC } from '@/lib/base/query-analytic';
import { UserError } from '@/lib/base/user-error';
import type { Engine } from '@/lib/engine/engine';
import { studentEngine } from './student-engine';

const REACHED = [{ analytic: 'II', reading: 'sql' }] as const;
const AT = { reached: { analytic: 'II', reading: 'sql' }, other: { analytic: 'II', reading: 'hardened' }, query: { analytic: QUERY_ANALYTIC, reading: 'sql' } } as const;

/** Answers every question with the method's name and what it was given. */
const whole = new Proxy({}, { get: (_target, key) => (...given: readonly unknown[]) => Promise.resolve([key, ...given]) }) as unknown as Engine;
const engine = studentEngine(whole, REACHED);
const page = { offset: 0, limit: 1, sort: null, filters: [] };
const isRefused = (answer: Promise<unknown>) => answer.then(() => false, (error: unknown) => error instanceof UserError);

describe('what a student may ask of the engine', () => {
  it.each([
    ['rows', (at) => engine.rows({ ...at, ...page })],
    ['the place of a row', (at) => engine.rowPlace({ ...at, row: 0, sort: null, filters: [] })],
    ['a row’s events', (at) => engine.joinChain({ ...at, row: 0 })],
    ['the row of some events', (at) => engine.findRow(at, [])],
    ['near misses', (at) => engine.misses(at)],
    ['a funnel’s events', (at) => engine.funnelEvents({ ...at, place: { kind: 'joined', join: 0 }, offset: 0, limit: 1 })],
    ['hosts', (at) => engine.coverage(at)],
    ['known rows', (at) => engine.knownRows({ ...at, keys: [] })],
    ['a rule', (at) => engine.translateReading({ ...at, language: 'eql' })],
    ['rows as a file', (at) => engine.exportRecords({ of: 'rows', format: 'csv', rows: { ...at, sort: null, filters: [] } }, 0)],
  ] as readonly (readonly [string, (at: (typeof AT)[keyof typeof AT]) => Promise<unknown>])[])('%s: of a reading that is reached, and of queries', async (_what, ask) => {
    expect([await isRefused(ask(AT.reached)), await isRefused(ask(AT.query)), await isRefused(ask(AT.other))]).toEqual([false, false, true]);
  });

  it.each([
    ['the hunt as a file', () => engine.exportHunt({ format: 'finding', analytic: null })],
    ['a pack', () => engine.packPreview('II')],
    ['the answer key', () => engine.groundTruth('')],
    ['the edited hunt', () => engine.editHunt({ original: '', name: '', edited: null })],
    ['why a reached reading differs from another', () => engine.differenceCauses({ analytic: 'II', left: 'sql', right: 'hardened' })],
  ] as readonly (readonly [string, () => Promise<unknown>])[])('%s: not before the end', async (_what, ask) => expect(await isRefused(ask())).toBe(true));

  it('all of the dataset', async () => {
    expect(await engine.event({ member: 0, line: 1 })).toEqual(['event', { member: 0, line: 1 }]);
    expect(await isRefused(engine.runQuery({ language: 'sql', text: 'SELECT 1' }))).toBe(false);
    const timeline = { bins: 1, by: 'channel', range: null } as const;
    expect(await engine.timeline({ ...timeline, hits: [AT.reached, AT.other, AT.query] })).toEqual(['timeline', { ...timeline, hits: [AT.reached, AT.query] }]);
  });
});
