import { describe, expect, it } from 'vitest';
import { QUERY_ANALYTIC } from '@/lib/base/query-analytic';
import { createInProcessEngine } from './in-process-engine';
import type { Engine } from './engine';
import type { QueryText } from './query-shapes';

const lines = [
  { '@timestamp': '2020-09-22T18:53:01Z', EventID: 5140, Hostname: 'FS1', ShareName: 'C$', SubjectLogonId: '0xa1' },
  { '@timestamp': '2020-09-22T18:53:02Z', EventID: 5140, Hostname: 'FS2', ShareName: 'IPC$', SubjectLogonId: '0xa2' },
  { '@timestamp': '2020-09-22T18:53:03Z', EventID: 5140, Hostname: 'FS1', ShareName: 'D$', SubjectLogonId: '0xa1' },
];

async function opened(events: readonly object[] = lines): Promise<Engine> {
  const engine = createInProcessEngine();
  await engine.open({ kind: 'file', name: 'events.json', blob: new Blob([events.map((event) => JSON.stringify(event)).join('\n')]) });
  return engine;
}

const sql = (text: string): QueryText => ({ language: 'sql', text });
const at = (reading: QueryText['language']) => ({ analytic: QUERY_ANALYTIC, reading }) as const;
const page = { offset: 0, limit: 10, sort: null, filters: [] };

describe('runQuery', () => {
  it('gives rows that lead to their events and back, as those of a reading do', async () => {
    const engine = await opened();
    const run = await engine.runQuery(sql("SELECT Hostname, ShareName FROM t WHERE EventID = 5140 AND ShareName != 'IPC$'"));
    expect(run).toMatchObject({ error: null, columns: ['Hostname', 'ShareName'], rowCount: 2, shown: 2, warnings: [], reason: null, chart: null });
    expect(run.funnel?.legs[0].steps.map(({ left }) => left)).toEqual([3, 2]);
    expect((await engine.rows({ ...at('sql'), ...page })).rows.map(({ cells }) => cells)).toEqual([['FS1', 'C$'], ['FS1', 'D$']]);
    const { legs } = await engine.joinChain({ ...at('sql'), row: 1 });
    expect(legs[0].events.map(({ ref }) => ref)).toEqual([{ member: 0, line: 3 }]);
    expect(await engine.findRow(at('sql'), [{ member: 0, line: 3 }])).toBe(1);
    expect((await engine.timeline({ bins: 10, by: 'channel', range: null, hits: [at('sql')] })).hits.map(({ row }) => row)).toEqual([0, 1]);
  });

  it.each([
    // At the end, where something is wanting; else what cannot be read.
    ['sql', 'SELECT Hostname\nFROM t WHERE', 28, 28, 'Expected a value'],
    ['sql', 'SELECT NTILE(3) FROM t', 7, 12, 'NTILE'],
    ['pandas', "df[df['EventID'] = 5140]", 16, 17, 'SyntaxError'],
    ['pandas', 'dfs.head()', 0, 3, "'dfs' is not defined"],
  ] as const)('%s %s: says what is wrong and where', async (language, text, start, end, words) => {
    const run = await (await opened()).runQuery({ language, text });
    expect(run).toMatchObject({ rowCount: 0, columns: [], funnel: null, plan: null, error: { span: { start, end } } });
    expect(run.error?.message).toContain(words);
  });

  it('has no rows to ask for where it failed, and those of one language are not those of the other', async () => {
    const engine = await opened();
    await engine.runQuery(sql('SELECT'));
    await expect(engine.rows({ ...at('sql'), ...page })).rejects.toMatchObject({ failure: { code: 'not-found' } });
    await engine.runQuery({ language: 'pandas', text: 'df' });
    await expect(engine.rows({ ...at('sql'), ...page })).rejects.toMatchObject({ failure: { code: 'not-found' } });
    expect((await engine.rows({ ...at('pandas'), ...page })).total).toBe(3);
  });

  it('forgets the query with the dataset', async () => {
    const engine = await opened();
    await engine.runQuery(sql('SELECT 1 AS one FROM t'));
    await engine.open({ kind: 'file', name: 'other.json', blob: new Blob(['{"EventID":1}']) });
    await expect(engine.rows({ ...at('sql'), ...page })).rejects.toMatchObject({ failure: { code: 'not-found' } });
  });

  it('says why no row says nothing', async () => {
    expect((await (await opened()).runQuery(sql('SELECT Hostname FROM t WHERE EventID = 4624'))).reason).toBe('This dataset holds no event 4624.');
    expect((await (await opened()).runQuery(sql("SELECT Hostname FROM t WHERE ShareName = 'E$'"))).reason).toBeNull();
  });

  it('charts groups by the first aggregate of numbers, the largest first', async () => {
    const run = await (await opened()).runQuery(sql('SELECT EventID, MIN(Hostname) AS host, COUNT(*) AS events, SubjectLogonId FROM t GROUP BY EventID, SubjectLogonId ORDER BY events'));
    expect(run.chart).toEqual({
      value: 'events',
      label: 'EventID · SubjectLogonId',
      groups: 2,
      bars: [
        { label: '5140 · 0xa1', value: 2, row: 1, names: null },
        { label: '5140 · 0xa2', value: 1, row: 0, names: null },
      ],
    });
  });

  it.each([['SELECT EventID, Hostname FROM t'], ['SELECT COUNT(*) AS events FROM t'], ['SELECT Hostname, MIN(ShareName) AS share FROM t GROUP BY Hostname']])('charts nothing of %s', async (text) =>
    expect((await (await opened()).runQuery(sql(text))).chart).toBeNull(),
  );

  it('charts groups of times in their order', async () => {
    const days = [3, 1, 1, 1, 2, 2].map((day) => ({ day: `2020-09-0${day}` }));
    const chart = (await (await opened(days)).runQuery(sql('SELECT day, COUNT(*) AS events FROM t GROUP BY day'))).chart;
    expect(chart?.bars.map(({ label, value }) => `${label}: ${value}`)).toEqual(['2020-09-01: 3', '2020-09-02: 2', '2020-09-03: 1']);
  });

  it('charts the 30 largest of many groups', async () => {
    const many = Array.from({ length: 40 }, (_, i) => Array.from({ length: i + 1 }, () => ({ EventID: i }))).flat();
    const chart = (await (await opened(many)).runQuery({ language: 'pandas', text: "df.groupby('EventID').size()" })).chart;
    expect([chart?.groups, chart?.bars[0].names]).toEqual([40, { column: 'EventID', cell: '39' }]);
    expect(chart?.bars.map(({ value }) => value)).toEqual(Array.from({ length: 30 }, (_, i) => 40 - i));
  });
});

describe('checkQuery', () => {
  it('colours a text and says what compiling it says, without running it', async () => {
    const engine = await opened();
    const check = await engine.checkQuery(sql('SELECT Nowhere FROM'));
    expect(check.tokens[0]).toEqual({ start: 0, end: 6, kind: 'keyword' });
    expect(check.error?.span.end).toBe(19);
    const { error, warnings } = await engine.checkQuery(sql('SELECT Nowhere FROM t'));
    expect(error).toBeNull();
    expect(warnings.map(({ code, span }) => [code, span?.start])).toEqual([['column-absent', 7]]);
  });
});
