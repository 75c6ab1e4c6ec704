import { describe, expect, it } from 'vitest';
import { hostSkews } from './host-skew';
import { eventsFrom } from './session-rows.test-support';

const HEAD = 'EventID  Channel  Hostname  UtcTime  Initiated  Protocol  SourceIp  SourcePort  DestinationIp  DestinationPort';
const SYSMON = '3  Microsoft-Windows-Sysmon/Operational';

describe('hostSkews', () => {
  it('sets the two ends of one connection beside each other', () => {
    const table = eventsFrom(`
      ${HEAD}
      ${SYSMON}  WS5.corp.local  2020-09-22 18:53:31.668  true   tcp  10.0.0.5  62782  10.0.0.6  445
      ${SYSMON}  WS6             2020-09-22 18:53:29.807  false  tcp  10.0.0.5  62782  10.0.0.6  445
      ${SYSMON}  WS5             2020-09-22 18:54:31.000  true   tcp  10.0.0.5  62790  10.0.0.6  445
      ${SYSMON}  WS6             2020-09-22 18:54:29.100  false  tcp  10.0.0.5  62790  10.0.0.6  445
      ${SYSMON}  WS6             2020-09-22 18:55:29.100  false  udp  10.0.0.5  62790  10.0.0.6  445
    `);
    expect(hostSkews(table)).toEqual([
      { client: 'WS5.corp.local', server: 'WS6', millis: -1_900, low: -1_900, high: -1_861, connections: 2, example: { client: 2, server: 3 } },
    ]);
  });

  it.each([
    ['one end alone', [`${SYSMON}  WS5  2020-09-22 18:53:31.668  true  tcp  10.0.0.5  62782  10.0.0.6  445`]],
    ['a host that talks to itself', [
      `${SYSMON}  WS5  2020-09-22 18:53:31  true   tcp  10.0.0.5  62782  10.0.0.5  445`,
      `${SYSMON}  ws5  2020-09-22 18:53:32  false  tcp  10.0.0.5  62782  10.0.0.5  445`]],
    ['ports used twice', [
      `${SYSMON}  WS5  2020-09-22 18:53:31  true   tcp  10.0.0.5  62782  10.0.0.6  445`,
      `${SYSMON}  WS5  2020-09-22 19:53:31  true   tcp  10.0.0.5  62782  10.0.0.6  445`,
      `${SYSMON}  WS6  2020-09-22 18:53:30  false  tcp  10.0.0.5  62782  10.0.0.6  445`]],
    ['other events with such fields', [
      `3  System  WS5  2020-09-22 18:53:31  true   tcp  10.0.0.5  62782  10.0.0.6  445`,
      `3  System  WS6  2020-09-22 18:53:30  false  tcp  10.0.0.5  62782  10.0.0.6  445`]],
  ])('is no evidence: %s', (_name, rows) => {
    expect(hostSkews(eventsFrom([HEAD, ...rows].join('\n')))).toEqual([]);
  });
});
