import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { sharedPath } from '@/lib/shared-data.test-support';
import { FileTrails } from './file-trail';
import { eventsFrom, row } from './session-rows.test-support';

const HEAD = '@timestamp  EventID  Channel  Hostname  Image  TargetFilename  ImageLoaded  Hashes  NewProcessName  ShareName  ShareLocalPath  RelativeTargetName  AccessMask';
const SYSMON = 'Microsoft-Windows-Sysmon/Operational';

/** Written over C$, created, loaded and run; beside it others that must not be taken for it. */
const STORY = [
  `10:00:00.000  5145  Security  WS6  .  .  .  .  .  \\\\*\\C$  \\??\\C:\\  ProgramData\\a.exe  0x2`,
  `10:00:01.000  11  ${SYSMON}  WS6  System  C:\\ProgramData\\A.exe  .  .  .  .  .  .  .`,
  `10:00:03.000  1  ${SYSMON}  WS6  C:\\ProgramData\\a.exe  .  .  SHA1=AAAAAAAAAAAAAAAA1,IMPHASH=BBBBBBBBBBBBBBBB2  .  .  .  .  .`,
  `10:00:02.000  4688  Security  WS6  .  .  .  .  C:\\ProgramData\\a.exe  .  .  .  .`,
  `10:00:04.000  7  ${SYSMON}  WS6  C:\\rundll32.exe  .  C:\\ProgramData\\a.exe  SHA1=AAAAAAAAAAAAAAAA1  .  .  .  .  .`,
  `10:00:05.000  3  ${SYSMON}  WS6  C:\\ProgramData\\a.exe  .  .  .  .  .  .  .  .`,
  `10:00:06.000  11  ${SYSMON}  WS6  System  C:\\Temp\\a.exe  .  .  .  .  .  .  .`,
  `09:00:00.000  1  ${SYSMON}  WS5  C:\\Users\\a.exe  .  .  SHA1=AAAAAAAAAAAAAAAA1  .  .  .  .  .`,
  `10:00:07.000  1  ${SYSMON}  WS7  C:\\Users\\a.exe  .  .  SHA1=CCCCCCCCCCCCCCCC3,IMPHASH=BBBBBBBBBBBBBBBB2  .  .  .  .  .`,
  `10:00:08.000  5145  Security  WS6  .  .  .  .  .  \\\\*\\IPC$  .  a.exe  0x2`,
  `10:00:09.000  11  ${SYSMON}  WS6  System  C:\\ProgramData\\ba.exe  .  .  .  .  .  .  .`,
];

function trail(at: number) {
  return new FileTrails(eventsFrom([HEAD, ...STORY].join('\n'))).of(row(at));
}

describe('FileTrails', () => {
  it('follows a file from the write over a share to its run, in order of time', () => {
    expect(trail(0)).toMatchObject({
      host: 'WS6',
      path: 'C:\\ProgramData\\a.exe',
      steps: [
        { row: 0, kind: 'asked-to-write' },
        { row: 1, kind: 'created' },
        { row: 3, kind: 'run' },
        { row: 2, kind: 'run' },
        { row: 4, kind: 'loaded' },
        { row: 5, kind: 'acted' },
      ],
      hashes: [{ algorithm: 'SHA1', value: 'AAAAAAAAAAAAAAAA1' }, { algorithm: 'IMPHASH', value: 'BBBBBBBBBBBBBBBB2' }],
    });
  });

  it('tells what may be the same file elsewhere: by hash, else by name alone; an import hash is no proof', () => {
    expect(trail(0)?.elsewhere).toEqual([
      { host: 'WS5', path: 'C:\\Users\\a.exe', by: 'hash', first: 7, events: 1 },
      { host: 'WS6', path: 'C:\\Temp\\a.exe', by: 'name', first: 6, events: 1 },
      { host: 'WS7', path: 'C:\\Users\\a.exe', by: 'name', first: 8, events: 1 },
    ]);
  });

  it('gives the same from each of its events', () => {
    for (const at of [1, 2, 3, 4, 5]) expect(trail(at)?.steps).toEqual(trail(0)?.steps);
  });

  it('knows no file under IPC$', () => {
    expect(trail(9)).toBeNull();
  });
});

const path = sharedPath('datasets/covenant_copy_smb_CreateRequest.zip');

describe(path ? 'the SMB dataset' : 'the SMB dataset: SKIPPED, ../shared/datasets is not on this machine', () => {
  it.skipIf(!path)('has the file that was copied, and the program of that name that copied it', async () => {
    const zip = await JSZip.loadAsync(await readFile(path ?? ''));
    const [member] = Object.values(zip.files);
    const table = eventTableOf(await member.async('uint8array'));
    const write = table.rowAt({ member: 0, line: 62 });
    if (write === null) throw new Error('no 5145 on line 62');
    const found = new FileTrails(table).of(write);
    // Every line that `grep GruntHTTP` finds: 61, 62, 212 on WORKSTATION6; 88 on WORKSTATION5, by a process of another path.
    expect(found?.path).toBe('C:\\ProgramData\\GruntHTTP.exe');
    expect(found?.steps.map(({ row: at, kind }) => [table.source(at).line, kind])).toEqual([[61, 'asked-to-write'], [62, 'asked-to-write'], [212, 'created']]);
    expect(found?.elsewhere).toMatchObject([{ host: 'WORKSTATION5.theshire.local', path: 'C:\\Users\\pgustavo\\Desktop\\GruntHTTP.exe', by: 'name', events: 1 }]);
  });
});
