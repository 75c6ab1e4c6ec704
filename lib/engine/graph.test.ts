import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openDataset } from '@/lib/ingest/open-dataset';
import { eventsFrom } from '@/lib/sessions/session-rows.test-support';
import { sharedPath } from '@/lib/shared-data.test-support';
import { graphView } from './graph';
import type { GraphView } from './graph-shapes';
import { OpenTable } from './open-table';

const SYSMON = 'Microsoft-Windows-Sysmon/Operational';
const HEAD = '@timestamp  EventID  Channel  Hostname  TargetUserName  TargetLogonId  SubjectUserName  SubjectLogonId  LogonId  IpAddress  IpPort  ShareName  ShareLocalPath  RelativeTargetName  AccessMask  ProcessGuid  ProcessId  Image  ParentProcessGuid  ParentImage  TargetFilename  ImageLoaded';
const A = '{313fa531-42ab-5f91-aa04-000000000400}';
const B = '{313fa531-4300-5f91-ae04-000000000400}';

/** alice logs on to WS6 over the network, writes a.exe over C$, and runs it; it loads x.dll and starts cmd.exe. */
const STORY = [
  '10:00:00.000  4624  Security  WS6  alice  0xa1  .  .  .  10.0.0.9  50000  .  .  .  .  .  .  .  .  .  .  .',
  '10:00:01.000  5140  Security  WS6  .  .  alice  0xa1  .  10.0.0.9  50000  \\\\*\\C$  .  .  0x1  .  .  .  .  .  .  .',
  '10:00:02.000  5145  Security  WS6  .  .  alice  0xa1  .  10.0.0.9  50000  \\\\*\\C$  \\??\\C:\\  t\\a.exe  0x2  .  .  .  .  .  .  .',
  `10:00:03.000  11  ${SYSMON}  WS6  .  .  .  .  .  .  .  .  .  .  .  .  4  System  .  .  C:\\t\\a.exe  .`,
  `10:00:04.000  1  ${SYSMON}  WS6  .  .  .  .  0xa1  .  .  .  .  .  .  ${A}  100  C:\\t\\a.exe  .  .  .  .`,
  `10:00:05.000  7  ${SYSMON}  WS6  .  .  .  .  .  .  .  .  .  .  .  ${A}  100  C:\\t\\a.exe  .  .  .  C:\\x.dll`,
  `10:00:06.000  1  ${SYSMON}  WS6  .  .  .  .  0xa1  .  .  .  .  .  .  ${B}  104  C:\\cmd.exe  ${A}  C:\\t\\a.exe  .  .`,
];

const opened = (lines: readonly string[]) => new OpenTable(eventsFrom([HEAD, ...lines].join('\n')));

function told({ items, edges }: GraphView) {
  const label = (id: string) => items.flatMap((item) => (item.type === 'node' && item.id === id ? [item.label] : [])).join();
  return {
    items: items.map((item) => (item.type === 'node' ? `${item.kind} ${item.label}` : `${item.count} more of ${item.group}`)),
    edges: edges.map(({ from, relation, to, words, events }) => `${label(from)} ${relation}${words && ` ${words}`} ${label(to)}: ${events.map(({ ref }) => ref.line).join(',')}`),
  };
}

describe('graphView', () => {
  it('begins with what an event tells of, and what ties that', () => {
    expect(told(graphView(opened(STORY), { start: ['e0.3'], opened: [] }))).toEqual({
      items: ['host WS6', 'session alice', 'file a.exe'],
      edges: ['alice connected-share C$ WS6: 2', 'alice wrote a.exe: 3,4'],
    });
  });

  it('grows by what is opened, in the order in which that was', () => {
    const view = graphView(opened(STORY), { start: ['s0.1'], opened: ['s0.1', 'p0.5'] });
    expect(told(view)).toEqual({
      items: ['session alice', 'host WS6', 'host 10.0.0.9', 'process a.exe', 'process cmd.exe', 'file a.exe', 'file x.dll'],
      // Sysmon 11 confirms the write. a.exe is in the session, so that it is on the host says nothing new.
      edges: [
        'alice logged-on-from 10.0.0.9: 1',
        'alice connected-share C$ WS6: 2',
        'a.exe in-session alice: 5',
        'cmd.exe in-session alice: 7',
        'alice wrote a.exe: 3,4',
        'cmd.exe child-of a.exe: 7',
        'a.exe executed a.exe: 5',
        'a.exe loaded x.dll: 6',
      ],
    });
    expect(view.items.map((item) => item.type === 'node' && item.isOpened)).toEqual([true, false, false, true, false, false, false]);
    expect(view.items.map((item) => item.type === 'node' && item.pivot)).toEqual([
      { field: 'SubjectLogonId', value: '0xa1' },
      { field: 'Hostname', value: 'WS6' },
      { field: null, value: '10.0.0.9' },
      { field: 'ProcessGuid', value: A },
      { field: 'ProcessGuid', value: B },
      { field: null, value: 'C:\\t\\a.exe' },
      { field: null, value: 'C:\\x.dll' },
    ]);
  });

  it('names a thing the same whatever event led to it, and each name leads back', () => {
    const open = opened(STORY);
    const [byLogon, byWrite, byPlace] = [['s0.1'], ['s0.3'], ['f0.3']].map((start) => graphView(open, { start, opened: [] }).items[0].id);
    expect([byLogon, byWrite, byPlace]).toEqual(['s0.1', 's0.1', 'f0.3']);
    const all = graphView(open, { start: ['e0.3'], opened: ['s0.1', 'p0.5', 'p0.7', 'f0.3'] }).items;
    // The event of the write is not the session's first.
    expect(graphView(open, { start: ['s0.3'], opened: ['s0.3', 's0.3/wrote'] }).opened).toEqual(['s0.1', 's0.1/wrote']);
    for (const { id } of all) expect(graphView(open, { start: [id], opened: [] }).items[0].id).toBe(id);
  });

  it('forgets what was opened from a node that is no longer drawn', () => {
    const view = graphView(opened(STORY), { start: ['s0.1'], opened: ['p0.5'] });
    expect(told(view).items).toEqual(['session alice']);
    expect(view.opened).toEqual([]);
  });

  it('says which names the dataset does not have', () => {
    expect(graphView(opened(STORY), { start: ['s0.4', 'x', 'p9.1'], opened: ['f0.1'] })).toMatchObject({ items: [], unknown: ['s0.4', 'x', 'p9.1', 'f0.1'] });
  });

  const loads = Array.from({ length: 200 }, (_, i) => `10:01:00.000  7  ${SYSMON}  WS6  .  .  .  .  .  .  .  .  .  .  .  ${A}  100  C:\\t\\a.exe  .  .  .  C:\\lib${i}.dll`);

  it('counts what did not fit in, and shows more of it when asked', () => {
    const open = opened([...STORY, ...loads]);
    const at = (openings: readonly string[]) => told(graphView(open, { start: ['p0.5'], opened: openings })).items;
    expect(at(['p0.5'])).toContain('197 more of loaded');
    // Eight of 201 are there; the mark of the rest stays where it was.
    const more = at(['p0.5', 'p0.5/loaded']);
    expect(more).toContain('193 more of loaded');
    expect(more.indexOf('193 more of loaded')).toBe(at(['p0.5']).indexOf('197 more of loaded'));
  });

  it('draws sixty at most, and says that there is no room', () => {
    const view = graphView(opened([...STORY, ...loads]), { start: ['p0.5'], opened: ['p0.5', ...Array.from({ length: 20 }, () => 'p0.5/loaded')] });
    expect(view.items).toHaveLength(60);
    expect(view.isFull).toBe(true);
  });
});

const path = sharedPath('datasets/covenant_copy_smb_CreateRequest.zip');

describe(path ? 'the SMB dataset' : 'the SMB dataset: SKIPPED, ../shared/datasets is not on this machine', () => {
  it.skipIf(!path)('leads from the row of analytic IV to its session, the file that it wrote and the process on the other host that made its connection', async () => {
    const { table } = await openDataset({ kind: 'file', name: 'smb.zip', blob: new Blob([await readFile(path ?? '')]) });
    const { items, edges } = graphView(new OpenTable(table), { start: ['e0.58', 'e0.59', 'e0.62'], opened: ['s0.55'] });
    const node = (kind: string, label: string, host: string) => items.find((item) => item.type === 'node' && item.kind === kind && item.label === label && (item.host ?? '').startsWith(host))?.id;
    const [session, file, system] = [node('session', 'pgustavo', 'WORKSTATION6'), node('file', 'GruntHTTP.exe', 'WORKSTATION6'), node('process', 'System', 'WORKSTATION5')];
    const lines = (from: string | undefined, relation: string, to: string | undefined) => edges.find((edge) => edge.from === from && edge.to === to && edge.relation === relation)?.events.map(({ ref }) => ref.line);
    // By grep: 5158, 5156 and Sysmon 3 of port 62782 on WORKSTATION5; two 5145 that ask to write and the Sysmon 11.
    expect(lines(session, 'made-by', system)).toEqual([92, 94, 213]);
    expect(lines(session, 'wrote', file)).toEqual([61, 62, 212]);
    expect(lines(session, 'logged-on-from', node('host', 'WORKSTATION5', ''))).toEqual([56]);
  });
});
