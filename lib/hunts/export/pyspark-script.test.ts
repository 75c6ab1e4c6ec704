import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHuntDocument } from '@/lib/hunts/read-hunt-document';
import { jupyterNotebook } from './jupyter-notebook';
import { pysparkScript } from './pyspark-script';
import type { SparkExport } from './spark-export';

const fence = '`'.repeat(3);
const document = readHuntDocument(`# A "hunt" of 'ours'

## Hypothesis

Somebody \\ something.

### Analytic I: One

Words.

#### Logic

${fence}{code-block}
SELECT a FROM dataTable
${fence}

#### Pandas Query

${fence}{code-cell} ipython3
df[['a']]
${fence}
`);
const [analytic] = document.analytics;
const [sql, pandas] = analytic.readings;

// Text that breaks out of a Python literal if anything does: quotes in threes, backslashes, a quote at the end, a line separator.
const SQL = 'SELECT `@timestamp`\nFROM dataTable WHERE a = """x""" AND b LIKE "%\\\\C$" AND c = \'\u2028é\' AND d = "e"';
const spark: SparkExport = {
  document,
  file: { name: 'data "x".zip', members: ['in/day 1.json'] },
  analytics: [{ analytic, queries: [{ reading: sql, sql: SQL, repairs: [{ start: 0, end: 1, written: 'a name\nimport os', spark: '\r\nimport os' }], refused: null }], pandas }],
  fields: new Map([
    ['@timestamp', ['@timestamp']],
    ['Channel', ['log_name', 'winlog.channel']],
    ['Image', []],
    ['event_data.User', ['event_data.User']],
  ]),
  tables: ['dataTable', 'mordor "t"'],
};

// Records what the script asks of Spark. It knows JSON lines and the schema of nested objects, and nothing else.
const FAKE_SPARK = `
import json, sys, types
asked = {"conf": {}, "columns": {}, "views": [], "sql": [], "paths": []}
class StructType:
    def __init__(self, value):
        self.value, self.names = value, list(value)
    def __getitem__(self, name):
        inner = self.value[name]
        return types.SimpleNamespace(dataType=StructType(inner) if isinstance(inner, dict) else None)
class Rows:
    def __init__(self, rows):
        self.rows = rows
        self.schema = StructType({k: v for row in rows for k, v in row.items()})
    def withColumn(self, name, made):
        asked["columns"][name] = made
        return self
    def cache(self): return self
    def count(self): return len(self.rows)
    def show(self, **_): pass
    def where(self, _): return self
    def first(self): return self.rows[0] if self.rows else None
    def createOrReplaceTempView(self, name): asked["views"].append(name)
class Reader:
    def text(self, paths): return Rows([{"value": line, 0: line} for path in paths for line in open(path)])
    def json(self, paths, multiLine):
        asked["paths"], asked["multiLine"] = paths, multiLine
        return Rows([json.loads(line) for path in paths for line in open(path)])
class Spark:
    read = Reader()
    conf = types.SimpleNamespace(set=lambda key, value: asked["conf"].update({key: value}))
    def appName(self, name): asked["app"] = name; return self
    def getOrCreate(self): return self
    def sql(self, text): asked["sql"].append(text); return Rows([])
SparkSession = types.SimpleNamespace(builder=Spark())
class Lit:
    def cast(self, kind): return [None, kind]
functions = types.SimpleNamespace(col=lambda path: path, coalesce=lambda *of: list(of), lit=lambda _: Lit())
sys.modules["pyspark.sql"] = sys.modules["pyspark"]
sys.modules["pyspark.sql.types"] = sys.modules["pyspark"]
import atexit
atexit.register(lambda: json.dump(asked, open("asked.json", "w")))
`;

const python = pythonHere();
function pythonHere(): string | null {
  try {
    execFileSync('python3', ['--version']);
    return 'python3';
  } catch {
    return null;
  }
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spark-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe.skipIf(python === null)('what is exported, run by Python on a Spark that only writes down what it is asked (skipped where python3 is missing)', () => {
  async function run(script: string): Promise<unknown> {
    await mkdir(join(folder, 'pyspark'), { recursive: true });
    await writeFile(join(folder, 'pyspark', '__init__.py'), FAKE_SPARK);
    const zip = new JSZip();
    zip.file('in/day 1.json', '{"@timestamp":1,"log_name":"x","winlog":{"channel":"y"},"event_data":{"User":"u"}}\n');
    zip.file('__MACOSX/._day 1.json', 'no JSON');
    zip.file('readme.txt', 'no JSON');
    await writeFile(join(folder, spark.file.name), await zip.generateAsync({ type: 'nodebuffer' }));
    await writeFile(join(folder, 'script.py'), script);
    await promisify(execFile)(python ?? '', ['script.py'], { cwd: folder, env: { ...process.env, PYTHONPATH: folder } });
    const asked: unknown = JSON.parse(await readFile(join(folder, 'asked.json'), 'utf8'));
    return asked;
  }

  const expected = {
    app: document.title,
    sql: [SQL],
    views: spark.tables,
    multiLine: false,
    paths: [expect.stringMatching(/0-day 1\.json$/)],
    columns: { Channel: ['`log_name`', '`winlog`.`channel`'], Image: [null, 'string'] },
    conf: { 'spark.sql.caseSensitive': 'true', 'spark.sql.ansi.enabled': 'false', 'spark.sql.parser.escapedStringLiterals': 'false' },
  };

  it('the script reads the members of the archive, gives the fields their names and runs the SQL to the letter', async () => {
    expect(await run(pysparkScript(spark))).toEqual(expected);
  });

  it('the cells of the notebook do the same', async () => {
    const { cells } = readNotebook(jupyterNotebook(spark));
    const codes = cells.filter((cell) => cell.cell_type === 'code').map((cell) => cell.source.join(''));
    expect(codes.at(-1)).toContain("df[['a']]");
    expect(await run(codes.slice(0, -1).join('\n'))).toEqual(expected);
  });
});

interface Notebook {
  readonly nbformat: number;
  readonly cells: readonly { readonly id: string; readonly cell_type: string; readonly source: readonly string[] }[];
}

function readNotebook(text: string): Notebook {
  const notebook: Notebook = JSON.parse(text);
  return notebook;
}

describe('jupyterNotebook', () => {
  it('holds the prose and each cell under an id of its own', () => {
    const { nbformat, cells } = readNotebook(jupyterNotebook(spark));
    expect(nbformat).toBe(4);
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
    expect(cells[0].source.join('')).toBe('# A "hunt" of \'ours\'');
    expect(cells.map(({ source }) => source.join('')).join('\n')).toContain('Somebody \\ something.');
  });
});
