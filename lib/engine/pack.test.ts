import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeBaseline } from '@/lib/base/baseline-file';
import { UserError } from '@/lib/base/user-error';
import { partsOf, zipOf } from '@/lib/packs/write-pack';
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

  it('counts apart in its report what its baseline says is known, until that expires', async () => {
    const { rows } = await engine.baseline({ zone: 'UTC' });
    const marks = (expires: number | null) => rows.filter(({ account }) => account?.endsWith('svc-backup')).map((row) => ({ ...row, reason: 'Nightly backup', expires }));
    const report = async (expires: number | null) => {
      const { file: bytes } = await pack(engine, { ...REQUEST, baseline: writeBaseline({ dataset: { sha256: null, name: 'sample.zip' }, zone: 'UTC', rows: [], marks: marks(expires) }) });
      const zip = await JSZip.loadAsync(await bytes.arrayBuffer());
      return (await zip.file('report.html')?.async('text')) ?? '';
    };
    const text = await report(null);
    // Ten runs of the backup, in 10 rows of the hardened reading (baseline.test.ts); all of its rows stay.
    expect(text).toMatch(/<td>Hardened<\/td><td class="verdict">\d+ rows, 10 of them known<\/td>/);
    expect(text.match(/<td>known<\/td>/g)?.length).toBeGreaterThanOrEqual(10);
    expect(await report(1)).not.toMatch(/of them known|<td>known/);
  });

  it('has an answer key of its own events, those that nothing found among them, and the events that notes are on', async () => {
    const answerKey = file('datasets/sample.answer-key.json').toString('utf8');
    const noted = [{ member: 0, line: 1 }, { member: 0, line: 2 }];
    const beside = { noted, answerKey };
    const [alone, preview] = [await engine.packPreview('IV'), await engine.packPreview('IV', beside)];
    expect([preview.rows, preview.events, alone.beside]).toEqual([alone.rows, alone.events, 0]);
    const keyed = await pack(engine, { ...REQUEST, ...beside });
    expect(keyed.manifest.events).toBe(preview.events + preview.beside);
    const other = createInProcessEngine();
    const contents = (await other.readPack({ name: keyed.name, blob: keyed.file }))?.contents;
    if (!contents?.events || contents.answerKey === null) throw new Error('the pack holds no key');
    expect(contents.places).toEqual(expect.arrayContaining(noted.map(({ member, line }) => [member, line])));
    expect((await other.open({ kind: 'file', ...contents.events })).sha256).toBe(keyed.manifest.parts.find(({ name }) => name === 'events.ndjson')?.sha256);
    await other.runHunt(hunt);
    const [whole, part] = [await engine.groundTruth(answerKey), await other.groundTruth(contents.answerKey)];
    expect([part.key.events, part.absent]).toEqual([whole.key.events, 0]);
    expect(part.analytics.find(({ analytic }) => analytic === 'IV')).toEqual(whole.analytics.find(({ analytic }) => analytic === 'IV'));
  });

  it('says nothing of other datasets: a key of another one is left aside', async () => {
    const { files } = await JSZip.loadAsync(await made.file.arrayBuffer());
    const parts = await Promise.all(made.manifest.parts.map(async ({ name }) => ({ name, bytes: new Uint8Array(await files[name].async('uint8array')) })));
    const strange = { name: 'answer-key.json', bytes: new Uint8Array(file('datasets/sample.answer-key.json')) };
    const blob = new Blob([await zipOf(partsOf(made.manifest, [...parts, strange]).all)]);
    const opened = await createInProcessEngine().readPack({ name: 'p.zip', blob });
    expect([opened?.problems, opened?.contents?.answerKey]).toEqual([[], null]);
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
