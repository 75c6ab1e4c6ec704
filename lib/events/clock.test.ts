import { describe, expect, it } from 'vitest';
import { rowId } from '@/lib/base/row-id';
import { clockOf, millisOf } from './clock';
import { eventTableOf } from './event-table-builder';
import { instantOf } from './instant';

describe('instantOf', () => {
  it.each([
    ['2020-09-22T18:54:15.768Z', Date.UTC(2020, 8, 22, 18, 54, 15, 768)],
    ['2020-09-22 14:54:15', Date.UTC(2020, 8, 22, 14, 54, 15)],
    ['2020-09-22 14:54', Date.UTC(2020, 8, 22, 14, 54)],
    ['2020-09-22 14:54:15.25', Date.UTC(2020, 8, 22, 14, 54, 15, 250)],
    ['2022-08-03T18:32:13.156002300Z', Date.UTC(2022, 7, 3, 18, 32, 13, 156) + 0.0023],
    ['2019-05-18T20:37:58+02:00', Date.UTC(2019, 4, 18, 18, 37, 58)],
    ['2019-05-18T20:37:58.5-0130', Date.UTC(2019, 4, 18, 22, 7, 58, 500)],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ['/Date(1600800855768)/', 1600800855768],
    ['1600800855768', 1600800855768],
    ['1600800855.768', 1600800855768],
  ])('%s', (text, millis) => {
    expect(instantOf(text)).toBeCloseTo(millis, 3);
  });

  it.each(['', '-', '0001-01-01T00:00:00Z', '2020-13-01T00:00:00Z', '2023-02-29T00:00:00Z', '2020-09-22T24:00:00Z', '2020-09-22', '2020-09-22T1:00:00', '2020-09-22T10:00:00X', '5140'])(
    '%j is no time',
    (text) => {
      expect(instantOf(text)).toBeNaN();
    },
  );
});

it('counts days as Date does', () => {
  const days = Array.from({ length: 80_000 }, (_, day) => Date.UTC(1890, 0, 1) + 86_400_000 * day);
  expect(days.filter((millis) => instantOf(new Date(millis).toISOString()) !== millis)).toEqual([]);
});

it('reads times in place as it reads their text', () => {
  const times = [
    '2020-09-22T18:54:15.768Z', '2020-09-22 14:54:15.252', '2020-09-22T14:54:15', '2020-09-22T14:54:15Z', '2020-09-23T00:00:00.1234567Z', '2020-09-22T18:54:15.Z',
    '2020-09-22T18:54:15,5', '2020-09-22T18:54:15.5+02:00', '2020-02-30T18:54:15Z', '2020-09-22T24:00:00Z', '2020-09-22T23:60:00Z', '2020-09-22T1:00:00', '2020-09-22T10:00:00X',
    '', '-', '0001-01-01T00:00:00Z', '/Date(1600800855768)/', '1600800855.768', 1600800855, 1600800855768, true, null, ['2020-09-22'], '2020-09-22T18:54:15.12x', '2020-09-2218:54:15.123Z',
  ];
  const table = eventTableOf([...times.map((time) => JSON.stringify({ time })), '{"time":"2020\\u002d09-22T18:54:15Z"}', '{}'].join('\n'));
  const column = table.ownColumn('time');
  expect(column && table.instants('time')).toEqual(column && millisOf(column));
});

describe('clockOf', () => {
  const fieldOf = (...events: object[]) => clockOf(eventTableOf(events.map((event) => JSON.stringify(event)).join('\n')))?.field;
  const time = '2020-10-19 07:30:53.401';

  it('prefers @timestamp where all have it', () => {
    expect(fieldOf({ EventTime: time, '@timestamp': time })).toBe('@timestamp');
  });
  it('prefers the field that most events have', () => {
    expect(fieldOf({ TimeGenerated: time }, { TimeGenerated: time, UtcTime: time })).toBe('TimeGenerated');
  });
  it('passes over a field that holds no times', () => {
    expect(fieldOf({ '@timestamp': 'soon', UtcTime: time })).toBe('UtcTime');
  });
  it('has a gap where an event has no readable time', () => {
    const table = eventTableOf('{"UtcTime":"2020-10-19 07:30:53.401"}\n{"a":1}\n{"UtcTime":null}');
    expect([...(clockOf(table)?.millis ?? [])]).toEqual([Date.UTC(2020, 9, 19, 7, 30, 53, 401), NaN, NaN]);
  });
  it('goes by what each exporter has, where a dataset mixes several', () => {
    const table = eventTableOf('{"@timestamp":"2020-10-19T07:00:00Z"}\n{"@timestamp":"2020-10-19T08:00:00Z"}\n{"TimeCreated":"2020-10-19T09:00:00Z"}\n{"a":1}');
    const clock = clockOf(table);
    expect([...(clock?.millis ?? [])]).toEqual([7, 8, 9].map((hour) => Date.UTC(2020, 9, 19, hour)).concat(NaN));
    expect(clock).toMatchObject({ field: '@timestamp', others: [{ name: 'TimeCreated', events: 1 }] });
    expect([0, 1, 2, 3].map((row) => clock?.fieldOf(rowId(row)))).toEqual(['@timestamp', '@timestamp', 'TimeCreated', null]);
  });
  it('is null where nothing tells the time', () => {
    expect(clockOf(eventTableOf('{"a":1}'))).toBeNull();
  });
});
