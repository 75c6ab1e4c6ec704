import { expect, it } from 'vitest';
import { QUERY_ANALYTIC } from '@/lib/base/query-analytic';
import { createInProcessEngine } from '@/lib/engine/in-process-engine';
import { countOverTimeSql } from './count-over-time';

async function counted(times: readonly string[], zone: string, share = 'C$') {
  const engine = createInProcessEngine();
  const lines = [...times.map((time) => ({ '@timestamp': time, ShareName: share })), { '@timestamp': times[0], ShareName: 'other' }].map((event) => JSON.stringify(event));
  const { time } = await engine.open({ kind: 'file', name: 'made.json', blob: new Blob([lines.join('\n')]) });
  if (time === null) throw new Error('no time');
  const { text } = await engine.filterQuery({ fields: [{ field: 'ShareName', value: share, exclude: false }], text: null, time: null }, [time.field]);
  const { columns } = await engine.runQuery({ language: 'sql', text: countOverTimeSql(text, time, zone) });
  const { rows } = await engine.rows({ analytic: QUERY_ANALYTIC, reading: 'sql', offset: 0, limit: 10, sort: null, filters: [] });
  return [columns, ...rows.map(({ cells }) => cells)];
}

// SQL reads a run of backslashes as one, so a value's own must not be written as they are.
it.each(['\\\\*\\C$', "o'n", 'a "b" \\'])('counts the events with %j by the minute', async (share) => {
  expect(await counted(['1970-01-01T00:00:00Z', '1970-01-01T00:00:59.999Z', '1970-01-01T00:01:01Z'], 'UTC', share)).toEqual([
    ['minute, UTC', 'events'], ['1970-01-01 00:00', '2'], ['1970-01-01 00:01', '1'],
  ]);
});

it('counts by the clock of the zone, whatever offset the dataset writes', async () => {
  expect(await counted(['2020-09-22T18:53:32.341Z', '2020-09-22T20:53:59+02:00', '2020-09-22T23:54:00Z'], '+05:30')).toEqual([
    ['minute, UTC+05:30', 'events'], ['2020-09-23 00:23', '2'], ['2020-09-23 05:24', '1'],
  ]);
});

// In Berlin summer time ended on 2020-10-25 at 01:00 UTC: 03:00 became 02:00 (Directive 2000/84/EC).
it('tells an hour twice where the clocks go back', async () => {
  expect(await counted(['2020-10-24T12:10:00Z', '2020-10-25T00:30:00Z', '2020-10-25T00:59:59.999Z', '2020-10-25T01:00:00Z', '2020-10-25T02:30:00Z'], 'Europe/Berlin')).toEqual([
    ['hour, Europe/Berlin', 'events'],
    ['2020-10-24 14:00 UTC+02:00', '1'],
    ['2020-10-25 02:00 UTC+02:00', '2'],
    ['2020-10-25 02:00 UTC+01:00', '1'],
    ['2020-10-25 03:00 UTC+01:00', '1'],
  ]);
});

it('counts a long dataset by the day', async () => {
  expect(await counted(['2020-09-22T23:30:00Z', '2020-10-22T12:00:00Z'], '+01:00')).toEqual([
    ['day, UTC+01:00', 'events'], ['2020-09-23', '1'], ['2020-10-22', '1'],
  ]);
});
