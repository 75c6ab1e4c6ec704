import JSZip from 'jszip';
import { logAttack } from './attack';
import { logBackground } from './background';
import { logBackups, logMisleadingShares, logNamelessWrites, logServiceSession, logSharedLogonIds } from './look-alikes';
import { logMachines, logPeople } from './people';
import { Random } from './random';
import { SampleLog, type SampleLine } from './sample-log';

export const MEMBER = 'brightwater_2026-03-12.json';

/** Lines that no reader can take for events: a line cut off in mid-event, the collector's own words, a comma too many. */
const MALFORMED: readonly { readonly before: number; readonly text: string }[] = [
  {
    before: 800,
    text: '{"Keywords":-9223372036854775808,"SeverityValue":2,"EventID":11,"Channel":"Microsoft-Windows-Sysmon/Operational","TargetFilename":"C:\\\\Windows\\\\Te',
  },
  { before: 2_600, text: '2026-03-11 07:00:00 INFO im_msvistalog reconnected to 10.44.20.12' },
  { before: 4_100, text: '{"EventID":5140,"Channel":"Security","ShareName":"\\\\\\\\*\\\\IPC$",}' },
];

/** The sample's lines: about 5,000 events as JSON, and three lines that are none. The same on every call. */
export function sampleLines(): readonly SampleLine[] {
  const random = new Random(0x5eed);
  const log = new SampleLog();
  logBackground(log, random);
  logMachines(log);
  logPeople(log);
  logBackups(log);
  logSharedLogonIds(log);
  logServiceSession(log);
  logMisleadingShares(log);
  logNamelessWrites(log);
  log.attack(logAttack);
  const lines = log.lines();
  MALFORMED.forEach(({ before, text }, index) => lines.splice(before + index, 0, { text, event: null }));
  return lines;
}

export function sampleText(): string {
  return `${sampleLines()
    .map(({ text }) => text)
    .join('\n')}\n`;
}

/** The sample's archive, byte for byte the same for one version of JSZip: the entry's date is fixed, and so is the platform it claims. */
export async function sampleZip(): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file(MEMBER, sampleText(), { date: new Date(Date.UTC(2026, 2, 12, 12)), createFolders: false });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 9 }, platform: 'DOS' });
}
