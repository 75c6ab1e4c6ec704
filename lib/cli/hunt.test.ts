import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '@/lib/engine/report-shapes';
import type { ReadingKind } from '@/lib/hunts/hunt-document';
import { sharedPath } from '@/lib/shared-data.test-support';
import type { HuntReport } from './hunt-report';
import type { TruthReport } from './truth-report';

const project = fileURLToPath(new URL('../..', import.meta.url));
const sample = 'public/datasets/sample.zip';

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command as people call it, from `cwd`. */
function hunt(args: readonly string[], cwd = project): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['--prefix', project, 'run', '--silent', 'hunt', '--', ...args], { cwd });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
  });
}

async function report(args: readonly string[], cwd?: string): Promise<HuntReport> {
  const { code, out, err } = await hunt([...args, '--json'], cwd);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const parsed: HuntReport = JSON.parse(out);
  return parsed;
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hunt-'));
  await writeFile(join(folder, 'broken.zip'), 'PK\u0003\u0004 and no more');
  await writeFile(join(folder, 'notes.md'), '# A note, not a hunt\n');
  await writeFile(join(folder, 'broken.ipynb'), '{"cells": [');
  const cells = ['# Shares', '### Analytic I', '#### Logic', '```', 'SELECT ShareName FROM dataTable', '```'].map((line) => `${line}\n`);
  await writeFile(join(folder, 'shares.ipynb'), JSON.stringify({ cells: [{ cell_type: 'markdown', metadata: {}, source: cells }], metadata: {}, nbformat: 4, nbformat_minor: 5 }));
  await writeFile(join(folder, 'one.json'), '{"EventID":5140,"Channel":"security","ShareName":"\\u001b[2JC$"}\n');
  const quiet = { EventID: 5140, Channel: 'Security', Hostname: 'A', ShareName: String.raw`\\*\IPC$`, SubjectUserName: 'b', SubjectLogonId: '0x1' };
  await writeFile(join(folder, 'quiet.json'), `${JSON.stringify(quiet)}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

describe('hunt --json', () => {
  it('holds what a reading found against an answer key, and refuses that of another dataset', async () => {
    const { code, out } = await hunt([sample, '--reading', 'sql', '--json', '--answer-key', 'public/datasets/sample.answer-key.json']);
    const { groundTruth }: { groundTruth: TruthReport } = JSON.parse(out);
    expect([code, groundTruth.events, groundTruth.absent]).toEqual([0, 72, 0]);
    // As lib/hunts/ground-truth.test.ts reasons it.
    const counts = groundTruth.analytics.map(({ readings: [{ confusion }] }) => [confusion?.found.length, confusion?.missed.length, confusion?.falseRows.length]);
    expect(counts).toEqual([[4, 0, 44], [2, 2, 49], [2, 3, 12], [1, 4, 30], [2, 3, 36]]);
    const other = await hunt([sample, '--answer-key', 'public/datasets/covenant-copy-smb.answer-key.json']);
    expect([other.code, other.err]).toEqual([1, 'hunt: This answer key belongs to another dataset: covenant_copy_smb_CreateRequest.zip with SHA-256 a43e5f20cb41….\n']);
  });

  it('on the sample: every reading with all its rows as text, and the line of each event behind them', async () => {
    const { dataset, hunt: run, analytics } = await report([sample]);
    expect(dataset).toMatchObject({ name: 'sample.zip', skippedLines: 3, warnings: [] });
    expect(dataset.members.reduce((sum, { events }) => sum + events, 0)).toBe(dataset.events);
    expect(run).toEqual({ id: 'smb-create-remote-file', title: 'SMB Create Remote File' });
    expect(analytics.map(({ id }) => id)).toEqual(['I', 'II', 'III', 'IV', 'V']);
    for (const { readings } of analytics) {
      expect(readings.map(({ kind }) => kind)).toEqual(['sql', 'pandas', 'hardened']);
      for (const { columns, rows, rowCount, shown, error, lineage } of readings) {
        expect(error).toBeNull();
        expect(rowCount).toBeGreaterThan(0);
        expect([rows.length, lineage.length]).toEqual([rowCount, rowCount]);
        expect(shown).toBeLessThanOrEqual(rowCount);
        expect(rows.every((row) => row.length === columns.length && row.every((cell) => cell === null || typeof cell === 'string'))).toBe(true);
        expect(lineage.every((legs) => legs.length > 0 && legs.every(({ member, line }) => member === dataset.members[0].name && line > 0))).toBe(true);
      }
    }
  });

  it('on the sample: why the readings differ, how far events got, what nearly matched, and which hosts could have shown it', async () => {
    const { analytics } = await report([sample]);
    const second = analytics.find(({ id }) => id === 'II');
    // `%` takes any run of characters, so the published pattern takes IPC$ for C$ (hunt-semantics.md).
    const [published] = second?.comparisons.filter(({ left, right }) => left === 'sql' && right === 'pandas') ?? [];
    const pattern = published.onlyLeft.causes.find(({ kind }) => kind === 'pattern');
    expect(pattern?.has?.text).toContain("LIKE '%C$'");
    expect(pattern?.values.map(({ value }) => value)).toContain('\\\\*\\IPC$');
    expect(pattern?.words).toMatch(/^In the SQL, .*IPC\$/);
    for (const { readings } of analytics) {
      for (const { verdict, funnel, misses, readiness } of readings) {
        expect(verdict).toBe('hits');
        expect(misses?.legs.map(({ conditions }) => conditions.length)).toEqual(funnel?.legs.map(({ steps }) => steps.length));
        expect(misses?.joins).toHaveLength(funnel?.joins.length ?? 0);
        // The sample has four hosts and a domain controller.
        expect(readiness?.hosts).toHaveLength(5);
      }
    }
  });

  it('tells a reading that cannot know from one that found nothing', async () => {
    const { analytics } = await report(['quiet.json'], folder);
    const [first, , third] = analytics.map(({ readings }) => readings[0]);
    expect([first.verdict, third.verdict]).toEqual(['no-hit', 'cannot-know']);
    expect(third.reason).toContain('5145');
    expect(third.readiness?.counts).toEqual({ hits: 0, noHit: 0, cannotKnow: 1 });
  });

  it('runs one reading, of a hunt document, from another folder', async () => {
    const { analytics, dataset } = await report(['one.json', '--reading', 'pandas', '--hunt', join(project, 'public/hunts/smb-create-remote-file.md')], folder);
    expect(dataset).toMatchObject({ name: 'one.json', events: 1 });
    expect(analytics.flatMap(({ readings }) => readings.map(({ kind }) => kind))).toEqual(Array(5).fill('pandas'));
  });

  it('runs a notebook of cells', async () => {
    const { hunt: run, analytics } = await report(['one.json', '--hunt', 'shares.ipynb'], folder);
    expect(run).toEqual({ id: 'shares', title: 'Shares' });
    expect(analytics.map(({ id, readings }) => [id, readings.map(({ kind, rowCount }) => [kind, rowCount])])).toEqual([['I', [['sql', 1]]]]);
  });

  const dataset = sharedPath('datasets/covenant_copy_smb_CreateRequest.zip');
  const expected = sharedPath('expected/smb-create-remote-file.json');
  it.skipIf(dataset === null || expected === null)('gives the rows that DuckDB and pandas give (skipped where ../shared is missing)', async () => {
    const { analytics } = await report([dataset ?? '', '--hunt', 'smb-create-remote-file']);
    const wanted: { analytics: Record<string, Partial<Record<ReadingKind, { columns: string[]; rows: (string | null)[][] }>>> } = JSON.parse(
      await readFile(expected ?? '', 'utf8'),
    );
    const sorted = (rows: readonly unknown[] = []) => rows.map((row) => JSON.stringify(row)).sort();
    for (const { id, readings } of analytics) {
      for (const { kind, rows, columns } of readings) {
        const goal = wanted.analytics[id][kind];
        if (goal) expect({ id, kind, columns, rows: sorted(rows) }).toEqual({ id, kind, columns: goal.columns, rows: sorted(goal.rows) });
      }
    }
  });

  const published = sharedPath('hunt/smb-create-remote-file.notebook.md');
  it.skipIf(dataset === null || published === null)('reads the public notebook itself (skipped where ../shared is missing)', async () => {
    const { analytics } = await report([dataset ?? '', '--hunt', published ?? '']);
    const counts = analytics.map(({ readings }) => readings.map(({ kind, rowCount }) => `${kind} ${rowCount}`).join(', '));
    expect(counts).toEqual(['sql 1, pandas 1', 'sql 2, pandas 1', 'sql 1, pandas 1', 'sql 2, pandas 1', 'sql 1, pandas 1']);
  });
});

describe('hunt --export', () => {
  it('writes the rows of a reading, the events behind them, its rule and the hunt’s layer, and says how many and what is lost', async () => {
    const { code, out, err } = await hunt([join(project, sample), '--json', '--analytic', 'IV', '--reading', 'sql', ...['rows-csv', 'sources-timesketch', 'sigma', 'navigator'].flatMap((format) => ['--export', `${format}=out.${format}`])], folder);
    const { analytics }: HuntReport = JSON.parse(out);
    expect([code, analytics.map(({ id }) => id)]).toEqual([0, ['IV']]);
    const [{ rows, lineage }] = analytics[0].readings;
    const exported = async (format: string) => readFile(join(folder, `out.${format}`), 'utf8');
    expect((await exported('rows-csv')).trimEnd().split('\r\n')).toHaveLength(1 + rows.length);
    const events = new Set(lineage.flat().map(({ member, line }) => `${member}:${line}`));
    const sources = [...(await exported('sources-timesketch')).matchAll(/"event_source":"(.*?)"/g)].map(([, place]) => place);
    expect(sources.sort()).toEqual([...events].sort());
    expect(await exported('sigma')).toMatch(/^title: /);
    // All of the hunt, whatever analytic was asked for.
    expect(JSON.parse(await exported('navigator'))).toMatchObject({ techniques: [{ techniqueID: 'T1021.002', score: 5 }, { techniqueID: 'T1570', score: 5 }] });
    expect(err).toMatch(new RegExp(`^hunt: .*out\\.rows-csv: ${rows.length} rows written$`, 'm'));
    expect(err).toMatch(/out\.sigma: does not carry over: Time window: /);
  });
});

describe('hunt --report', () => {
  it('tells how a dataset was read, as JSON and for people, and runs no hunt', async () => {
    const [data, people] = await Promise.all([hunt([sample, '--report', '--json']), hunt([sample, '--report'])]);
    expect([data.code, data.err, people.code, people.err]).toEqual([0, '', 0, '']);
    const told: ImportReport = JSON.parse(data.out);
    expect(told.summary).toMatchObject({ name: 'sample.zip', skippedLines: 3, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(told.clocks.fields.map(({ name }) => name)).toContain('@timestamp');
    for (const words of ['sample.zip', 'Clocks', 'Hosts', 'Event IDs', told.summary.sha256 ?? 'a SHA-256']) expect(people.out).toContain(words);
    expect(people.out).not.toMatch(/^Analytic/m);
  });
});

describe('hunt for people', () => {
  it('prints verdicts, counts and rows', async () => {
    const { code, out } = await hunt([sample, '--reading', 'sql']);
    expect(code).toBe(0);
    expect(out).toMatch(/^sample\.zip: [\d,]+ events, 3 skipped lines$/m);
    expect(out).toMatch(/^Analytic I /m);
    expect(out).toMatch(/^ {2}sql: \d+ rows?$/m);
    expect(out).toMatch(/^ {4}@timestamp +Hostname +ShareName/m);
    expect(out).not.toMatch(/pandas:|hardened:/);
  });

  it('says why an analytic cannot know, and lets no data steer the terminal', async () => {
    const { out } = await hunt(['one.json', '--reading', 'sql'], folder);
    expect(out).toContain('sql: cannot know (');
    expect(out).not.toContain('\u001b');
  });

  it('prints its usage', async () => {
    const { code, out } = await hunt(['--help']);
    expect({ code, usage: out.startsWith('Usage: npm run --silent hunt -- FILE') }).toEqual({ code: 0, usage: true });
  });
});

describe('hunt fails with one line why', () => {
  it.each<[string, readonly string[], number, RegExp]>([
    ['no file given', [], 2, /^hunt: No dataset file was given\. Try --help\.\n$/],
    ['a hunt that is neither ID nor document', ['one.json', '--hunt', '../x'], 2, /^hunt: "\.\.\/x" is neither .*smb-create-remote-file.*\n$/],
    ['a file that is not there', ['gone.zip'], 1, /^hunt: .*gone\.zip cannot be read: there is no such file\.\n$/],
    ['a damaged archive', ['broken.zip'], 1, /^hunt: broken\.zip is truncated or corrupt: .*\n$/],
    ['a folder that is not there', ['quiet.json', '--export', 'events-ndjson=gone/events.ndjson'], 1, /^hunt: .*events\.ndjson cannot be written: ENOENT.*\n$/],
    ['an analytic that the hunt does not have', ['quiet.json', '--analytic', 'X'], 1, /^hunt: The hunt has no analytic "X" \(I, II, III, IV, V\)\.\n$/],
    ['a file that the dataset does not have', ['one.json', '--member', 'two.json'], 1, /^hunt: one\.json has no file "two\.json" with events: it has one\.json\.\n$/],
    ['more than the limit', ['one.json', '--max-gib', '0.00000001'], 1, /^hunt: one\.json holds .* more than the limit of .*\n$/],
    ['a document without analytics', ['one.json', '--hunt', 'notes.md'], 1, /^hunt: No analytic was found in notes\.md\.\n$/],
    ['a notebook that is none', ['one.json', '--hunt', 'broken.ipynb'], 1, /^hunt: This is no Jupyter notebook: it is not JSON .*\n$/],
  ])('%s', async (_, args, code, err) => {
    const outcome = await hunt(args, folder);
    expect(outcome).toMatchObject({ code, out: '' });
    expect(outcome.err).toMatch(err);
  });
});
