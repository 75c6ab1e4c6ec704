import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleText, sampleZip } from './generate-sample';

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
