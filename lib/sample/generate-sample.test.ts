import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeAnswerKey } from '@/lib/hunts/answer-key';
import { sampleText, sampleZip } from './generate-sample';
import { sampleAnswerKey } from './sample-answer-key';

const committed = readFileSync(fileURLToPath(new URL('../../public/datasets/sample.zip', import.meta.url)));

describe('the sample', () => {
  const events: Record<string, unknown>[] = [];
  let malformed = 0;
  beforeAll(() => {
    for (const line of sampleText().trimEnd().split('\n')) {
      try {
        const event: Record<string, unknown> = JSON.parse(line);
        events.push(event);
      } catch {
        malformed++;
      }
    }
  });

  it('is the archive that is committed, byte for byte', async () => {
    expect(Buffer.compare(Buffer.from(await sampleZip()), committed)).toBe(0);
  });

  it('has the answer key that is committed beside it, bound to the archive', () => {
    const path = fileURLToPath(new URL('../../public/datasets/sample.answer-key.json', import.meta.url));
    const sha256 = createHash('sha256').update(committed).digest('hex');
    expect(readFileSync(path, 'utf8')).toBe(writeAnswerKey(sampleAnswerKey(sha256)));
  });

  it('tells the truth in it: the four sessions whole and what ran before and after them, and nothing of others', () => {
    const lines = sampleText().split('\n');
    const key = sampleAnswerKey(null);
    const told = key.events.map(({ line }) => {
      const event: Record<string, unknown> = JSON.parse(lines[line - 1]);
      return event;
    });
    const ofSession = (event: Record<string, unknown>) =>
      ['0x5a1c3e', '0x7c22ab', '0x61b0d4', '0x6d90ef'].includes(String(event.SubjectLogonId ?? event.TargetLogonId).toLowerCase());
    expect(told.filter(ofSession)).toHaveLength(events.filter(ofSession).length);
    expect(told.filter(({ SubjectUserName }) => SubjectUserName === 'svc-backup')).toEqual([]);
    const expected = (id: string) => key.events.flatMap((event, index) => (event.expectedBy.get('smb-create-remote-file')?.includes(id) ? [told[index].EventID] : []));
    // Four connects to administrative shares; five writes, for one file is opened twice.
    expect(['I', 'II', 'III', 'IV', 'V'].map(expected)).toEqual([Array(4).fill(5140), Array(4).fill(5140), ...Array(3).fill(Array(5).fill(5145))]);
  });

  it('stays small and holds one member with about 5,000 events and three malformed lines', async () => {
    expect(committed.length).toBeLessThanOrEqual(300_000);
    expect(Object.keys((await JSZip.loadAsync(committed)).files)).toHaveLength(1);
    expect(events.length).toBeGreaterThan(4_800);
    expect(events.length).toBeLessThan(5_200);
    expect(malformed).toBe(3);
  });

  it('comes from a domain controller and four hosts, in both spellings of the security channel', () => {
    const values = (field: string) => [...new Set(events.map((event) => event[field]))].sort();
    expect(values('Hostname')).toEqual(['BK01', 'DC01', 'FS01', 'WS11', 'WS12'].map((name) => `${name}.brightwater.example`));
    expect(values('Channel')).toEqual([
      'Microsoft-Windows-PowerShell/Operational',
      'Microsoft-Windows-Sysmon/Operational',
      'Security',
      'System',
      'security',
    ]);
  });

  it('gives a logon ID to one session of one host, but for the two that the story shares', () => {
    const sessions = new Map<string, number>();
    for (const event of events) {
      if (event.EventID === 4624) sessions.set(String(event.TargetLogonId), (sessions.get(String(event.TargetLogonId)) ?? 0) + 1);
    }
    expect([...sessions].filter(([, logons]) => logons > 1).map(([id]) => id)).toEqual(['0x4f2e10', '0x3b77c5']);
  });

  it('leaves exactly one session open, the one with the wide mask', () => {
    const ended = new Set(events.filter((event) => event.EventID === 4634).map((event) => event.TargetLogonId));
    const open = events.filter((event) => event.EventID === 4624 && !ended.has(event.TargetLogonId)).map((event) => event.TargetLogonId);
    expect(open).toEqual(['0x7c22ab']);
  });

  it('shows the client side of the copy: the port of the 5140 is the source port on the other host', () => {
    const connect = events.find((event) => event.EventID === 5140 && event.SubjectLogonId === '0x5a1c3e');
    const client = events
      .filter((event) => event.SourcePort === connect?.IpPort && event.Hostname === 'WS11.brightwater.example')
      .map((event) => event.EventID);
    expect(client.sort()).toEqual([3, 5156, 5158]);
  });
});
