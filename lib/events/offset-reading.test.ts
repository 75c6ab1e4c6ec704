import { describe, expect, it } from 'vitest';
import { clockEvidence } from './clock-evidence';
import { eventTableOf } from './event-table-builder';

/** Rows of "field's time | Sysmon's UtcTime", the date before the first where only a time stands. */
function offsetOf(rows: string) {
  const events = rows
    .trim()
    .split('\n')
    .map((row) => {
      const [time, utc] = row.trim().split(/ {2,}/);
      return JSON.stringify({ '@timestamp': time, UtcTime: utc });
    });
  return clockEvidence(eventTableOf(events.join('\n'))).fields.find(({ name }) => name === '@timestamp')?.offset;
}

const HOUR = 3_600_000;

describe('what the offset from UtcTime tells', () => {
  it.each([
    ['the same clock', `
      2023-09-05T09:00:00.010Z  2023-09-05 09:00:00.000
      2023-09-05T21:00:00.020Z  2023-09-05 21:00:00.000`, { kind: 'agrees', zone: null, shifted: 0 }],
    ['collected seconds to minutes after', `
      2023-09-05T09:00:03Z  2023-09-05 09:00:00
      2023-09-05T09:00:54Z  2023-09-05 09:00:00
      2023-09-05T19:03:00Z  2023-09-05 19:00:00`, { kind: 'lag', median: 54_000, zone: null }],
    ['local time whose Z is false', `
      2023-09-05T05:00:00Z  2023-09-05 09:00:00
      2023-09-05T17:00:00Z  2023-09-05 21:00:00`, { kind: 'false-zone', zone: -4 * HOUR }],
    ['a zone of three quarters of an hour', `
      2023-09-05 14:45:00  2023-09-05 09:00:00
      2023-09-05 02:45:02  2023-09-04 21:00:00`, { kind: 'local', zone: 5.75 * HOUR }],
    ['a 12-hour clock, before noon and after', `
      2023-09-05T09:00:00Z  2023-09-05 16:00:00
      2023-09-05T09:30:00Z  2023-09-05 16:30:00
      2023-09-05T09:51:00Z  2023-09-06 04:51:00`, { kind: 'lost-am-pm', zone: -7 * HOUR, shifted: 1 }],
    ['a 12-hour clock, after noon alone: no zone is 19 hours behind', `
      2023-09-05T09:51:00Z  2023-09-06 04:51:00
      2023-09-05T10:51:00Z  2023-09-06 05:51:00`, { kind: 'lost-am-pm', zone: -7 * HOUR, shifted: 2 }],
    ['19 hours, but of a clock that shows 13:00: nothing is guessed', `
      2023-09-05T09:51:00Z  2023-09-06 04:51:00
      2023-09-05T13:51:00Z  2023-09-06 08:51:00`, { kind: 'unclear', zone: null }],
    ['offsets all over: nothing is guessed', `
      2023-09-05T01:00:00Z  2023-09-05 09:00:00
      2023-09-05T14:00:00Z  2023-09-05 21:00:00`, { kind: 'unclear', zone: null }],
    ['earlier than the event: nothing is guessed', `
      2023-09-05T09:00:00Z  2023-09-05 09:00:30`, { kind: 'unclear', median: -30_000 }],
    ['far from a quarter hour: nothing is guessed', `
      2023-09-05T04:53:00Z  2023-09-05 09:00:00`, { kind: 'unclear', zone: null }],
  ] as const)('%s', (_name, rows, told) => {
    expect(offsetOf(rows)).toMatchObject(told);
  });

  it('is silent where no event has both clocks', () => {
    const table = eventTableOf('{"@timestamp":"2023-09-05T09:00:00Z"}\n{"UtcTime":"2023-09-05 09:00:00"}');
    expect(clockEvidence(table).fields.map(({ offset }) => offset)).toEqual([null, null]);
  });
});

describe('clockEvidence', () => {
  it('lists every time with its role, its events and those out of order', () => {
    const table = eventTableOf(`
      {"@timestamp":"2023-09-05T09:00:00Z","EventReceivedTime":"2023-09-05 05:00:02","CreationUtcTime":"2020-01-01 00:00:00"}
      {"@timestamp":"2023-09-05T08:59:59Z","EventReceivedTime":"soon","UpTime":"17"}
      {"@timestamp":"2023-09-05T09:00:01Z"}`.trim());
    const told = clockEvidence(table).fields.map(({ name, role, events, isShown, outOfOrder }) => [name, role, events, isShown, outOfOrder]);
    expect(told).toEqual([
      ['@timestamp', 'event', 3, true, 1],
      ['EventReceivedTime', 'received', 1, false, 0],
      ['CreationUtcTime', 'content', 1, false, 0],
    ]);
  });

  it('takes no other clock for Sysmon\'s', () => {
    expect(clockEvidence(eventTableOf('{"@timestamp":"2023-09-05T09:00:00Z","EventTime":"2023-09-05 05:00:00"}')).reference).toBeNull();
  });
});
