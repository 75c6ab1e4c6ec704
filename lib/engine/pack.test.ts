import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '@/lib/base/user-error';
import type { Engine } from './engine';
import { createInProcessEngine } from './in-process-engine';
import type { MadePack, PackRequest } from './pack-shapes';
import { allSteps } from './stepwise.test-support';

const file = (path: string) => readFileSync(new URL(`../../public/${path}`, import.meta.url));
const hunt = file('hunts/smb-create-remote-file.md').toString('utf8');
const REQUEST: PackRequest = {
  analytic: 'IV', hunt: { name: 'smb.md', text: hunt, sha256: null }, app: 'test', link: 'https://huntbook.example/', notes: '{"notes":1}', baseline: null, answerKey: null, noted: [],
  told: [{ label: 'Share C$', note: '<b>bold</b>', tags: [] }],
};
const pack = (engine: Engine, request: PackRequest): Promise<MadePack> => allSteps((step) => engine.writePack(request, step));

describe('a pack of the sample', () => {
  let engine: Engine;
  let made: MadePack;
  beforeAll(async () => {
    engine = createInProcessEngine();
    await engine.open({ kind: 'file', name: 'sample.zip', blob: new Blob([file('datasets/sample.zip')]) });
    await engine.runHunt(hunt);
    made = await pack(engine, REQUEST);
  });

  it('opens elsewhere, is as it was made, and its events give the same rows', async () => {
    const other = createInProcessEngine();
    const opened = await other.readPack({ name: made.name, blob: made.file });
    const contents = opened?.contents ?? null;
    const events = contents?.events ?? null;
    if (!opened || !contents || !events) throw new Error('the pack holds nothing');
    const { manifest, problems } = opened;
    expect(problems).toEqual([]);
    expect([contents.notes, contents.baseline, contents.answerKey, contents.hunt.name]).toEqual(['{"notes":1}', null, null, `${manifest.hunt.id}.md`]);
    expect(await contents.hunt.blob.text()).toBe(hunt);
    const summary = await other.open({ kind: 'file', ...events });
    expect([summary.events, contents.places.length, manifest.events]).toEqual([manifest.events, manifest.events, (await engine.packPreview('IV')).events]);
    await other.runHunt(await contents.hunt.blob.text());
    const digests = await other.rowsDigests();
    expect(manifest.readings.map(({ rows }) => rows).every((rows) => rows > 0)).toBe(true);
    expect(digests.filter(({ analytic }) => analytic === 'IV')).toEqual(manifest.readings);
  });

  it('holds the exact text of each event at its place', async () => {
    const { events, places } = (await engine.readPack({ name: made.name, blob: made.file }))?.contents ?? {};
    const lines = (await events?.blob.text())?.trimEnd().split('\n') ?? [];
    for (const [i, [member, line]] of (places ?? []).entries()) expect(lines[i]).toBe((await engine.event({ member, line })).json);
  });

  it('tells in its report what was found, why, and what could not be known', async () => {
    const report = await (await engine.readPack({ name: made.name, blob: made.file }))?.contents?.report.text();
    for (const text of ['Analytic IV', 'Join chain'.toLowerCase(), 'Session timeline', '<svg', 'What could not be known', '&lt;b&gt;bold&lt;/b&gt;', 'Holds: <code>', 'class="hit"']) expect(report).toContain(text);
    expect(report).not.toContain('<b>');
  });

  it('is the same bytes each time', async () => {
    expect((await pack(engine, REQUEST)).sha256).toBe(made.sha256);
  });

  it('is one at a time', async () => {
    await expect(engine.writePack(REQUEST, 3)).rejects.toThrow(UserError);
  });

  it('is none where the file is a dataset', async () => {
    expect(await engine.readPack({ name: 'sample.zip', blob: new Blob([file('datasets/sample.zip')]) })).toBeNull();
  });
});
