import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { base64url } from '@/lib/base/short-digest';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { readHuntDocument } from '@/lib/hunts/read-hunt-document';
import { withEntry } from '@/lib/hunts/with-entry';
import { sharedPath } from '@/lib/shared-data.test-support';
import type { Engine } from './engine';
import { createInProcessEngine } from './in-process-engine';
import type { PseudonymChoice } from './pseudonym-shapes';
import { packPseudonyms } from './pseudonymise';
import { allSteps } from './stepwise.test-support';

const HUNT = readFileSync(new URL('../../public/hunts/smb-create-remote-file.md', import.meta.url), 'utf8');
const PUBLIC = sharedPath('datasets/covenant_copy_smb_CreateRequest.zip');

const DATASETS = [
  { what: 'the sample', path: new URL('../../public/datasets/sample.zip', import.meta.url), name: 'sample.zip', key: new URL('../../public/datasets/sample.answer-key.json', import.meta.url), some: ['brightwater', 'nadia.brandt', 'fs01', '10.44.20.12'] },
  { what: PUBLIC === null ? 'SKIPPED: the public SMB dataset is not there' : 'the public SMB dataset', path: PUBLIC, name: 'covenant_copy_smb_CreateRequest.zip', key: new URL('../../public/datasets/covenant-copy-smb.answer-key.json', import.meta.url), some: ['theshire', 'pgustavo', 'workstation5', '172.18.39.5'] },
];

const previewOf = async (engine: Engine, choices: readonly PseudonymChoice[] = []) => (await allSteps((step) => engine.pseudonyms(choices, step))).preview;
const eventsOf = (engine: Engine, choices: readonly PseudonymChoice[] = []) => allSteps((step) => engine.pseudonymisedEvents(choices, step));

/** With a false positive that is tied to a row of the dataset. */
const HUNT_WITH_ENTRY = (sha256: string, name: string) => `${HUNT}\n[Analytic IV](#v=1&analytic=IV&row=0.58 "sha256:${sha256} ${name}")\n`;

describe.each(DATASETS)('pseudonymised events of $what', ({ path, name, some, key: answerKey }) => {
  it.skipIf(path === null)('hold none of the names, byte by byte, in any case; every reading counts what it did', async () => {
    if (path === null) return;
    const engine = createInProcessEngine();
    const { sha256 } = await engine.open({ kind: 'file', name, blob: new Blob([readFileSync(path)]) });
    if (sha256 === null) throw new Error('Node computes digests');
    await engine.runHunt(HUNT);
    const { replacements, counts, left, key } = await previewOf(engine);
    const originals = replacements.filter(({ pseudonym }) => pseudonym !== null).map(({ original }) => original);
    expect(originals.map((original) => original.toLowerCase())).toEqual(expect.arrayContaining(some));

    const saved = await eventsOf(engine);
    const zipped = Buffer.from(await saved.bytes.arrayBuffer());
    const bytes = Buffer.from(gunzipSync(zipped).toString('latin1').toLowerCase(), 'latin1');
    const pack = Buffer.concat([bytes, Buffer.from(saved.name.toLowerCase())]);
    for (const original of originals) {
      for (const encoding of ['utf8', 'utf16le'] as const) expect(pack.includes(Buffer.from(original.toLowerCase(), encoding)), `${original} as ${encoding}`).toBe(false);
    }
    expect(left.map(({ what }) => what)).not.toContain('Replaced names inside longer words or in the names of fields');
    for (const original of originals) expect(key.text).toContain(original);

    // Every part of an evidence pack, and the pack's own notes.
    const request = { analytic: null, hunt: { name: 'hunt.md', text: HUNT_WITH_ENTRY(sha256, name), sha256: null }, app: 'test', link: `https://site.example/?host=${originals[0]}&data=${base64url(sha256)}`, notes: JSON.stringify({ dataset: { name, sha256 }, note: originals.join(', ') }), baseline: null, answerKey: readFileSync(answerKey, 'utf8'), noted: [], told: [{ label: originals[1], note: originals[0], tags: [] }], pseudonyms: [] };
    const step = await allSteps((next) => engine.writePack(request, next));
    // Neither does it tell the dataset to whoever has it; the hunt's own document says where the public one is.
    const telling = [sha256, base64url(sha256).toLowerCase(), name.toLowerCase()];
    const { files } = await JSZip.loadAsync(await step.file.arrayBuffer());
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['report.html', 'notes.json', 'events.ndjson', 'events.csv']));
    for (const [part, file] of Object.entries(files)) {
      const held = `${part}\n${(await file.async('nodebuffer')).toString('latin1')}`.toLowerCase();
      expect(originals.filter((original) => held.includes(original.toLowerCase())), part).toEqual([]);
      expect(telling.filter((text) => !(part === 'hunt.md' && text === name.toLowerCase()) && held.includes(text)), part).toEqual([]);
    }
    const opened = await engine.readPack({ name: step.name, blob: step.file });
    expect(opened?.problems).toEqual([]);
    expect(opened?.manifest).toMatchObject({ pseudonyms: true, dataset: { sha256: null, name: expect.stringMatching(/^file1\.zip$/i) } });
    expect(JSON.parse(opened?.contents?.notes ?? '')).toMatchObject({ dataset: { name: opened?.manifest.dataset.name, sha256: null } });
    expect(await opened?.contents?.hunt.blob.text()).toContain(`"sha256:${'0'.repeat(64)} the dataset"`);
    for (const original of originals) expect(step.key?.text).toContain(original);

    for (const { before, after } of counts) expect(after).toBe(before);
    // On the events of the pack, the rows are those that it states, and its key finds what the dataset's did.
    const other = createInProcessEngine();
    const packed = opened?.contents;
    if (!packed?.events || packed.answerKey === null) throw new Error('the pack holds no events or no key');
    await other.open({ kind: 'file', ...packed.events });
    await other.runHunt(await packed.hunt.blob.text());
    expect(await other.rowsDigests()).toEqual(opened?.manifest.readings);
    expect((await other.groundTruth(packed.answerKey)).analytics).toEqual((await engine.groundTruth(request.answerKey)).analytics);
    // Opened as a dataset, it is one, and gives the same again.
    await engine.open({ kind: 'file', name: saved.name, blob: saved.bytes });
    const again = await engine.runHunt(HUNT);
    expect(again.analytics.flatMap(({ readings }) => readings.map(({ rowCount }) => rowCount))).toEqual(counts.map(({ before }) => before ?? 0));
    expect(counts.some(({ before }) => (before ?? 0) > 0)).toBe(true);
  });
});

describe('a hunt that names what is replaced', () => {
  it('is replaced with it, and finds the same', async () => {
    const engine = createInProcessEngine();
    await engine.open({ kind: 'file', name: 'pfarrow.json', blob: new Blob(['{"EventID":5140,"SubjectUserName":"pfarrow"}\n{"EventID":5140,"SubjectUserName":"qmoss"}\n']) });
    await engine.runHunt("# A\n\n## Analytics\n\n### Analytic I\n\n```sql\nSELECT * FROM t WHERE SubjectUserName = 'pfarrow'\n```\n");
    const { replacements, counts, hunt, key } = await previewOf(engine);
    expect(replacements.map(({ original, pseudonym, isInHunt, count }) => [original, pseudonym, isInHunt, count])).toEqual([
      // In an event, and in the name of the file.
      ['pfarrow', 'user01', true, 2],
      ['qmoss', 'user02', false, 1],
    ]);
    expect(hunt).toContain("SubjectUserName = 'user01'");
    expect(counts).toEqual([{ analytic: 'I', reading: 'sql', before: 1, after: 1 }]);
    expect(key.name).toBe('pfarrow.pseudonym-key.json');
    expect((await eventsOf(engine)).name).toBe('user01.pseudonymised.ndjson.gz');
    await expect(eventsOf(engine, [{ original: 'pfarrow', as: 'qmoss' }])).rejects.toThrow('will not do');
  });
});

it('an entry among the hunt’s false positives no longer tells the dataset, and stays one', () => {
  const dataset = { sha256: 'ab'.repeat(32), name: 'Fabrik "Nord" [1].zip' };
  const table = eventTableOf(new TextEncoder().encode('{"EventID":5140,"SubjectUserName":"pfarrow"}\n'));
  const steps = packPseudonyms(table, dataset, []);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const entry = { kind: 'bypass', words: 'pfarrow copies', label: 'Analytic I', address: 'v=1&analytic=I&reading=sql&row=0.1', dataset } as const;
  const text = step.value.document(withEntry(HUNT, entry));
  expect(readHuntDocument(text).entries).toEqual([{ ...entry, words: 'user01 copies', dataset: { sha256: '0'.repeat(64), name: 'the dataset' } }]);
  expect(text).not.toMatch(/abababab|Fabrik|Nord/);
});
