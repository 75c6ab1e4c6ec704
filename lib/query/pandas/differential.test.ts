import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { sharedPath } from '@/lib/shared-data.test-support';
import { Random } from '@/lib/sample/random';
import { differenceFrom, runCell } from './cell-comparison.test-support';
import { dtypeName, inferType } from './dtype';
import { dtypesOf, findPandas, judge } from './pandas-judge.test-support';
import { type CellPair, randomEvents } from './random-cells.test-support';

const pandas = findPandas();
const skipped = 'reason' in pandas ? ` (SKIPPED: ${pandas.reason})` : '';

const lines = randomEvents(new Random(10));

/** Cells of other forms than the random ones. */
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
].map((cell): CellPair => ({ cell, judged: cell, ordered: true }));

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
  ["df[df['date'].between('2020-06-00 00:00:00.000', '2020-08-20 00:00:00.000')]", 'TypeError'],
  ["df['User'].apply(hex)", 'TypeError'],
  ["df['Count'].apply(int)", 'ValueError'],
  ["df.drop(columns=['Nothing'])", 'KeyError'],
  ["df[df['User'].astype(int) == 5]", 'ValueError'],
  ["df[df['Port'].astype(int) == 80]", 'IntCastingNaNError'],
  ["pd.merge(df[['Share']], df[['Port']], left_on='Share', right_on='Port')", 'ValueError'],
];

const REAL = ['covenant_copy_smb_CreateRequest.zip', 'cmd_psexec_lsa_secrets_dump.zip', 'WindowsEvents.Zip', 'reg_stop_event_logging_controlset_minint_key.zip'];

describe.skipIf('reason' in pandas)(`against real pandas${skipped}`, () => {
  const table = eventTableOf(lines);
  const python = 'python' in pandas ? pandas.python : '';

  it('sorting, duplicates, groups, renaming and heads give the same rows in the same order', () => {
    const verdicts = judge(python, lines, FRAMES.map(({ judged }) => judged));
    expect(FRAMES.map((pair, at) => differenceFrom(verdicts[at], pair, table)).filter((found) => found !== null)).toEqual([]);
  });

  it('what pandas stops at is warned of by the name of its error', () => {
    const verdicts = judge(python, lines, ERRORS.map(([cell]) => cell));
    expect(verdicts).toEqual(ERRORS.map(([, error]) => ({ error })));
    for (const [cell, error] of ERRORS) expect(runCell(cell, table).warnings.join('\n'), cell).toContain(error);
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
