import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BenchData } from './bench-data';
import type { NodeStepName } from './node-steps';

/** What one process took: its parts by name, in milliseconds, and the most memory it held. */
export interface Measured {
  readonly millis: Readonly<Record<string, number>>;
  readonly peakMiB: number;
}

const run = promisify(execFile);
const STEP_PROCESS = fileURLToPath(new URL('node-step-process.ts', import.meta.url));

export async function runNodeStep(name: NodeStepName, data: BenchData): Promise<Measured> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', STEP_PROCESS, name, data.archive, data.inflated]);
  return JSON.parse(stdout) as Measured;
}

const PANDAS = `
import json, resource, sys, time
import pandas
start = time.perf_counter()
frame = pandas.read_json(sys.argv[1], lines=True)
took = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"version": pandas.__version__, "millis": {"read": took * 1000}, "peakMiB": peak / (1024 ** 2 if sys.platform == "darwin" else 1024)}))
`;

/** Null where no Python with pandas is found. HUNTBOOK_PYTHON may name one. */
export async function runPandas(data: BenchData): Promise<(Measured & { readonly version: string }) | null> {
  for (const python of [process.env.HUNTBOOK_PYTHON, 'python3', '/usr/bin/python3']) {
    if (python === undefined || !(await hasPandas(python))) continue;
    const { stdout } = await run(python, ['-c', PANDAS, data.inflated]);
    return JSON.parse(stdout) as Measured & { version: string };
  }
  return null;
}

async function hasPandas(python: string): Promise<boolean> {
  return run(python, ['-c', 'import pandas']).then(
    () => true,
    () => false,
  );
}

/** The middle of several runs, part by part; of the memory, the largest. */
export function middleOf(runs: readonly Measured[]): Measured {
  const parts = Object.keys(runs[0].millis);
  const millis = Object.fromEntries(parts.map((part) => [part, middle(runs.map((each) => each.millis[part]))]));
  return { millis, peakMiB: Math.max(...runs.map((each) => each.peakMiB)) };
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
