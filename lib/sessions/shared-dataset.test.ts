import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { sharedPath } from '@/lib/shared-data.test-support';
import { sessionsOf } from './logon-sessions';

const path = sharedPath('datasets/covenant_copy_smb_CreateRequest.zip');

describe(path ? 'the SMB dataset' : 'the SMB dataset: SKIPPED, ../shared/datasets is not on this machine', () => {
  it.skipIf(!path)("the session that wrote over C$, as the dataset's own lines tell it", async () => {
    const zip = await JSZip.loadAsync(await readFile(path ?? ''));
    const [member] = Object.values(zip.files);
    const table = eventTableOf(await member.async('uint8array'));
    const sessions = sessionsOf(table);
    const session = sessions.session({ host: 'WORKSTATION6', logonId: '0x4E13B2E', boot: 0 });
    if (!session) throw new Error('no such session');

    expect(session).toMatchObject({
      host: 'WORKSTATION6.theshire.local',
      account: 'pgustavo',
      domain: 'THESHIRE.LOCAL',
      sid: 'S-1-5-21-4228717743-1032521047-1810997296-1104',
      logonType: 'network',
      authentication: 'Kerberos',
      sourceAddress: '172.18.39.5',
      sourcePort: '62782',
    });
    expect(session.privileges).toHaveLength(9);
    const line = (row: typeof session.logon) => (row === null ? null : table.source(row).line);
    expect([line(session.logon), line(session.logoff)]).toEqual([56, 222]);
    // Line 62 is a second write to the file of line 61; 212 is Sysmon's file-create at 18:53:33.407.
    expect(session.files.map((file) => [file.path, line(file.access), line(file.confirmedBy)])).toEqual([['ProgramData\\GruntHTTP.exe', 61, 212]]);
    expect(session.timeline.map((event) => line(event.row))).toEqual([55, 56, 57, 58, 59, 60, 61, 62, 212, 222]);
    expect(session.shares).toEqual([{ value: '\\\\*\\C$', events: 4 }, { value: '\\\\*\\IPC$', events: 1 }]);

    const confirming = session.files[0].confirmedBy;
    const created: unknown = confirming === null ? null : JSON.parse(table.text(confirming));
    expect(created).toMatchObject({ EventID: 11, '@timestamp': '2020-09-22T18:53:33.407Z', TargetFilename: 'C:\\ProgramData\\GruntHTTP.exe' });
  });
});
