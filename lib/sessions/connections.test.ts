import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { sharedPath } from '@/lib/shared-data.test-support';
import { connectionsOf } from './connections';
import { eventsFrom, row } from './session-rows.test-support';

/** The fields of a connection as Sysmon 3, 5156, 5158 and 5140 write them. */
const HEAD =
  '@timestamp  EventID  Channel  Hostname  UtcTime  Initiated  Direction  Protocol  SourceIp  SourceAddress  SourcePort  DestinationIp  DestAddress  DestinationPort  DestPort  IpAddress  IpPort';

/** A connect to a share of WS6 from port 62782 of WS5, as both hosts tell it. */
const CONNECT = [
  '18:53:32.339  5156  security  WS6  .  .  %%14592  6  .  10.0.0.5  62782  .  10.0.0.6  .  445  .  .',
  '18:53:32.341  5140  security  WS6  .  .  .  .  .  .  .  .  .  .  .  10.0.0.5  62782',
  '18:53:32.356  5158  security  WS5  .  .  .  6  .  0.0.0.0  62782  .  .  .  .  .  .',
  '18:53:32.357  5156  security  WS5  .  .  %%14593  6  .  10.0.0.5  62782  .  10.0.0.6  .  445  .  .',
  '18:53:34.417  3  Microsoft-Windows-Sysmon/Operational  WS5  2020-01-01 18:53:31.668  true  .  tcp  10.0.0.5  .  62782  10.0.0.6  .  445  .  .  .',
  '18:53:34.418  3  Microsoft-Windows-Sysmon/Operational  WS6  2020-01-01 18:53:29.807  false  .  tcp  10.0.0.5  .  62782  10.0.0.6  .  445  .  .  .',
];

function askedAt(index: number, lines: readonly string[]) {
  return connectionsOf(eventsFrom([HEAD, ...lines].join('\n'))).of([row(index)]);
}

/** Host by host: row, how it belongs, milliseconds after the event asked about. */
function told(index: number, lines: readonly string[]) {
  return askedAt(index, lines).map(({ hosts }) => Object.fromEntries(hosts.map(({ host, events }) => [host, events.map((event) => [event.row, event.how, event.apart])])));
}

describe('connectionsOf', () => {
  it('finds the other end of a share connect: the bind, the permit and the connection on the client', () => {
    const [{ client, server, hosts }, ...others] = askedAt(1, CONNECT);
    expect(others).toEqual([]);
    expect({ client, server }).toEqual({ client: { address: '10.0.0.5', port: '62782' }, server: { address: '10.0.0.6', port: '445' } });
    expect(hosts.map(({ host, isHere, side }) => ({ host, isHere, side }))).toEqual([
      { host: 'WS6', isHere: true, side: 'server' },
      { host: 'WS5', isHere: false, side: 'client' },
    ]);
    // A 5140 tells the client's end only; a bind to 0.0.0.0 belongs to WS5 because 5156 shows that 10.0.0.5 is its own.
    expect(hosts[1].events).toEqual([
      { row: 2, how: 'bound-port', apart: 15 },
      { row: 3, how: 'client', apart: 16 },
      { row: 4, how: 'client', apart: 2_076 },
    ]);
    // The two Sysmon events are one connection by two clocks: 29.807 - 31.668.
    expect(hosts[1].skew).toMatchObject({ client: 'WS5', server: 'WS6', millis: -1_861, connections: 1 });
  });

  it('gives the same from every event of it', () => {
    const whole = { WS6: [0, 1, 5], WS5: [2, 3, 4] };
    for (let i = 0; i < CONNECT.length; i++) {
      const [{ hosts }] = askedAt(i, CONNECT);
      expect(Object.fromEntries(hosts.map(({ host, events }) => [host, events.map((event) => event.row)]))).toEqual(whole);
    }
  });

  it('says that both ends are the same where both events tell them', () => {
    expect(told(4, CONNECT)[0].WS6).toEqual([[0, 'both-ends', -2_078], [1, 'client', -2_076], [5, 'both-ends', 1]]);
  });

  it.each([
    ['another port', '18:53:33.000  5140  security  WS6  .  .  .  .  .  .  .  .  .  .  .  10.0.0.5  62783'],
    ['another address', '18:53:33.000  5140  security  WS6  .  .  .  .  .  .  .  .  .  .  .  10.0.0.7  62782'],
    ['the port to another server', '18:53:33.000  5156  security  WS7  .  .  %%14592  6  .  10.0.0.5  62782  .  10.0.0.7  .  445  .  .'],
    ['the port by UDP', '18:53:33.000  5156  security  WS6  .  .  %%14592  17  .  10.0.0.5  62782  .  10.0.0.6  .  445  .  .'],
    ['the port bound on a host of another address', '18:53:33.000  5158  security  WS6  .  .  .  6  .  0.0.0.0  62782  .  .  .  .  .  .'],
    ['the port used again an hour later', '19:53:33.000  5156  security  WS6  .  .  %%14592  6  .  10.0.0.5  62782  .  10.0.0.6  .  445  .  .'],
    ['a share connect of the later use', '19:53:33.000  5156  security  WS6  .  .  %%14592  6  .  10.0.0.5  62782  .  10.0.0.6  .  445  .  .\n19:53:34.000  5140  security  WS6  .  .  .  .  .  .  .  .  .  .  .  10.0.0.5  62782'],
  ])('leaves out %s', (_name, line) => {
    expect(told(4, [...CONNECT, ...line.split('\n')])).toEqual(told(4, CONNECT));
  });

  it('keeps what a connection does hours after its start', () => {
    const late = '21:00:00.000  5140  security  WS6  .  .  .  .  .  .  .  .  .  .  .  10.0.0.5  62782';
    expect(told(4, [...CONNECT, late])[0].WS6.map(([event]) => event)).toEqual([0, 1, 5, 6]);
  });

  it('reads an IPv4 address inside an IPv6 one', () => {
    const ticket = '18:53:32.400  4769  security  WS6  .  .  .  .  .  .  .  .  .  .  .  ::ffff:10.0.0.5  62782';
    expect(told(4, [...CONNECT, ticket])[0].WS6).toContainEqual([6, 'client', -2_017]);
  });

  it.each([
    ['no address', '18:53:32.341  5140  security  WS6  .  .  .  .  .  .  .  .  .  .  .  -  62782'],
    ['no port', '18:53:32.341  4624  security  WS6  .  .  .  .  .  .  .  .  .  .  .  10.0.0.5  0'],
    ['the host itself', '18:53:32.341  4624  security  WS6  .  .  .  .  .  .  .  .  .  .  .  ::1  52242'],
    ['a bind of which nothing else tells', '18:53:32.341  5158  security  WS6  .  .  .  6  .  0.0.0.0  52242  .  .  .  .  .  .'],
  ])('tells of no connection: %s', (_name, line) => {
    expect(told(6, [...CONNECT, line])).toEqual([]);
  });
});

const path = sharedPath('datasets/covenant_copy_smb_CreateRequest.zip');

describe(path ? 'the SMB dataset' : 'the SMB dataset: SKIPPED, ../shared/datasets is not on this machine', () => {
  it.skipIf(!path)('has the copy over C$ from both ends', async () => {
    const zip = await JSZip.loadAsync(await readFile(path ?? ''));
    const [member] = Object.values(zip.files);
    const table = eventTableOf(await member.async('uint8array'));
    const share = table.rowAt({ member: 0, line: 59 });
    if (share === null) throw new Error('no 5140 on line 59');
    const [{ client, server, hosts }] = connectionsOf(table).of([share]);
    expect([client, server]).toEqual([{ address: '172.18.39.5', port: '62782' }, { address: '172.18.39.6', port: '445' }]);
    // Every line that `grep '"62782"'` finds, by its Hostname: 5156, 4624, 5140, 5140, 5145 ×3, Sysmon 3; 5158, 5156, Sysmon 3.
    expect(hosts.map(({ host, events }) => [host, events.map(({ row: told }) => table.source(told).line)])).toEqual([
      ['WORKSTATION6.theshire.local', [54, 56, 58, 59, 60, 61, 62, 217]],
      ['WORKSTATION5.theshire.local', [92, 94, 213]],
    ]);
  });
});
