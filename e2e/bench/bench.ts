/*
 * npm run bench [-- --large]: what opening a large dataset costs here, beside what it would cost with other tools, in one run. Each step runs in
 * a fresh process (or page), in turn, several times over; the middle is shown. Then made-up events in several kinds of file; with --large nothing
 * but a million of them.
 */
import { availableParallelism } from 'node:os';
import { prepareBenchData, type BenchData } from './bench-data';
import { ARCHIVE_NAME } from './bench-files';
import { runBrowserSteps } from './browser-steps';
import { makeFiles } from './made-files';
import { madeReport } from './made-report';
import { runMadeSteps } from './made-steps';
import { NODE_STEPS, isNodeStepName, type NodeStepName } from './node-steps';
import { openAndCloseReport } from './open-and-close';
import { report } from './report';
import { middleOf, runNodeStep, runPandas, type Measured } from './run-steps';

const ROUNDS = 5;
/** It is slow, and far from the others. */
const PANDAS_ROUNDS = 2;

async function measureNode(data: BenchData): Promise<Record<NodeStepName, Measured>> {
  const names = Object.keys(NODE_STEPS).filter(isNodeStepName);
  const runs = new Map<NodeStepName, Measured[]>(names.map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) {
      process.stderr.write(`\r\x1b[KRound ${round + 1} of ${ROUNDS}: ${name}`);
      runs.get(name)?.push(await runNodeStep(name, data));
    }
  }
  process.stderr.write('\r\x1b[K');
  return Object.fromEntries([...runs].map(([name, measured]) => [name, middleOf(measured)])) as Record<NodeStepName, Measured>;
}

async function measurePandas(data: BenchData) {
  const first = await runPandas(data);
  if (!first) return null;
  const runs = [first];
  while (runs.length < PANDAS_ROUNDS) runs.push((await runPandas(data)) ?? first);
  return { ...middleOf(runs), version: first.version };
}

/** What the public dataset takes; null where it is missing. */
async function measurePublic(): Promise<string | null> {
  const data = await prepareBenchData();
  if (!data) return null;
  try {
    const node = await measureNode(data);
    const pandas = await measurePandas(data);
    const browser = await runBrowserSteps(data, ROUNDS);
    return report({ data, node, pandas, browser, rounds: ROUNDS, cores: availableParallelism() });
  } finally {
    data.remove();
  }
}

async function measureMade(isLarge: boolean): Promise<string> {
  const made = await makeFiles(isLarge);
  try {
    const steps = madeReport(await runMadeSteps(made.files));
    return isLarge ? steps : `${steps}\n\n${await openAndCloseReport(made.files[0].path)}`;
  } finally {
    made.remove();
  }
}

const isLarge = process.argv.includes('--large');
if (!isLarge) console.log((await measurePublic()) ?? `The public dataset is not measured: ../shared/datasets/${ARCHIVE_NAME} is not beside this checkout.`);
console.log(`\n${await measureMade(isLarge)}`);
