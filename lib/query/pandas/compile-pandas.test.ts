import { describe, expect, it } from 'vitest';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { runQuery } from '@/lib/query/execute/run-query';
import type { ResultTable } from '@/lib/query/result-table';
import { compilePandas } from './compile-pandas';

const table = eventTableOf(
  [
    { Row: 1, Channel: 'Security', EventID: 5140, ShareName: '\\\\*\\C$', LogonId: '0x1', IpPort: '62782' },
    { Row: 2, Channel: 'security', EventID: 5140, ShareName: '\\\\*\\IPC$', LogonId: '0x1', IpPort: '62782' },
    { Row: 3, Channel: 'Security', EventID: 5145, ShareName: '\\\\*\\C$', LogonId: '0x2', IpPort: '80' },
    { Row: 4, Channel: 'System', EventID: 11, computer_name: 'WORKSTATION5' },
  ]
    .map((event) => JSON.stringify(event))
    .join('\n'),
);

function run(cell: string): ResultTable {
  const query = compilePandas(cell, table);
  if (!query.ok) throw new Error(query.error.message);
  return runQuery(query.value, table);
}

function rowsOf(result: ResultTable): readonly string[] {
  return Array.from({ length: result.rowCount }, (_, row) => result.columns.map((_, column) => result.cell(row, column) ?? '-').join(' '));
}

/** The error's message and the text that it points at. */
function errorOf(cell: string): readonly [string, string] {
  const query = compilePandas(cell, table);
  if (query.ok) throw new Error(`no error: ${cell}`);
  const { message, span } = query.error;
  return [message, cell.slice(span.start, span.end)];
}

describe('what a text results in', () => {
  it.each([
    ['the last expression', "a = df[['Row']]\ndf[['Row']][df['EventID'] == 11]", ['4']],
    ['the name that a last assignment sets', "a = df[['Row']][df['EventID'] == 11]", ['4']],
    ['the frame whose column a last assignment sets', "a = df[['Row']][df['EventID'] == 11]\na['n'] = a['Row']", ['4 4']],
    ['a series as its column', "df['Row'][df['EventID'] == 11]", ['4']],
    ['names shared from cell to cell', "m = df['EventID'] == 5140\n\n\nx = df[m & (df['Channel'] == 'Security')]\nx[['Row']]", ['1']],
    ['the file itself after the set-up cells', "import pandas as pd\nfrom pandas.io import json\nlogs = json.read_json(path_or_buf=None, lines=True)\nlogs[['Row']][logs['EventID'] == 11]", ['4']],
    [
      'the file itself after cells that fetch it',
      "import requests\nfrom zipfile import ZipFile\nfrom io import BytesIO\nurl = 'https://example.org/a.zip'\nanswer = requests.get(url)\nzipFile = ZipFile(BytesIO(answer.content))\npath = zipFile.extract(zipFile.namelist()[0])\nimport pandas as pd\nfrom pandas.io import json\ndf = json.read_json(path_or_buf=path, lines=True)\ndf[['Row']][df['EventID'] == 11]",
      ['4'],
    ],
    ['no magic of the notebook', "%matplotlib inline\n!pip install pandas\npd.set_option('display.max_rows', 5)\ndf[['Row']][df['EventID'] == 11]", ['4']],
    ['names of an `import *`', "from openhunt.mordorutils import *\nspark = get_spark()\ndf[['Row']][df['EventID'] == 11]", ['4']],
    ['what is displayed', "display(df[['Row']][df['EventID'] == 11])", ['4']],
    ['no looks on the way', "df.info()\ndf.Row.plot(kind='bar')\ndf[['Row']][df['EventID'] == 11]", ['4']],
    ['rows by `.loc`', "df.loc[df['EventID'] == 11, ['Row', 'EventID']]", ['4 11']],
    ['a column by `.loc`', "df.loc[df['EventID'] == 11, 'Row']", ['4']],
    ['attributes as columns', "df[df.EventID == 11][['Row']]", ['4']],
    ['numbers as the file writes them', "df[['IpPort']][df['IpPort'] == 62782].drop_duplicates()", ['62782']],
    ['a value for every row', "x = df[['Row']][df['EventID'] == 11]\nx['kind'] = 'file'", ['4 file']],
  ])('%s', (_, cell, rows) => {
    expect(rowsOf(run(cell))).toEqual(rows);
  });
});

describe('head', () => {
  it.each([
    ['shows less when it is last', "df[['Row']].head(2)", 4, 2],
    ['shows five when it says nothing', "df[['Row']].head()", 4, 4],
    ['still only shows less before columns are chosen', "df.head(2)[['Row']]", 4, 2],
    ['still only shows less in a variable', "x = df.head(3)\nx.head(2)", 4, 2],
    ['limits the rows of a filter', "df[['Row']].head(2)[df['EventID'] == 5140]", 2, 2],
    ['limits the rows of a merge', "a = df.head(1)\npd.merge(a, df, on='LogonId')", 2, 2],
  ])('%s', (_, cell, rowCount, shown) => {
    const result = run(cell);
    expect([result.rowCount, result.shown]).toEqual([rowCount, shown]);
  });
});

describe('legs and conditions', () => {
  const CELL = `
ipc = (df[['Row','ShareName','LogonId']]
[(df['EventID'] == 5140)
    & (df['ShareName'].str.contains('.*IPC.*', regex=True, na=False))
])
share = df[['Row','LogonId']][(df['ShareName'].str.endswith('\\\\C$', na=False)) & ~(df['LogonId'].isnull())]
both = pd.merge(ipc, share, on = 'LogonId')
pd.merge(both, df[df['EventID'] == 5140], on='LogonId', how='inner')
`;

  it('are named by the variables, the inner ones also by the frame they are part of', () => {
    expect(run(CELL).legs.map(({ id, path }) => [id, path.join(' › ')])).toEqual([[0, 'both › ipc'], [1, 'both › share'], [2, 'df']]);
  });

  it('keep the source of each condition in the order written', () => {
    expect(run(CELL).funnel.legs.map(({ start, steps }) => [start, ...steps.map(({ text, left }) => `${text} → ${left}`)])).toEqual([
      [4, "df['EventID'] == 5140 → 2", "df['ShareName'].str.contains('.*IPC.*', regex=True, na=False) → 1"],
      [4, "df['ShareName'].str.endswith('\\\\C$', na=False) → 2", "~(df['LogonId'].isnull()) → 2"],
      [4, "df['EventID'] == 5140 → 2"],
    ]);
  });

  it('give every row the events that made it', () => {
    const result = run(CELL);
    expect(result.columns).toEqual(['Row_x', 'ShareName_x', 'LogonId', 'Row_y', 'Row', 'Channel', 'EventID', 'ShareName_y', 'IpPort', 'computer_name']);
    const lines = (row: number): number[][] => result.lineage(row).map(({ events }) => events.map((event) => table.source(event).line));
    expect([lines(0), lines(1), result.rowCount]).toEqual([[[2], [1], [1]], [[2], [1], [2]], 2]);
  });

  it('tell a frame that is merged with itself apart', () => {
    const result = run("a = df[['Row', 'LogonId']][df['EventID'] == 5140]\npd.merge(a, a, on='LogonId')");
    expect(rowsOf(result)).toEqual(['1 0x1 1', '1 0x1 2', '2 0x1 1', '2 0x1 2']);
    expect(result.lineage(1).map(({ events }) => events.map(Number))).toEqual([[0], [1]]);
  });
});

describe('a column that mixes types', () => {
  // Judged by pandas 1.5.3: such a column keeps its values as they are, and `.str` sees the strings only.
  const mixed = eventTableOf([5140, '5140', 'x', 7, null].map((value) => JSON.stringify({ Value: value })).join('\n'));
  it.each([
    ["df[df['Value'] == '5140']", ['5140']],
    ["df[df['Value'] == 5140]", ['5140']],
    ["df[df['Value'].isin([7, '5140'])]", ['5140', '7']],
    ["df[df['Value'].str.contains('[0-9]', na=False)]", ['5140']],
    ["df[~df['Value'].str.contains('x', na=True)]", ['5140']],
    ['df.drop_duplicates()', ['5140', '5140', 'x', '7', null]],
  ])('%s', (cell, values) => {
    const query = compilePandas(cell, mixed);
    const result = query.ok ? runQuery(query.value, mixed) : null;
    expect(Array.from({ length: result?.rowCount ?? 0 }, (_, row) => result?.cell(row, 0))).toEqual(values);
  });
});

describe('merge', () => {
  // The documented order of an inner merge: that of the left keys; several partners in the order of the right.
  it('lists pairs in the order of the left rows', () => {
    const cell = "a = df[['Row', 'Channel']][df['Channel'] != 'System']\nb = df[['Row', 'Channel']].sort_values('Row', ascending=False)\npd.merge(a, b, on='Channel')[['Row_x', 'Row_y']]";
    expect(rowsOf(run(cell))).toEqual(['1 3', '1 1', '2 2', '3 3', '3 1']);
  });

  it('meets missing keys with each other', () => {
    expect(rowsOf(run("a = df[['Row', 'LogonId']]\npd.merge(a, a, on='LogonId')[['Row_x', 'Row_y']]"))).toEqual(['1 1', '1 2', '2 1', '2 2', '3 3', '4 4']);
  });
});

describe('warnings', () => {
  it.each([
    ["df[df['Nothing'] == 1]", 'key-error', "df['Nothing']"],
    ["df[['Row', 'Nothing']]", 'key-error', "'Nothing'"],
    ["x = df[['Row']]\nx[x['Channel'] == 'a']", 'key-error', "x['Channel']"],
    ["df[df['channel'] == 'Security']", 'column-case', "df['channel']"],
    ["df[['Hostname']]", 'column-synonym', "'Hostname'"],
    ["df[df['ShareName'].str.contains('C')]", 'mask-with-gaps', "df['ShareName'].str.contains('C')"],
    ["df[df['IpPort'].str.contains('8')]", 'attribute-error', "df['IpPort']"],
    ["df[df['ShareName'].str.contains('C') | (df['Row'] == 1)]", 'mask-with-gaps', "df['ShareName'].str.contains('C')"],
    ["df[df['ShareName'].str.contains('(C)', na=False)]", 'match-groups', "'(C)'"],
    ["df[df['ShareName'].str.endswith('.*$', na=False)]", 'no-pattern', "'.*$'"],
    ["df['EventID'].apply(hex)\ndf['Channel'].apply(hex)", 'type-error', "df['Channel'].apply(hex)"],
    ["df.drop(columns='Nothing')", 'key-error', "columns='Nothing'"],
    ["df.groupby('Channel')['ShareName'].max()", 'type-error', "df.groupby('Channel')['ShareName'].max()"],
    ["df[df['EventID'] < '5']", 'type-error', "df['EventID'] < '5'"],
    ["pd.merge(df, df[['Row', 'IpPort']], left_on='ShareName', right_on='IpPort')", 'value-error', "pd.merge(df, df[['Row', 'IpPort']], left_on='ShareName', right_on='IpPort')"],
  ])('%s', (cell, code, place) => {
    const query = compilePandas(cell, table);
    const warnings = query.ok ? query.value.warnings : [];
    expect(warnings.map((warning) => [warning.code, cell.slice(warning.span?.start, warning.span?.end)])).toContainEqual([code, place]);
  });

  it('are none where pandas has nothing to say', () => {
    expect(run("df[(df['Channel'] == 'Security') & (df['ShareName'].str.contains('C', na=False))]").warnings).toEqual([]);
  });

  it('do not let an absent key match every row with every row', () => {
    expect(run("pd.merge(df, df, on='SubjectLogonId')").rowCount).toBe(0);
  });
});

describe('errors', () => {
  it.each([
    ["df['Row'].apply(len)", "NameError: name 'len' is not defined", 'len'],
    ["df['Row'].apply(np.sqrt)", '`.apply` is supported with str, int, float and hex only', 'np.sqrt'],
    ["df['Row'].apply(lambda x: x)", '`lambda` is not supported', 'lambda x: x'],
    ["df[df['Row'].between(1, 2, inclusive='all')]", "`inclusive` of `.between` must be 'both', 'neither', 'left' or 'right'", "inclusive='all'"],
    ["df.query('Row == 1')", '`.query` is not supported', 'query'],
    ["df.loc['a']", '`.loc` is supported with a mask, and columns after it', "'a'"],
    ["df.iloc[df['Row'] == 1]", '`.iloc` is not supported', 'iloc'],
    ["df.drop_duplicates(inplace=True)\ndf", '`inplace=` of `.drop_duplicates` is not supported with this value', 'inplace=True'],
    ["import requests\nrequests.get('https://example.org')", 'The last statement has no rows to show: what it calls is not run here', "requests.get('https://example.org')"],
    ["df['Row'].str.zfill(3)", '`.str.zfill` is not supported', 'zfill'],
    ["df[df['Channel'].str.split('.', expand=True)]", '`expand=` of `.str.split` is not supported with this value', 'expand=True'],
    ["df[df['Channel'].str.split('a|b')]", 'Splitting by a pattern is not supported', "'a|b'"],
    ["pd.merge(df, df, how='asof')", '`how="asof"` of a merge is not supported', "how='asof'"],
    ["pd.merge(df, df, how='cross', on='Row')", "MergeError: `how='cross'` takes no keys", "on='Row'"],
    ["pd.merge(df, df, on='Row', validate='1:1')", '`validate=` of `.merge` is not supported', "validate='1:1'"],
    ["df[df['Row'].isin([1, None])]", 'None in `.isin` is not supported: ask with `.isnull()`', 'None'],
    ["df[df['Row'] == 1 & df['Row'] == 2]", 'A chain of comparisons is not supported: put each comparison in its own parentheses', "df['Row'] == 1 & df['Row'] == 2"],
    ["df[df['Row'] == 1 and df['Row'] == 2]", '`and` is not supported: pandas joins masks with `&`', 'and'],
    ["df[not df['Row'] == 1]", '`not` is not supported: pandas negates a mask with `~`', 'not'],
    ["df['a'] + df['b']", '`+` is not supported', '+'],
    ["df['Row' in df]", '`in` is not supported', 'in'],
    ["other[other['Row'] == 1]", "NameError: name 'other' is not defined", 'other'],
    ["len(df)", "NameError: name 'len' is not defined", 'len'],
    ["pd.concat([df, df])", '`pd.concat(…)` is not supported', 'pd.concat'],
    ["os.system('id')", "NameError: name 'os' is not defined", 'os'],
    ["df[['Row']][df['Channel']]", 'A mask holds True and False; this is a column of object', "df['Channel']"],
    ["a = df[df['Row'] == 1]\ndf[a['Row'] == 1]", 'This column comes from other rows than those it is used on', "a['Row'] == 1"],
    ["[r for r in df]", 'A comprehension is not supported', '[r for r in df]'],
    ["df[0:5]", 'A slice is not supported', 'df[0:5]'],
    ["df[f'{x}']", 'An f-string is not supported', "f'{x}'"],
    ["for x in df:\n    x", '`for` is not supported', 'for x in df:\n    x'],
    ["x = 5", 'The last statement has no rows to show', 'x'],
    ['# nothing', 'There is no expression whose rows could be shown', '# nothing'],
    ["df[df['Row' == 1]", 'SyntaxError: something is missing after `]`', ']'],
    ["df[(df['Channel'] == 'a')|(Windows PowerShell)]", 'SyntaxError: Python does not expect `PowerShell` here', 'PowerShell'],
    ["df[df['Row'] == 'x\n]", 'SyntaxError: this string has no end', "'x"],
    ["df[df['Row'] == 'NT AUTHORITY\\NETWORK SERVICE']", 'SyntaxError: Python reads \\N as the beginning of \\N{…}, the name of a character; a backslash is written \\\\', '\\N'],
    ["df[df['Row'] == 'C:\\Users']", "SyntaxError: Python reads \\U as the beginning of a character's code, which is not whole; a backslash is written \\\\", '\\U'],
    ["df[df['Channel'].str.contains('a(')]", 'The regular expression "a(" is not valid', "'a('"],
    ["df[df['Channel'].str.match('(?<=a+)b')]", 'The regular expression "(?<=a+)b" looks behind by a varying length, which Python refuses', "'(?<=a+)b'"],
    ["df[['Row']].groupby('Row')['Channel'].sum()", "`sum` of a groupby is supported for numbers; 'Channel' is a column of object", "df[['Row']].groupby('Row')['Channel'].sum()"],
    ["df.groupby('Row').agg(['count'])", 'Several functions are supported for one column only: choose it by `[…]` first', "['count']"],
    ["df.drop(1)", '`labels` of `.drop` must be a string', '1'],
    ["df.drop('Row')", 'Dropping rows by their labels is not supported', "df.drop('Row')"],
    ["df.head(2).to_frame()", "AttributeError: 'DataFrame' object has no attribute 'to_frame'", "df.head(2).to_frame()"],
  ])('%s', (cell, message, place) => {
    expect(errorOf(cell)).toEqual([message, place]);
  });

  it.each([100, 1_000, 20_000])('of a text nested %i deep are no crashes', (depth) => {
    const opened = compilePandas('('.repeat(depth), table);
    const closed = compilePandas(`df[${'~('.repeat(depth)}df['Row'] == 1${')'.repeat(depth)}]`, table);
    expect([opened.ok, closed.ok]).toEqual([false, depth === 100]);
  });

  // @lezer/lr gives up on chains of more than some 250.
  it('are none for many alternatives', () => {
    expect(run(`df[${Array.from({ length: 200 }, (_, at) => `(df['Row'] == ${at})`).join(' | ')}]`).rowCount).toBe(4);
  });
});
