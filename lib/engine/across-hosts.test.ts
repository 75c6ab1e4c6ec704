import { describe, expect, it } from 'vitest';
import { eventsFrom } from '@/lib/sessions/session-rows.test-support';
import { connectionViews } from './across-hosts';
import { fileTrailView } from './file-trail-view';
import { OpenTable } from './open-table';
import { processTreeView } from './process-tree-view';

const SYSMON = 'Microsoft-Windows-Sysmon/Operational';
const at = (line: number) => ({ member: 0, line });

function opened(head: string, lines: readonly string[]): OpenTable {
  return new OpenTable(eventsFrom([head, ...lines].join('\n')));
}

describe('connectionViews', () => {
  const HEAD = '@timestamp  EventID  Channel  Hostname  UtcTime  Initiated  Protocol  SourceIp  SourcePort  DestinationIp  DestinationPort  SubjectLogonId  IpAddress  IpPort  Image';
  const both = (port: number) => [
    `18:53:34.000  3  ${SYSMON}  WS5  2020-01-01 18:53:31.000  true  tcp  10.0.0.5  ${port}  10.0.0.6  445  .  .  .  C:\\smb.exe`,
    `18:53:34.500  3  ${SYSMON}  WS6  2020-01-01 18:53:29.000  false  tcp  10.0.0.5  ${port}  10.0.0.6  445  .  .  .  System`,
  ];
  const share = (port: number) => `18:53:35.000  5140  Security  WS6  .  .  .  .  .  .  .  0xa1  10.0.0.5  ${port}  .`;

  it('tells both ends of an event\u2019s connection, here first, and how the clocks stand', () => {
    const [view, ...others] = connectionViews(opened(HEAD, [...both(50_000), share(50_000)]), { kind: 'event', event: at(3) });
    expect(others).toEqual([]);
    expect(view).toMatchObject({ client: '10.0.0.5:50000', server: '10.0.0.6:445', from: { ref: at(3), eventId: '5140' } });
    expect(view.hosts.map(({ host, isHere, side, eventCount }) => ({ host, isHere, side, eventCount }))).toEqual([
      { host: 'WS6', isHere: true, side: 'server', eventCount: 2 },
      { host: 'WS5', isHere: false, side: 'client', eventCount: 1 },
    ]);
    expect(view.hosts[1].events).toMatchObject([{ ref: at(1), how: 'client', apart: -1_000, program: 'C:\\smb.exe' }]);
    // WS5 says 31.000 where WS6 says 29.000: seen from WS6 it is two seconds ahead.
    expect(view.hosts.map(({ clocks }) => clocks)).toEqual([null, { millis: 2_000, low: 2_000, high: 2_000, connections: 1 }]);
    const [fromClient] = connectionViews(opened(HEAD, [...both(50_000), share(50_000)]), { kind: 'event', event: at(1) });
    expect(fromClient.hosts[1].clocks).toMatchObject({ millis: -2_000 });
  });

  it('tells each connection of a session once, twenty at most; none of a service session', () => {
    const ports = Array.from({ length: 25 }, (_, i) => 50_000 + i);
    const open = opened(HEAD, [...ports.flatMap((port) => [share(port), share(port)]), share(60_000).replace('0xa1', '0x3e7')]);
    const of = (logonId: string) => connectionViews(open, { kind: 'session', session: { host: 'WS6', logonId, boot: 0 } });
    expect(of('0xa1').map(({ client }) => client)).toEqual(ports.slice(0, 20).map((port) => `10.0.0.5:${port}`));
    expect(of('0x3e7')).toEqual([]);
    expect(() => of('0xb2')).toThrow('This dataset has no session 0xb2 on WS6.');
  });

  it('writes an IPv6 address so that its port can be told apart, and counts what it does not list', () => {
    const lines = Array.from({ length: 60 }, () => '18:53:35.000  5140  Security  WS6  .  .  .  .  .  .  .  0xa1  fe80::5  50000  .');
    const [view] = connectionViews(opened(HEAD, lines), { kind: 'event', event: at(1) });
    expect(view).toMatchObject({ client: '[fe80::5]:50000', server: null });
    expect([view.hosts[0].events.length, view.hosts[0].eventCount]).toEqual([50, 60]);
  });
});

describe('fileTrailView', () => {
  const HEAD = '@timestamp  EventID  Channel  Hostname  Image  TargetFilename  Hashes';
  const create = (host: string, path: string) => `10:00:00.000  11  ${SYSMON}  ${host}  System  ${path}  .`;

  it('lists the events of a file with what each says, and what may be the same elsewhere', () => {
    const open = opened(HEAD, [create('WS6', 'C:\\a.exe'), `10:00:01.000  1  ${SYSMON}  WS6  C:\\a.exe  .  SHA1=AAAAAAAAAAAAAAAA`, `09:00:00.000  1  ${SYSMON}  WS5  C:\\b\\a.exe  .  SHA1=AAAAAAAAAAAAAAAA`]);
    expect(fileTrailView(open, open.rowOf(at(1)))).toMatchObject({
      host: 'WS6',
      path: 'C:\\a.exe',
      hashes: [{ algorithm: 'SHA1', value: 'AAAAAAAAAAAAAAAA' }],
      steps: [{ ref: at(1), kind: 'created' }, { ref: at(2), kind: 'run' }],
      stepCount: 2,
      elsewhere: [{ host: 'WS5', path: 'C:\\b\\a.exe', by: 'hash', first: { ref: at(3) }, events: 1 }],
    });
  });

  it('counts the steps and places that it does not list', () => {
    const open = opened(HEAD, [...Array.from({ length: 60 }, () => create('WS6', 'C:\\a.exe')), ...Array.from({ length: 30 }, (_, i) => create('WS6', `C:\\t${i}\\a.exe`))]);
    const view = fileTrailView(open, open.rowOf(at(1)));
    expect([view?.steps.length, view?.stepCount, view?.elsewhere.length, view?.elsewhereCount]).toEqual([50, 60, 20, 30]);
  });

  it('has none of an event without a file', () => {
    const open = opened(HEAD, [`10:00:00.000  3  ${SYSMON}  WS6  System  .  .`]);
    expect(fileTrailView(open, open.rowOf(at(1)))).toBeNull();
  });
});

describe('processTreeView', () => {
  const HEAD = '@timestamp  EventID  Channel  Hostname  NewProcessId  NewProcessName  ProcessId  ParentProcessName  CommandLine  ProcessName';
  const start = (second: number, pid: string, image: string, parent: string, host = 'WS1') => `10:00:${String(second).padStart(2, '0')}.000  4688  Security  ${host}  ${pid}  C:\\${image}  ${parent}  .  ${image} /x  .`;
  /** a starts b and c, b starts d; z is on its own, y on another host. */
  const lines = [start(1, '0x10', 'a.exe', '0x4'), start(2, '0x20', 'b.exe', '0x10'), start(3, '0x30', 'c.exe', '0x10'), start(4, '0x40', 'd.exe', '0x20'), start(5, '0x50', 'z.exe', '0x99'), start(6, '0x20', 'y.exe', '0x10', 'WS2'), '10:00:09.000  4689  Security  WS1  .  .  0x20  .  .  C:\\b.exe'];
  const drawn = (open: OpenTable, line: number, around: 'process' | 'host') => processTreeView(open, { event: at(line), around })?.processes.map(({ depth, name, isAsked }) => `${'  '.repeat(depth)}${name}${isAsked ? ' *' : ''}`);

  it('tells what led to a process and what it started', () => {
    const open = opened(HEAD, lines);
    // PID 4 is told by a alone, and so without a name.
    expect(drawn(open, 2, 'process')).toEqual(['null', '  a.exe', '    b.exe *', '      d.exe']);
    expect(processTreeView(open, { event: at(2), around: 'process' })).toMatchObject({ host: 'WS1', total: 4 });
  });

  it('tells every process of the host, each before what it started', () => {
    expect(drawn(opened(HEAD, lines), 2, 'host')).toEqual(['null', '  a.exe', '    b.exe *', '      d.exe', '    c.exe', 'null', '  z.exe']);
  });

  it('tells when a process started and ended, and by which event', () => {
    const open = opened(HEAD, lines);
    const asked = processTreeView(open, { event: at(7), around: 'process' })?.processes.find(({ isAsked }) => isAsked);
    const midnight = Date.UTC(2020, 0, 1, 10);
    expect(asked).toMatchObject({ pid: 32, image: 'C:\\b.exe', commandLine: 'b.exe /x', start: midnight + 2_000, startBy: 'event', end: midnight + 9_000, parentBy: 'number', events: 2, children: 1, event: { ref: at(2) } });
  });

  it('counts what it does not list', () => {
    const open = opened(HEAD, [start(1, '0x10', 'a.exe', '0x4'), ...Array.from({ length: 400 }, (_, i) => start(2, `0x${(4_096 + i).toString(16)}`, 'b.exe', '0x10'))]);
    const view = processTreeView(open, { event: at(1), around: 'process' });
    expect([view?.processes.length, view?.total]).toEqual([300, 402]);
  });

  it('has none around an event of no process', () => {
    const open = opened(HEAD, ['10:00:00.000  4634  Security  WS1  .  .  .  .  .  .']);
    expect(processTreeView(open, { event: at(1), around: 'process' })).toBeNull();
    expect(processTreeView(open, { event: at(1), around: 'host' })).toMatchObject({ host: 'WS1', processes: [], total: 0 });
  });
});
