import { describe, expect, it } from 'vitest';
import { rowId } from '@/lib/base/row-id';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { eventListOf } from './event-list';
import { OpenTable } from './open-table';
import { resultOf } from './result-fixtures.test-support';
import { timeline } from './timeline';

const event = (time: string, channel: string) => `{"@timestamp":"2020-09-22T18:00:${time}Z","Channel":"${channel}"}\n`;
const openLines = (...lines: readonly string[]) => new OpenTable(eventTableOf(lines.join('')));
const at = (second: number) => Date.UTC(2020, 8, 22, 18, 0, second);
const all = (bins: number) => ({ bins, by: 'channel', range: null }) as const;

describe('timeline', () => {
  it('counts every event in a bin of its channel, the last one too', () => {
    const open = openLines(event('00.000', 'Security'), event('00.999', 'security'), event('05.000', 'System'), event('10.000', 'Security'), '{"Channel":"System"}\n');
    // 10,001 ms from first to last, so 10 bins are 1,001 ms wide: 0 s and 0.999 s fall in bin 0, 5 s in 4, 10 s in 9.
    expect(timeline(open, all(10), [])).toEqual({
      field: '@timestamp',
      whole: { from: at(0), to: at(10) + 1 },
      start: at(0),
      binMillis: 1_001,
      series: ['Security', 'System'],
      counts: [
        [2, 0, 0, 0, 0, 0, 0, 0, 0, 1],
        [0, 0, 0, 0, 1, 0, 0, 0, 0, 0],
      ],
      hits: [],
    });
  });

  it('counts channels past the seventh together', () => {
    const open = openLines(...Array.from({ length: 9 }, (_, i) => event('00.000', `Channel ${i}`).repeat(9 - i)));
    const { series, counts } = timeline(open, all(4), []);
    expect(series.slice(-2)).toEqual(['Channel 6', 'Other']);
    expect(counts.at(-1)).toEqual([3]);
  });

  it('marks each event of each row once', () => {
    const open = openLines(event('01.000', 'Security'), event('02.000', 'Security'));
    const { hits } = timeline(open, all(4), [{ analytic: 'II', result: resultOf(['a'], [['x'], ['y']], [[rowId(1), rowId(1)], [rowId(0)]]) }]);
    expect(hits).toEqual([
      { analytic: 'II', millis: at(2), row: 0, ref: { member: 0, line: 2 } },
      { analytic: 'II', millis: at(1), row: 1, ref: { member: 0, line: 1 } },
    ]);
  });

  it('shows the part asked for, its end not included, and the hits in it', () => {
    const open = openLines(...['00', '01', '02', '03', '04'].map((second) => event(`${second}.000`, 'Security')));
    const rows = resultOf(['a'], [['x'], ['y']], [[rowId(1)], [rowId(4)]]);
    // Two seconds in four bins of 500 ms: 1 s is the first of bin 0, 2 s of bin 2; 3 s is outside.
    expect(timeline(open, { bins: 4, by: 'channel', range: { from: at(1), to: at(3) } }, [{ analytic: 'II', result: rows }])).toMatchObject({
      whole: { from: at(0), to: at(4) + 1 },
      start: at(1),
      binMillis: 500,
      counts: [[1, 0, 1, 0]],
      hits: [{ row: 0, millis: at(1) }],
    });
  });

  it('counts apart what does not meet a filter, whatever that asks of the time', () => {
    const open = openLines(event('00.000', 'Security'), event('01.000', 'System'), event('01.500', 'Security'), event('03.999', 'Security'), '{"Channel":"Security"}\n');
    const filter = { fields: [{ field: 'Channel', value: 'Security', exclude: false }], text: null, time: { from: at(3), to: at(4) } };
    // Four bins of a second.
    expect(timeline(open, { ...all(4), filter }, [])).toMatchObject({ series: ['Security', 'System'], counts: [[1, 1, 0, 1], [0, 0, 0, 0]], others: [0, 1, 0, 0] });
    expect(timeline(open, { ...all(4), filter: { ...filter, fields: [] } }, [])).not.toHaveProperty('others');
    expect(timeline(open, { ...all(4), filter: { fields: [], text: { text: 'system', matchCase: false }, time: null } }, [])).toMatchObject({ others: [1, 2, 0, 1] });
    eventListOf(open).count({ fields: [], text: { text: 'system', matchCase: false }, time: null });
    expect(timeline(open, { ...all(4), filter: { fields: [], text: { text: 'system', matchCase: false }, time: null } }, [])).toMatchObject({ counts: [[0, 0, 0, 0], [0, 1, 0, 0]], others: [1, 1, 0, 1] });
  });

  it('counts by host, whose names are one in any case, short or full', () => {
    const on = (host: string) => `{"@timestamp":"2020-09-22T18:00:00Z","Hostname":"${host}"}\n`;
    const open = openLines(on('ws1'), on('WS1.corp.local'), on('DC1'), '{"@timestamp":"2020-09-22T18:00:00Z"}\n');
    expect(timeline(open, { bins: 1, by: 'host', range: null }, [])).toMatchObject({ series: ['WS1.corp.local', 'DC1', 'Other'], counts: [[2], [1], [1]] });
  });

  it('is empty where no event has a readable time', () => {
    expect(timeline(openLines('{"Channel":"Security"}\n'), all(4), [])).toMatchObject({ field: null, series: [], counts: [] });
  });
});
