import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from './engine';
import { createInProcessEngine } from './in-process-engine';

const pageFile = (path: string) => readFileSync(fileURLToPath(new URL(`../../public/${path}`, import.meta.url)));
const key = pageFile('datasets/sample.answer-key.json').toString('utf8');

describe('the engine asked for ground truth', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = createInProcessEngine();
    await engine.open({ kind: 'file', name: 'sample.zip', blob: new Blob([pageFile('datasets/sample.zip')]) });
    await engine.runHunt(pageFile('hunts/smb-create-remote-file.md').toString('utf8'));
  });

  it('lists what a reading found and missed as events, and its false alarms as rows', async () => {
    const { analytics, absent } = await engine.groundTruth(key);
    const sql = analytics[2].readings[0].confusion;
    expect([absent, analytics[2].expected, sql]).toEqual([0, 5, { found: 2, missed: 3, right: 2, falseAlarms: 12 }]);
    const events = await engine.confusionEvents(key, { analytic: 'III', reading: 'sql' });
    // The published III knows neither 0x17019f nor ADMIN$ (lib/sample/attack.ts).
    expect(events?.found.map(({ gist }) => gist.match(/glazesync\.\w+|kiln\.dat/)?.[0])).toEqual(['glazesync.exe', 'kiln.dat']);
    expect(events?.missed.map(({ gist }) => gist.match(/glazesync\.\w+|GLZSVC\.exe/)?.[0])).toEqual(['glazesync.dll', 'glazesync.dll', 'GLZSVC.exe']);
    expect(events?.falseAlarms.map(({ event }) => event?.eventId)).toEqual(Array.from({ length: 12 }, () => '5145'));
    expect(await engine.confusionEvents(key, { analytic: 'nowhere', reading: 'sql' })).toBeNull();
  });

  it('refuses the key of another dataset, and one that it cannot read', async () => {
    await expect(engine.groundTruth(pageFile('datasets/covenant-copy-smb.answer-key.json').toString('utf8'))).rejects.toMatchObject({
      failure: { code: 'unreadable-key', message: 'This answer key belongs to another dataset: covenant_copy_smb_CreateRequest.zip with SHA-256 a43e5f20cb41….' },
    });
    await expect(engine.groundTruth('{"format":"huntbook-answer-key","version":1,"title":"","dataset":{},"events":[{"line":0}]}')).rejects.toMatchObject({
      failure: { message: 'events[0].line: A line is a whole number from 1.' },
    });
  });
});
