import type { Random } from '@/lib/sample/random';

/** A cell as Huntbook reads it and as pandas does. Rows are compared in order only where it is `ordered`. */
export interface CellPair {
  readonly cell: string;
  /** Masks with gaps have them filled here, as `hunt-semantics.md` has it: pandas raises an error for some, and drops rows for others. */
  readonly judged: string;
  readonly ordered: boolean;
}

const SHARES = ['\\\\*\\IPC$', '\\\\*\\C$', '\\\\*\\ADMIN$', 'c$', 'IPCAMERAS', '', 'a.b'];
const USERS = ['pgustavo', 'WORKSTATION5$', 'SYSTEM', 'Bär', 'x\ty', 'none'];
const PATTERNS = ['.*IPC.*', 'C', '$', 's', '', 'a', '[a-z]', '^\\\\\\\\', '(?i)c\\$', 'C$|US', '\\bA', '(?<=W)O', '\\.', '.', 'a+r?'];

const TEXTS = ['Channel', 'Share', 'User'];
/** Numbers, or text that pandas makes numbers of. */
const NUMBERS = ['EventID', 'Port', 'Count', 'TextID', 'Ratio'];
const KEYS = ['Channel', 'Share', 'User', 'EventID', 'Port', 'Count', 'TextID', 'Mixed', 'Seen'];

/** Events with columns of every type that read_json infers, with and without gaps, as lines. Some events are there twice. */
export function randomEvents(random: Random): string {
  const chance = (percent: number): boolean => random.next() * 100 < percent;
  const gaps = random.pick([5, 30, 60]);
  // The first event has all fields, so that no column is absent.
  const some = <T>(make: () => T): T | undefined => (events.length > 0 && chance(gaps) ? undefined : make());
  // One kind of gap a column: drop_duplicates of pandas tells None (a null) from NaN (no such field).
  const nullable = <T>(make: () => T): T | null => (events.length > 0 && chance(gaps) ? null : make());
  const events: object[] = [];
  const event = (): object => ({
    Channel: random.pick(['Security', 'security', 'System']),
    EventID: random.pick([5140, 5145, 11]),
    Share: some(() => random.pick(SHARES)),
    User: nullable(() => random.pick(USERS)),
    Port: some(() => String(random.pick([80, 443, 62782]))),
    Count: nullable(() => random.pick([1, 2, 3])),
    Ratio: some(() => random.pick([0.5, 1, -2.25])),
    TextID: random.pick(['5140', '5145']),
    Mixed: some(() => random.pick([5140, '5140', 'x', '0x2'])),
    Flag: chance(50),
    Seen: some(() => chance(50)),
    date: random.pick(['2020-09-22T18:53:32.341Z', '2020-09-22T18:53:33Z']),
    tags: ['a', random.pick(['b', 'c'])],
  });
  const count = random.pick([3, 12, 40]);
  while (events.length < count) events.push(chance(20) && events.length > 0 ? random.pick(events) : event());
  return events.map((fields, Row) => JSON.stringify({ Row, ...fields })).join('\n');
}

interface Pair {
  readonly cell: string;
  readonly judged: string;
}

const same = (cell: string): Pair => ({ cell, judged: cell });
const both = (pair: Pair, change: (text: string) => string): Pair => ({ cell: change(pair.cell), judged: change(pair.judged) });
const quoted = (text: string): string => JSON.stringify(text);

export function randomCell(random: Random): CellPair {
  return random.pick([maskedCell, maskedCell, mergedCell, mergedCell, chainedCell, assignedCell, groupedCell])(random);
}

function maskedCell(random: Random): CellPair {
  const made = mask(random, 'df', random.integer(0, 3), '');
  const whole = random.pick<(text: string) => string>([(text) => `df[['Row', 'User', 'Port']][${text}]`, (text) => `df.loc[${text}, ['Row', 'Share']]`]);
  return { ...both(made, whole), ordered: true };
}

/** `suffix` of the columns' names, after a merge. */
function mask(random: Random, frame: string, depth: number, suffix: string): Pair {
  if (depth === 0) return leaf(random, (name) => `${frame}['${name}${suffix}']`);
  const left = mask(random, frame, depth - 1, suffix);
  if (random.next() < 0.25) return both(left, (text) => `~(${text})`);
  const right = mask(random, frame, random.integer(0, depth - 1), suffix);
  const op = random.pick(['&', '|', '&']);
  return { cell: `(${left.cell}) ${op} (${right.cell})`, judged: `(${left.judged}) ${op} (${right.judged})` };
}

/** One condition on a column. */
function leaf(random: Random, column: (name: string) => string): Pair {
  const { pick } = bound(random);
  const text = column(pick(TEXTS));
  const value = quoted(pick([...SHARES, ...USERS, 'Security']));
  const order = pick(['==', '!=', '<', '<=', '>', '>=']);
  const equality = pick(['==', '!=']);
  const found = `${text}.str.${pick(['contains', 'match', 'contains', 'startswith', 'endswith'])}(${quoted(pick(PATTERNS))}`;
  return pick<() => Pair>([
    () => same(`${text} ${order} ${value}`),
    () => same(`${text}.str.${pick(['lower', 'upper'])}() ${equality} ${quoted(pick(['security', 'SYSTEM', 'c$', 'BÄR']))}`),
    () => same(`${found}, na=${pick(['True', 'False'])})`),
    () => ({ cell: `${found})`, judged: `${found}).fillna(False).astype(bool)` }),
    () => same(`${text}.str.lower().str.contains(${quoted(pick(PATTERNS))}, regex=True, na=False)`),
    () => same(`${text}.str.contains(${value}, case=${pick(['True', 'False'])}, regex=False, na=${pick(['True', 'False'])})`),
    () => same(`${text}.str.contains(${quoted(pick(PATTERNS))}, case=False, na=False)`),
    () => same(`${text}.str.contains(${quoted(pick(PATTERNS))}, flags=re.IGNORECASE, na=False)`),
    () => same(`${text}.str.${pick(['startswith', 'endswith'])}(('C', '$', 'S'), na=False)`),
    () => same(`${column(pick(KEYS))}.${pick(['isnull', 'isna', 'notnull', 'notna'])}()`),
    () => same(`${text}.isin([${value}, ${pick(['5140', quoted('security')])}])`),
    () => same(`${text}.str.split('\\\\').str[${pick([-1, 0, 1, 5, -4])}] ${equality} ${quoted(pick(['C$', 'IPC$', '*', '']))}`),
    () => same(`${text}.str.split('S').str.get(${pick([0, 1, -1])}) ${equality} ${quoted(pick(['', 'YSTEM']))}`),
    () => same(`${text}.str[${pick([0, -1, 2])}] ${equality} ${quoted(pick(['S', '$', '\\']))}`),
    () => same(`${text}.between(${quoted(pick(['', 'S']))}, ${quoted(pick(['X', 'pgustavo']))})`),
    () => same(`${text}.fillna(${quoted(pick(['', 'none']))}) ${equality} ''`),
    () => same(`${text}.str.len() ${pick(['>', '<=', '=='])} ${pick(['3', '0'])}`),
    () => same(`${text}.str.strip() ${equality} ${quoted(pick(['c$', '']))}`),
    () => same(`${column('EventID')} ${order} ${pick(['5140', '5145', '5140.0', '11'])}`),
    () => same(`${column(pick([...NUMBERS, 'Mixed']))} ${equality} ${pick(['5140', "'5140'", "'80'", '80', '1', 'True', 'None', '0.5'])}`),
    () => same(`${column(pick(NUMBERS))} ${order} ${pick(['100', '2', '5140', '-1', '0.5'])}`),
    () => same(`${pick(['100', '2'])} ${order} ${column(pick(NUMBERS))}`),
    () => same(`${column(pick(NUMBERS))}.between(${pick(['1', '80'])}, ${pick(['443', '2'])}, inclusive=${quoted(pick(['both', 'neither', 'left', 'right']))})`),
    () => same(`${column(pick([...NUMBERS, 'Mixed']))}.isin([${pick(["'5140'", '5140'])}, ${pick(["'80'", '80', '1', '0.5'])}])`),
    () => same(`${column(pick(NUMBERS))}.astype(str) ${equality} ${pick(["'5140'", "'80'", "'80.0'", "'nan'", "'1.0'", "'-2.25'"])}`),
    () => same(`${column('TextID')}.astype(${pick(['int', 'float', "'int64'"])}) == 5140`),
    () => same(`${column('Count')}.fillna(0) ${order} ${pick(['1', '0'])}`),
    () => same(`${column('Mixed')}.str.lower() ${equality} ${quoted(pick(['5140', 'x']))}`),
    () => same(`${column('Mixed')}.str.contains(${pick(["'0'", "'x'"])}, na=${pick(['True', 'False'])})`),
    () => same(`${column('Flag')} ${equality} ${pick(['True', 'False', '1', '0', "'True'", '2'])}`),
    () => same(`${column('Seen')} ${equality} ${pick(['True', 'False', '1'])}`),
    () => same(column('Flag')),
    () => same(`${column('date')} ${order} '2020-09-22T18:53:33Z'`),
    () => same(`${column('tags')}.str[1] ${equality} 'b'`),
    () => same(`${column('EventID')} ${order} ${column(pick(['TextID', 'Port', 'Count']))}`),
    () => same(`${column('Channel')} ${equality} ${column('User')}`),
  ])();
}

function bound(random: Random): { readonly pick: <T>(items: readonly T[]) => T } {
  return { pick: (items) => random.pick(items) };
}

const MERGED = ['Row', 'Channel', 'EventID', 'Share', 'User', 'Port', 'Count', 'TextID', 'Mixed', 'Seen', 'Flag', 'date', 'tags', 'Ratio'];

/** Never without rows on the left: there pandas alone moves the keys of the result to the right, and takes other types. */
function side(random: Random, name: 'a' | 'b', keys: readonly string[]): Pair {
  const columns = MERGED.filter((column) => column === 'Row' || keys.includes(column) || random.next() < 0.5);
  const kept = mask(random, 'df', random.integer(0, 1), '');
  const head = random.next() < 0.2 ? `.head(${random.integer(1, 6)})` : '';
  const also = name === 'a' ? random.pick([1, 2]) : random.pick([0, 2]);
  return both(kept, (text) => `${name} = df[${JSON.stringify(columns)}][(${text}) | (df['Row'] < ${also})]${head}\n`);
}

/** Two sides, merged on one or two keys, with more or less after it. */
function mergedCell(random: Random): CellPair {
  const { pick } = bound(random);
  const how = pick(['inner', 'inner', 'left', 'right', 'outer']);
  const left = pick(KEYS);
  const right = random.next() < 0.6 ? left : pick(KEYS);
  const second = pick(KEYS.filter((key) => key !== left && key !== right));
  const on = pick([
    `on='${left}'`,
    `left_on='${left}', right_on='${right}'`,
    `on=['${left}', '${second}']`,
    `left_on=['${left}', '${second}'], right_on=['${right}', '${second}']`,
    `left_on=['${left}', 'Row'], right_on=['${right}', 'Row']`,
  ]);
  const [a, b] = [side(random, 'a', [left, second]), side(random, 'b', [left, right, second])];
  const [suffixes, row] = pick<readonly [string, string]>([['', '_x'], ['', '_x'], [", suffixes=('_l', '_r')", '_l']]);
  const call = pick([`pd.merge(a, b, ${on}, how='${how}'${suffixes})`, `a.merge(b, how='${how}', ${on}${suffixes})`]);
  const first = on.includes("'Row'") ? 'Row' : `Row${row}`;
  const after = pick(['', '', `m[m['${first}'] > 1]`, `m[['${first}']].drop_duplicates()`, `m.groupby('${first}').size().reset_index(name='n')`, `m[m['${first}'].notnull()].merge(df[['Row', 'User']], left_on='${first}', right_on='Row')`]);
  const joinsAgain = after.includes('merge') && (how === 'right' || how === 'outer');
  const end = after === '' || joinsAgain ? call : `m = ${call}\n${after}`;
  return { cell: a.cell + b.cell + end, judged: a.judged + b.judged + end, ordered: false };
}

/** Steps after one another; rows that tie are told apart by `Row`. */
function chainedCell(random: Random): CellPair {
  const { pick } = bound(random);
  const steps: string[] = [];
  const count = random.integer(1, 4);
  for (let step = 0; step < count; step++) {
    steps.push(
      pick<() => string>([
        () => `.sort_values(${pick([`'${pick(KEYS.filter((key) => key !== 'Mixed'))}'`, `['${pick(TEXTS)}', '${pick(NUMBERS)}'], ascending=[${pick(['True', 'False'])}, ${pick(['True', 'False'])}]`])}, kind='stable', na_position='${pick(['first', 'last'])}')`,
        () => `.sort_values(by='Row', ascending=False)`,
        () => `.drop_duplicates(${pick([`'${pick(KEYS)}'`, `subset=['${pick(TEXTS)}', '${pick(NUMBERS)}']`])})`,
        () => `.head(${random.integer(0, 9)})`,
        () => `[['Row', 'Mixed', 'Seen', ${[...TEXTS, ...NUMBERS].map(quoted).join(', ')}]]`,
        () => `.dropna(subset=['${pick(KEYS)}', '${pick(KEYS)}'], how='${pick(['any', 'all'])}')`,
        () => `.reset_index(drop=True)`,
        () => `.copy()`,
        () => `.assign(Kind='k', User='me')`,
        () => `.drop(columns=['Flag'], errors='ignore')`,
      ])(),
    );
  }
  const made = mask(random, 'df', random.integer(0, 1), '');
  // A last head only shows less; with a sort after it, it limits.
  const tail = random.pick([".sort_values('Row')[['Row', 'User', 'Port']]", '[["Row", "Share"]].sort_values("Row", ascending=False)', ".sort_values('Row').rename(columns={'Row': 'Line'})[['Line', 'Count']]"]);
  return { ...both(made, (text) => `df[${text}]${steps.join('')}${tail}`), ordered: true };
}

/** Columns that are set, then asked. */
function assignedCell(random: Random): CellPair {
  const { pick } = bound(random);
  const kept = mask(random, 'df', 1, '');
  const column = (name: string): string => `x['${name}']`;
  const made = pick([
    `${column(pick(TEXTS))}.str.split('\\\\').str[-1]`,
    `${column(pick(TEXTS))}.str.lower()`,
    `${column(pick(TEXTS))}.fillna('none')`,
    `${column(pick(NUMBERS))}.astype(str)`,
    `${column('EventID')}.apply(hex)`,
    `${column('TextID')}.apply(int).apply(hex)`,
    `${column(pick(['EventID', 'Flag', 'Row']))}.apply(str)`,
    `${column(pick(MERGED.slice(0, 8)))}`,
    `${column('Share')}.str.contains('C', na=False)`,
    `'k'`,
    `7`,
  ]);
  const name = pick(['New', 'User']);
  const end = pick([`x[['Row', '${name}']]`, `x[x['${name}'].notnull()][['Row', '${name}']]`, `pd.merge(x[['Row', '${name}']], df[['Row', 'EventID']], on='Row', how='left')`, `x[['${name}']].drop_duplicates()`]);
  return { ...both(kept, (text) => `x = df[${text}]\nx['${name}'] = ${made}\n${end}`), ordered: true };
}

/** Groups, counted. Ties are sorted by the keys, which come first. */
function groupedCell(random: Random): CellPair {
  const { pick } = bound(random);
  const kept = both(mask(random, 'df', 0, ''), (text) => `(${text}) | (df['Row'] < 1)`);
  const value = pick(['Row', 'Mixed', 'Seen', 'Flag']);
  const keys = pick([`'${pick(KEYS.filter((key) => key !== 'Mixed' && key !== value))}'`, `['${pick(TEXTS)}', '${pick(NUMBERS)}']`]);
  const end = pick([
    '.size()',
    `.size().reset_index(name='n')`,
    `['${value}'].count()`,
    `['${value}'].count().sort_values(ascending=False, kind='stable').to_frame()`,
    `['${value}'].nunique().reset_index()`,
    `[['${value}', 'date']].count().reset_index()`,
    `['Row'].${pick(['min', 'max', 'sum', 'mean'])}()`,
    `['Row'].${pick(['min', 'max', 'sum', 'mean'])}().reset_index()`,
    `['${value}'].agg(${pick(["'count'", "['count', 'nunique']"])})`,
    `.agg({'Row': '${pick(['min', 'max', 'count', 'sum'])}', '${value === 'Row' ? 'Flag' : value}': 'count'})`,
    `.agg(hits=('Row', 'count'), n=('${value}', 'nunique')).reset_index()`,
    `['Row'].agg(hits='count', last='max')`,
    `.size().reset_index(name='n').sort_values('n', ascending=False, kind='stable')`,
  ]);
  if (random.next() < 0.2) {
    const counts = pick([`['${pick(TEXTS)}'].value_counts().reset_index()`, `[['${pick(TEXTS)}', '${pick(NUMBERS)}']].value_counts().reset_index(name='n')`, `.value_counts('${pick(TEXTS)}').reset_index()`, `.groupby('Channel')['${pick(NUMBERS)}'].value_counts().reset_index(name='n')`]);
    return { ...both(kept, (text) => `df[${text}]${counts}`), ordered: false };
  }
  const how = pick(['', '', ', sort=False', ', dropna=False']);
  return { ...both(kept, (text) => `df[${text}].groupby(${keys}${how})${end}`), ordered: true };
}
