import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { sharedPath } from '@/lib/shared-data.test-support';
import { clockOf } from './clock';
import type { EventTable } from './event-table';
import { eventTableOf } from './event-table-builder';
import { parseLines, tableLines } from './json-parse.test-support';

/** As much as JSON.parse reads in good time. */
const MAX_BYTES = 4 * 1024 * 1024;
const ARCHIVES = [
  'covenant_copy_smb_CreateRequest.zip',
  'ec2_proxy_s3_exfiltration.zip',
  'WindowsEvents.Zip',
  'cmd_psexec_lsa_secrets_dump.zip',
  'reg_stop_event_logging_controlset_minint_key.zip',
  'purplesharp_ad_playbook_I.zip',
  'metasploit_sharpdump_lsass_memory_dump.zip',
].map((name) => ({ name, path: sharedPath(`datasets/${name}`) }));

/** The beginning of the first file in the archive, in whole lines. */
async function beginningOf(path: string): Promise<Uint8Array> {
  const archive = await JSZip.loadAsync(readFileSync(path));
  const [member] = archive.file(/^(?!__MACOSX\/).*\.json$/);
  const bytes = await member.async('uint8array');
  return bytes.length <= MAX_BYTES ? bytes : bytes.subarray(0, bytes.lastIndexOf(0x0a, MAX_BYTES) + 1);
}

function expectAsJsonParse(bytes: Uint8Array): EventTable {
  const table = eventTableOf(bytes);
  const lines = parseLines(new TextDecoder().decode(bytes));
  expect(tableLines(table, lines.length)).toEqual(lines);
  return table;
}

describe.each(ARCHIVES)('$name', ({ name, path }) => {
  const missing = path === null;

  it.skipIf(missing)(`holds what JSON.parse reads${missing ? ` (skipped: no ../shared/datasets/${name})` : ''}`, async () => {
    const table = expectAsJsonParse(await beginningOf(path ?? ''));
    expect(table.rowCount).toBeGreaterThan(30);
    expect(table.skippedCount).toBe(0);
    expect(clockOf(table)?.millis.every((millis) => !Number.isNaN(millis))).toBe(true);
    expect(['Hostname', 'EventID'].map((wanted) => table.resolve(wanted).how)).not.toContain(name.startsWith('ec2') ? 'exact' : 'absent');
  });

  it.skipIf(missing)(`holds what JSON.parse reads after bytes were changed${missing ? ` (skipped: no ../shared/datasets/${name})` : ''}`, async () => {
    const bytes = (await beginningOf(path ?? '')).slice(0, 500_000);
    // Every 501st byte or so becomes one that JSON minds; a linear congruential generator keeps it the same each time.
    const marks = new TextEncoder().encode('"\\{}[]:,0 \t\n\0e-');
    let random = 1;
    for (let at = 0; at < bytes.length; at += 1 + (random % 1_000)) {
      random = (Math.imul(random, 1_103_515_245) + 12_345) & 0x7fffffff;
      bytes[at] = marks[random % marks.length];
    }
    expect(expectAsJsonParse(bytes).skippedCount).toBeGreaterThan(0);
  });
});
