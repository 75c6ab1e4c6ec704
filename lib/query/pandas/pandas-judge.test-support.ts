import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

export type Cell = string | number | boolean | null | readonly unknown[];

/** What real pandas says to one cell: its rows as JSON values, or the name of the error it raises. */
export type Verdict =
  | { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly error: string };

/* The semantics are those of pandas 1.5; others differ in types and in the order of merges. */
const WANTED = /^1\.5\./;

/** A Python with pandas 1.5, or why there is none. */
export function findPandas(): { readonly python: string } | { readonly reason: string } {
  const versions: string[] = [];
  for (const python of ['python3', '/usr/bin/python3']) {
    const run = spawnSync(python, ['-c', 'import pandas; print(pandas.__version__)'], { encoding: 'utf8' });
    if (run.status === 0 && WANTED.test(run.stdout)) return { python };
    if (run.status === 0) versions.push(run.stdout.trim());
  }
  return { reason: versions.length === 0 ? 'no Python with pandas' : `pandas is ${versions.join(', ')}, not 1.5` };
}

/**
 * Each cell runs on its own with `df` as `read_json(lines=True)` gives it; the last expression is its value. One task a line:
 * the events' lines and the cells to run on them.
 */
const JUDGE = `
import ast, io, json, re, sys, warnings
warnings.simplefilter('ignore')
import numpy as np, pandas as pd

def run(cell, whole):
    scope = {'df': whole.copy(), 'pd': pd, 'np': np, 're': re}
    body = ast.parse(cell).body
    exec(compile(ast.Module(body[:-1], []), 'cell', 'exec'), scope)
    return eval(compile(ast.Expression(body[-1].value), 'cell', 'eval'), scope)

def plain(value):
    if value is None or (not isinstance(value, (list, dict)) and pd.isna(value)): return None
    return value.item() if isinstance(value, np.generic) else value

def verdict(cell, whole):
    try:
        value = run(cell, whole)
        if isinstance(value, pd.Series): value = value.to_frame()
        if list(value.index.names) != [None]: value = value.reset_index()
        rows = [[plain(cell) for cell in row] for row in value.itertuples(index=False, name=None)]
        return {'columns': [str(column) for column in value.columns], 'rows': rows}
    except Exception as error:
        return {'error': type(error).__name__}

for line in sys.stdin:
    task = json.loads(line)
    whole = pd.read_json(io.StringIO(task['lines']), lines=True)
    print(json.dumps([verdict(cell, whole) for cell in task['cells']], default=str), flush=True)
`;

export function judge(python: string, lines: string, cells: readonly string[]): readonly Verdict[] {
  return JSON.parse(runPython(python, JUDGE, JSON.stringify({ lines, cells }))) as readonly Verdict[];
}

/** One Python that is asked again and again: starting pandas takes half a second. */
export class PandasJudge {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly answers: AsyncIterator<string>;

  constructor(python: string) {
    this.process = spawn(python, ['-c', JUDGE], { env: { ...process.env, PYTHONIOENCODING: 'utf-8' } });
    this.answers = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
    this.process.stderr.resume();
  }

  async judge(lines: string, cells: readonly string[]): Promise<readonly Verdict[]> {
    this.process.stdin.write(`${JSON.stringify({ lines, cells })}\n`);
    const answer = await this.answers.next();
    if (answer.done === true) throw new Error('Python has ended');
    return JSON.parse(answer.value) as readonly Verdict[];
  }

  close(): void {
    this.process.stdin.end();
  }
}

const DTYPES = `
import io, json, sys
import pandas as pd
df = pd.read_json(io.StringIO(sys.stdin.read()), lines=True)
json.dump({name: str(dtype).split(',')[0].replace('ns', 'ns]').replace(']]', ']') for name, dtype in df.dtypes.items()}, sys.stdout)
`;

/** The type of every column that read_json(lines=True) infers; dates without their zone. */
export function dtypesOf(python: string, lines: string): Readonly<Record<string, string>> {
  return JSON.parse(runPython(python, DTYPES, lines)) as Readonly<Record<string, string>>;
}

function runPython(python: string, program: string, input: string): string {
  const run = spawnSync(python, ['-c', program], { input, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, PYTHONIOENCODING: 'utf-8' } });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}
