/* npm run fuzz -- [--seed N] [--lines N] [--archives N] [--cells N] [--queries N] */
import { parseArgs } from 'node:util';
import { judgeSql } from '@/lib/query/duckdb-judge.test-support';
import { findPandas } from '@/lib/query/pandas/pandas-judge.test-support';
import { Random } from '@/lib/sample/random';
import { fuzzArchives } from './fuzz-archives';
import { fuzzLines } from './fuzz-lines';
import { fuzzPandas } from './fuzz-pandas';
import { goodArchives, goodLines } from './good-input';

const SHOWN = 10;

const number = { type: 'string' } as const;
const { values } = parseArgs({ options: { seed: number, lines: number, archives: number, cells: number, queries: number } });
const seed = numberOf('seed', values.seed, Math.floor(Math.random() * 2 ** 31));
const lineCount = numberOf('lines', values.lines, 1_000_000);
const archiveCount = numberOf('archives', values.archives, 10_000);
const cellCount = numberOf('cells', values.cells, 10_000);
const queryCount = numberOf('queries', values.queries, 10_000);
console.log(`Seed ${seed}`);

function numberOf(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,10}$/.test(text)) throw new Error(`--${name} takes a whole number, not "${text}"`);
  return Number(text);
}

function progress(what: string, count: number): (done: number) => void {
  return (done) => {
    if (process.stderr.isTTY && done % 100 === 0) process.stderr.write(`\r\x1b[K${what}: ${done.toLocaleString('en')} of ${count.toLocaleString('en')}`);
  };
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const lines = await goodLines();
const linesStart = performance.now();
const judged = fuzzLines(lines, lineCount, new Random(seed), progress('Lines', lineCount));
console.log(`\n${lineCount.toLocaleString('en')} lines changed from ${lines.hasReal ? 'real and made-up' : 'made-up'} ones, in ${seconds(linesStart)}`);
console.log(`  JSON.parse: ${judged.accepted} events, ${judged.refused} refused, ${judged.blank} blank; ${judged.ambiguous} events with two fields of one dotted name`);
console.log(`  differences: ${judged.differences.length}`);
for (const { line, what } of judged.differences.slice(0, SHOWN)) console.log(`  ${what}: ${JSON.stringify(line)}`);

const archives = await goodArchives();
const archivesStart = performance.now();
const tried = await fuzzArchives(archives.files, archiveCount, new Random(seed), progress('Archives', archiveCount));
console.log(`\n${archiveCount.toLocaleString('en')} archives changed from ${archives.hasReal ? 'real and made-up' : 'made-up'} ones, in ${seconds(archivesStart)}`);
console.log(`  ${tried.opened} opened; ${Object.entries(tried.refused).map(([code, count]) => `${count} ${code}`).join(', ')}`);
console.log(`  slowest ${Math.round(tried.slowestMs)} ms; failures: ${tried.failures.length}`);
for (const { number, name, what } of tried.failures.slice(0, SHOWN)) console.log(`  archive ${number}, from ${name}: ${what}`);

const pandas = findPandas();
const cellsStart = performance.now();
const compared = 'python' in pandas ? await fuzzPandas(pandas.python, cellCount, new Random(seed), progress('Cells', cellCount)) : { errors: 0, differences: [] };
if ('reason' in pandas) console.log(`\nSKIPPED the pandas cells: ${pandas.reason}`);
else {
  console.log(`\n${cellCount.toLocaleString('en')} pandas cells run by pandas too, in ${seconds(cellsStart)}`);
  console.log(`  ${compared.errors} that pandas stops at; differences: ${compared.differences.length}`);
}
for (const difference of compared.differences.slice(0, SHOWN)) console.log(`  ${JSON.stringify(difference)}`);

const queriesStart = performance.now();
const queried = await judgeSql(queryCount, new Random(seed), progress('Queries', queryCount));
console.log(`\n${queryCount.toLocaleString('en')} SQL queries run by DuckDB too, in ${seconds(queriesStart)}`);
console.log(`  ${queried.withRows} gave rows; ${queried.refused.length} that DuckDB cannot run; differences: ${queried.differences.length}`);
for (const query of [...queried.refused, ...queried.differences].slice(0, SHOWN)) console.log(`  ${JSON.stringify(query)}`);

const found = [judged.differences, tried.failures, compared.differences, queried.refused, queried.differences];
if (found.some(({ length }) => length > 0)) process.exitCode = 1;
