import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '@/lib/base/user-error';
import { summarise } from '@/lib/engine/dataset-summary';
import { importReport } from '@/lib/engine/import-report';
import { notFound } from '@/lib/engine/open-table';
import { tellReport } from '@/lib/engine/report-sections';
import { huntText } from '@/lib/hunts/hunt-source';
import { readHuntDocument } from '@/lib/hunts/read-hunt-document';
import { runHunt } from '@/lib/hunts/run-hunt';
import { openDataset } from '@/lib/ingest/open-dataset';
import { readArguments, USAGE, type CliArguments } from './arguments';
import { huntReport } from './hunt-report';
import { localFile, readLocal } from './local-file';
import { printImportReport } from './print-import-report';
import { printable, printReport } from './print-report';
import { printTruth, truthReport } from './truth-report';
import { writeExport } from './write-exports';

process.exitCode = await main(process.argv.slice(2));

/** Returns the exit code: 1 for a file or hunt that cannot be read, 2 for unusable arguments. */
async function main(args: readonly string[]): Promise<number> {
  const read = readArguments(args);
  if (!read.ok) return fail(2, `${read.error} Try --help.`);
  if (read.value.kind === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  const { hunt } = read.value;
  const own = await ownHunts();
  const documentPath = /\.(?:md|markdown|ipynb)$/i.test(hunt) ? callerPath(hunt) : own.get(hunt);
  if (documentPath === undefined) return fail(2, `"${hunt}" is neither a .md or .ipynb file nor the ID of a hunt (${[...own.keys()].join(', ')}).`);
  try {
    process.stdout.write(await run(read.value, documentPath));
    return 0;
  } catch (error) {
    if (error instanceof UserError) return fail(1, error.failure.message);
    throw error;
  }
}

async function run({ file, analytic, reading, exports, json, report, answerKey, members, maxBytes }: CliArguments & { kind: 'run' }, documentPath: string): Promise<string> {
  const blob = await localFile(callerPath(file));
  const opened = await openDataset({ kind: 'file', name: basename(file), blob }, { members, maxBytes });
  if (report) {
    const told = importReport(summarise(opened), opened.table);
    return json ? `${JSON.stringify(told)}\n` : printImportReport(tellReport(told).sections);
  }
  const document = readHuntDocument(huntText(await readLocal(documentPath), basename(documentPath)), basename(documentPath));
  const all = runHunt(document, opened.table);
  const result = analytic === undefined ? all : { ...all, analytics: all.analytics.filter((each) => each.analytic.id === analytic) };
  if (result.analytics.length < Math.min(1, all.analytics.length)) throw notFound(`The hunt has no analytic "${analytic}" (${all.analytics.map((each) => each.analytic.id).join(', ')}).`);
  for (const wanted of exports) {
    const of = analytic === undefined || reading === 'all' ? null : { analytic, reading };
    const said = await writeExport({ ...wanted, file: callerPath(wanted.file) }, { opened, result: all, analytic: analytic ?? null, reading: of });
    process.stderr.write(said.map((line) => `hunt: ${printable(line)}\n`).join(''));
  }
  const truth = answerKey === undefined ? null : truthReport(new TextDecoder().decode(await readLocal(callerPath(answerKey))), result, opened, reading);
  if (json) return `${JSON.stringify({ ...huntReport(opened, result, reading), groundTruth: truth })}\n`;
  return printReport(opened, result, reading) + (truth ? printTruth(truth) : '');
}

/** A path as the caller means it: npm runs scripts in the project's folder, and tells where it was called. */
function callerPath(path: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: calledIn } = process.env;
  return resolve(script === 'hunt' && calledIn ? calledIn : process.cwd(), path);
}

/** The hunt documents of this project by ID. */
async function ownHunts(): Promise<ReadonlyMap<string, string>> {
  const folder = fileURLToPath(new URL('../../public/hunts/', import.meta.url));
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md'));
  return new Map(names.map((name) => [basename(name, '.md'), join(folder, name)]));
}

function fail(code: 1 | 2, why: string): number {
  process.stderr.write(`hunt: ${why.replaceAll('\n', ' ')}\n`);
  return code;
}
