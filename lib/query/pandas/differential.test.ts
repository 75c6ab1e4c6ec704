import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import type { EventTable } from '@/lib/events/event-table';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { sharedPath } from '@/lib/shared-data.test-support';
import { runQuery } from '@/lib/query/execute/run-query';
import { compilePandas } from './compile-pandas';
import { dtypeName, inferType } from './dtype';
import { type Cell, dtypesOf, findPandas, judge } from './pandas-judge.test-support';

const pandas = findPandas();
const skipped = 'reason' in pandas ? ` (SKIPPED: ${pandas.reason})` : '';

/** A small generator with a seed, so that a failure can be met again (mulberry32). */
function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const next = random(20201012);
const below = (count: number): number => Math.floor(next() * count);
const pick = <T>(items: readonly T[]): T => items[below(items.length)];
const maybe = <T>(chance: number, make: () => T): T | undefined => (next() < chance ? make() : undefined);

const SHARES = ['\\\\*\\IPC$', '\\\\*\\C$', '\\\\*\\ADMIN$', 'c$', 'IPCAMERAS', '', 'a.b'];
const USERS = ['pgustavo', 'WORKSTATION5$', 'SYSTEM', 'Bär', 'x\ty'];

/** Columns of every type that read_json infers: text, numbers, numbers as text, both, truth values; with and without gaps. */
function event(row: number): object {
  return {
    Row: row,
    Channel: pick(['Security', 'security', 'System']),
    EventID: pick([5140, 5145, 11]),
    Share: maybe(0.7, () => pick(SHARES)),
    User: maybe(0.8, () => pick([...USERS, null])),
    Port: maybe(0.6, () => String(pick([80, 443, 62782]))),
    Count: maybe(0.7, () => pick([1, 2, 3, null])),
    TextID: pick(['5140', '5145']),
    Mixed: maybe(0.8, () => pick([5140, '5140', 'x', '0x2'])),
    Flag: pick([true, false]),
    Seen: maybe(0.5, () => pick([true, false])),
    date: pick(['2020-09-22T18:53:32.341Z', '2020-09-22T18:53:33Z']),
    tags: ['a', pick(['b', 'c'])],
    Empty: maybe(0.3, () => null),
  };
}

const lines = Array.from({ length: 60 }, (_, row) => JSON.stringify(event(row))).join('\n');

/** A cell as it is given to both; `judged` where pandas needs the missing values filled to take it as a mask. */
interface Case {
  readonly cell: string;
  readonly judged: string;
}

const same = (cell: string): Case => ({ cell, judged: cell });
const quoted = (text: string): string => JSON.stringify(text);
const TEXT_COLUMNS = ['Channel', 'Share', 'User'];

function leaf(frame: string): Case {
  const column = pick(TEXT_COLUMNS);
  const text = `${frame}['${column}']`;
  const value = quoted(pick([...SHARES, ...USERS, 'Security']));
  const method = `${text}.str.${pick(['contains', 'startswith', 'endswith', 'match'])}`;
  const pattern = quoted(pick(['.*IPC.*', 'C', '$', 's', '', 'a', '[a-z]']));
  return pick<() => Case>([
    () => same(`${text} ${pick(['==', '!=', '<', '<=', '>', '>='])} ${value}`),
    () => same(`${text}.str.${pick(['lower', 'upper'])}() == ${quoted(pick(['security', 'SYSTEM', 'c$']))}`),
    () => same(`${method}(${pattern}, na=${pick(['True', 'False'])})`),
    () => ({ cell: `${method}(${pattern})`, judged: `${method}(${pattern}).fillna(False).astype(bool)` }),
    () => same(`${text}.str.contains(${pattern}, case=${pick(['True', 'False'])}, regex=False, na=False)`),
    () => same(`${text}.str.contains(${pattern}, case=False, na=False)`),
    () => same(`${text}.${pick(['isnull', 'isna', 'notnull', 'notna'])}()`),
    () => same(`${text}.isin([${value}, ${pick(['5140', quoted('security')])}])`),
    () => same(`${text}.str.split('\\\\').str[${pick([-1, 0, 1, 5])}] ${pick(['==', '!='])} ${quoted(pick(['C$', 'IPC$', '*']))}`),
    () => same(`${frame}['EventID'] ${pick(['==', '!=', '<', '>='])} ${pick(['5140', '5145', '5140.0', '11'])}`),
    () => same(`${frame}['${pick(['EventID', 'TextID', 'Port', 'Count', 'Mixed'])}'] ${pick(['==', '!='])} ${pick(['5140', "'5140'", "'80'", '80', '1', 'True', 'None'])}`),
    () => same(`${frame}['${pick(['Port', 'Count', 'TextID'])}'] ${pick(['<', '<=', '>', '>='])} ${pick(['100', '2', '5140'])}`),
    () => same(`${pick(['100', '2'])} ${pick(['<', '==', '!='])} ${frame}['${pick(['Port', 'Count', 'EventID'])}']`),
    () => same(`${frame}['${pick(['EventID', 'TextID', 'Port', 'Count', 'Mixed'])}'].isin([${pick(["'5140'", '5140'])}, ${pick(["'80'", '80', '1'])}])`),
    () => same(`${frame}['${pick(['EventID', 'TextID', 'Port', 'Count'])}'].astype(str) == ${pick(["'5140'", "'80'", "'80.0'", "'nan'", "'1.0'"])}`),
    () => same(`${frame}['TextID'].astype(int) == 5140`),
    () => same(`${frame}['Mixed'].str.lower() == ${quoted(pick(['5140', 'x']))}`),
    () => same(`${frame}['Mixed'].str.contains(${pick(["'0'", "'x'"])}, na=${pick(['True', 'False'])})`),
    () => same(`${frame}['Flag'] == ${pick(['True', 'False', '1', '0', "'True'", '2'])}`),
    () => same(`${frame}['Seen'] ${pick(['==', '!='])} ${pick(['True', 'False', '1'])}`),
    () => same(`${frame}['Flag']`),
    () => same(`${frame}['date'] ${pick(['==', '<', '>='])} '2020-09-22T18:53:33Z'`),
    () => same(`${frame}['tags'].str[1] == 'b'`),
    () => same(`${frame}['Empty'].${pick(['isnull', 'notnull'])}()`),
    () => same(`${frame}['EventID'] ${pick(['==', '<'])} ${frame}['TextID']`),
    () => same(`${frame}.Channel == ${frame}['User']`),
  ])();
}

function mask(frame: string, depth: number): Case {
  if (depth === 0) return leaf(frame);
  const [a, b] = [mask(frame, depth - 1), mask(frame, depth - 1)];
  const op = pick(['&', '|', '&']);
  if (next() < 0.3) return { cell: `~(${a.cell})`, judged: `~(${a.judged})` };
  return { cell: `(${a.cell}) ${op} (${b.cell})`, judged: `(${a.judged}) ${op} (${b.judged})` };
}

function sides(): Case {
  const side = (name: string, columns: string): Case => {
    const { cell, judged } = mask('df', 1);
    // Never without rows: a merge with an empty left side has its key columns on the right, in pandas alone.
    const text = (chosen: string): string => `${name} = df[${columns}][(${chosen}) | (df['Row'] < 2)]\n`;
    return { cell: text(cell), judged: text(judged) };
  };
  const [a, b] = [side('a', "['Row','Channel','EventID','Share','User','Port','Count','TextID']"), side('b', "['Row','EventID','Share','Port','Count','TextID','Mixed']")];
  return { cell: a.cell + b.cell, judged: a.judged + b.judged };
}

function merge(): Case {
  const { cell, judged } = sides();
  const how = pick(['inner', 'left', 'right', 'outer']);
  const arguments_ = pick([
    "on='Share'", "on=['EventID', 'Share']", "on='Port'", "left_on='User', right_on='Share'", "left_on='Port', right_on='Port'",
    "on='Count', suffixes=('_l', '_r')", "left_on='EventID', right_on='TextID'", "left_on='Count', right_on='Port'", '',
  ]);
  const call = next() < 0.5 ? `pd.merge(a, b, ${arguments_}${arguments_ === '' ? '' : ', '}how='${how}')` : `a.merge(b, how='${how}'${arguments_ === '' ? '' : `, ${arguments_}`})`;
  return { cell: cell + call, judged: judged + call };
}

const MASKS = Array.from({ length: 400 }, (_, at): Case => {
  const { cell, judged } = mask('df', at % 3);
  return { cell: `df[['Row', 'User', 'Port']][${cell}]`, judged: `df[['Row', 'User', 'Port']][${judged}]` };
});

const FRAMES = [
  "x = df[df['EventID'] == 5140]\nx['name'] = x['Share'].str.split('\\\\').str[-1]\nx[['Row', 'name']][x['name'] == 'C$']",
  "x = df[df['EventID'] == 5140]\ny = x[df['Channel'] == 'Security']\ny",
  "df.sort_values(['User', 'Row'], ascending=[False, True])[['Row', 'User']]",
  "df.sort_values(by='Port', kind='stable')[['Row', 'Port']]",
  "df.sort_values('Count', ascending=False, kind='stable', na_position='first')[['Row', 'Count']]",
  "df[['Channel', 'User']].drop_duplicates()",
  "df.drop_duplicates(subset=['EventID', 'Port'])[['Row', 'EventID', 'Port']]",
  "df.drop_duplicates('Mixed')[['Row', 'Mixed']]",
  "df.rename(columns={'User': 'Account', 'Nothing': 'x'})[['Row', 'Account']]",
  "df[['Row']].reset_index(drop=True)",
  "df.groupby('User').size()",
  "df.groupby(['Channel', 'EventID']).size().reset_index(name='events')",
  "df.groupby('Port').size().reset_index()",
  "df.groupby('Channel')['User'].nunique()",
  "df.groupby('Channel')[['User', 'Port']].nunique().reset_index()",
  "df[['Channel', 'User', 'Share', 'Port']].groupby(['Channel']).count()",
  "df.groupby('Channel', as_index=False).size()",
  "df.groupby('Channel')['Row'].max()",
  "df.groupby('User').size().sort_values(ascending=False, kind='stable').reset_index(name='n')",
  "a = df[df['EventID'] == 5140].head(3)\npd.merge(a, a, on='Channel')[['Row_x', 'Row_y']]",
  "df.head(7)[df['Channel'] == 'Security'][['Row']]",
  "df['User'][df['Channel'] == 'Security']",
  "a = df[['Row', 'Share', 'EventID']][df['EventID'] == 11]\na['c'] = a['Share'].str.contains('C', na=False)\na['k'] = 'x'\npd.merge(df[['Row', 'EventID']], a, on='Row', how='left')",
  "x = df\nx['k'] = 'same'\ndf[['Row', 'k']]",
  "df[['Row']][df['User'].between('WORKSTATION5$', 'pgustavo') & df['Port'].between(80, 443, inclusive='left')]",
  "df[['Row']][~df['Count'].between(1, 2, inclusive='neither')]",
  "x = df[['Row', 'EventID']]\nx['Hex'] = x['EventID'].apply(int).apply(hex)\nx",
  "df['Row'].apply(str)",
  "df[['Row']][df['User'].fillna('none') != 'SYSTEM']",
  "df['Count'].fillna(0)",
  "df['Share'].to_frame('path')",
  "(df[['User', 'EventID', 'Share']][df['EventID'] < 6000].groupby(['User', 'EventID'])['Share'].count().sort_values(ascending=False, kind='stable')).to_frame()",
  "n = df.groupby(['User', 'EventID'])['Share'].count().to_frame()\npd.merge(n, df[['Row', 'User']], left_on='User', right_on='User').sort_values(['Row', 'Share'])",
  "n = df.groupby(['User', 'EventID'])['Share'].count()\nb = df[['Row', 'User']].rename(columns={'User': 'Account'})\npd.merge(n, b, left_on='User', right_on='Account').sort_values(['Row', 'Share'])",
  "n = df.groupby(['User', 'EventID'])['Share'].count()\npd.merge(df[['Row', 'User']], n, on='User', how='left').sort_values(['Row', 'Share'])",
  "n = df.groupby(['User', 'EventID'])['Share'].count()\npd.merge(n, n, on=['User', 'EventID'])",
].map(same);

const ERRORS: readonly (readonly [cell: string, error: string])[] = [
  ["df[df['Nothing'] == 1]", 'KeyError'],
  ["df[['Row', 'Nothing']]", 'KeyError'],
  ["df[df['channel'] == 'Security']", 'KeyError'],
  ["x = df[['Row']]\nx[x['Channel'] == 'Security']", 'KeyError'],
  ["df[df['Port'].str.contains('8', na=False)]", 'AttributeError'],
  ["df[df['date'].str.contains('8', na=False)]", 'AttributeError'],
  ["df[df['EventID'] < 'a']", 'TypeError'],
  ["df[df['User'] > 5]", 'TypeError'],
  ["df[df['Mixed'] > 'a']", 'TypeError'],
  ["df[df['User'].astype(int) == 5]", 'ValueError'],
  ["df[df['Port'].astype(int) == 80]", 'IntCastingNaNError'],
  ["pd.merge(df[['Share']], df[['Port']], left_on='Share', right_on='Port')", 'ValueError'],
];

function run(cell: string, table: EventTable): { readonly columns: readonly string[]; readonly rows: (string | null)[][]; readonly warnings: readonly string[] } {
  const query = compilePandas(cell, table);
  if (!query.ok) throw new Error(`${query.error.message} at ${query.error.span.start}: ${cell}`);
  const result = runQuery(query.value, table);
  const rows = Array.from({ length: result.rowCount }, (_, row) => result.columns.map((_, column) => result.cell(row, column)));
  return { columns: result.columns, rows, warnings: query.value.warnings.map(({ message }) => message) };
}

/** Numbers by value (pandas prints 80.0 where the file has "80"), times by moment. */
function normal(value: Cell): string | null {
  if (value === null) return null;
  const text = Array.isArray(value) ? JSON.stringify(value) : String(value);
  if (/^\d{4}-\d\d-\d\d[T ]/.test(text)) return String(Date.parse(text.replace(' ', 'T').replace(/(\.\d{3})\d*/, '$1')));
  if (typeof value === 'boolean') return String(Number(value));
  return text === 'true' || text === 'false' ? String(Number(text === 'true')) : text.trim() !== '' && Number.isFinite(Number(text)) ? String(Number(text)) : text;
}

const REAL = ['covenant_copy_smb_CreateRequest.zip', 'cmd_psexec_lsa_secrets_dump.zip', 'WindowsEvents.Zip', 'reg_stop_event_logging_controlset_minint_key.zip'];

describe.skipIf('reason' in pandas)(`against real pandas${skipped}`, () => {
  const table = eventTableOf(lines);
  const python = 'python' in pandas ? pandas.python : '';

  function differences(cases: readonly Case[], inOrder: boolean): unknown[] {
    const verdicts = judge(python, lines, cases.map(({ judged }) => judged));
    return cases.flatMap(({ cell }, at): object[] => {
      const verdict = verdicts[at];
      if ('error' in verdict) return [{ cell, error: verdict.error }];
      const ours = run(cell, table);
      const lists = [ours.rows, verdict.rows].map((rows) => rows.map((row) => JSON.stringify(row.map(normal))));
      if (!inOrder) lists.forEach((list) => list.sort());
      const [got, wanted] = [[ours.columns, ...lists[0]], [verdict.columns, ...lists[1]]];
      return JSON.stringify(got) === JSON.stringify(wanted) ? [] : [{ cell, got: got.slice(0, 6), wanted: wanted.slice(0, 6), sizes: [got.length, wanted.length] }];
    });
  }

  it(`${MASKS.length} random masks give the same rows in the same order`, () => {
    expect(differences(MASKS, true)).toEqual([]);
  });

  it('sorting, duplicates, groups, renaming and heads give the same rows in the same order', () => {
    expect(differences(FRAMES, true)).toEqual([]);
  });

  it('120 random merges give the same columns and the same pairs', () => {
    expect(differences(Array.from({ length: 120 }, merge), false)).toEqual([]);
  });

  it('what pandas stops at is warned of by the name of its error', () => {
    const verdicts = judge(python, lines, ERRORS.map(([cell]) => cell));
    expect(verdicts).toEqual(ERRORS.map(([, error]) => ({ error })));
    for (const [cell, error] of ERRORS) expect(run(cell, table).warnings.join('\n'), cell).toContain(error);
  });

  it.each(REAL)('the columns of %s have the types that read_json infers', async (name) => {
    const path = sharedPath(`datasets/${name}`);
    if (path === null) return console.warn(`SKIPPED ${name}: ../shared is not beside the repository`);
    const zip = await JSZip.loadAsync(readFileSync(path));
    const member = Object.values(zip.files).find((file) => !file.dir && !file.name.startsWith('__MACOSX'));
    const text = (await member?.async('string')) ?? '';
    const real = eventTableOf(text);
    const types = dtypesOf(python, text);
    const columns = real.fields.map((field) => field.name).filter((field) => field in types);
    expect(columns.length).toBeGreaterThan(50);
    const inferred = columns.map((field) => {
      const values = real.values(field);
      return [field, values === null ? null : dtypeName(inferType(field, values).dtype)];
    });
    expect(inferred).toEqual(columns.map((field) => [field, types[field]]));
  });
});
