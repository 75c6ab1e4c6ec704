import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { sharedPath } from '@/lib/shared-data.test-support';
import type { Engine } from './engine';
import { createInProcessEngine } from './in-process-engine';
import type { PseudonymChoice } from './pseudonym-shapes';
import { allSteps } from './stepwise.test-support';

const HUNT = readFileSync(new URL('../../public/hunts/smb-create-remote-file.md', import.meta.url), 'utf8');
const PUBLIC = sharedPath('datasets/covenant_copy_smb_CreateRequest.zip');

const DATASETS = [
  { what: 'the sample', path: new URL('../../public/datasets/sample.zip', import.meta.url), name: 'sample.zip', some: ['brightwater', 'nadia.brandt', 'fs01', '10.44.20.12'] },
  { what: PUBLIC === null ? 'SKIPPED: the public SMB dataset is not there' : 'the public SMB dataset', path: PUBLIC, name: 'covenant_copy_smb_CreateRequest.zip', some: ['theshire', 'pgustavo', 'workstation5', '172.18.39.5'] },
];

const previewOf = async (engine: Engine, choices: readonly PseudonymChoice[] = []) => (await allSteps((step) => engine.pseudonyms(choices, step))).preview;
const eventsOf = (engine: Engine, choices: readonly PseudonymChoice[] = []) => allSteps((step) => engine.pseudonymisedEvents(choices, step));

describe.each(DATASETS)('pseudonymised events of $what', ({ path, name, some }) => {
  it.skipIf(path === null)('hold none of the names, byte by byte, in any case; every reading counts what it did', async () => {
    if (path === null) return;
    const engine = createInProcessEngine();
    await engine.open({ kind: 'file', name, blob: new Blob([readFileSync(path)]) });
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
    const request = { analytic: null, hunt: { name: 'hunt.md', text: HUNT, sha256: null }, app: 'test', link: `https://site.example/?host=${originals[0]}`, notes: JSON.stringify({ note: originals.join(', ') }), baseline: null, answerKey: null, noted: [], told: [{ label: originals[1], note: originals[0], tags: [] }], pseudonyms: [] };
    const step = await allSteps((next) => engine.writePack(request, next));
    const { files } = await JSZip.loadAsync(await step.file.arrayBuffer());
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['report.html', 'notes.json', 'events.ndjson', 'events.csv']));
    for (const [part, file] of Object.entries(files)) {
      const held = `${part}\n${(await file.async('nodebuffer')).toString('latin1')}`.toLowerCase();
      expect(originals.filter((original) => held.includes(original.toLowerCase())), part).toEqual([]);
    }
    const opened = await engine.readPack({ name: step.name, blob: step.file });
    expect(opened?.problems).toEqual([]);

    for (const { before, after } of counts) expect(after).toBe(before);
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
