import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { eventTableOf } from '@/lib/events/event-table-builder';
import type { ReadingKind } from '@/lib/hunts/hunt-document';
import { readHuntDocument } from '@/lib/hunts/read-hunt-document';
import { runHunt } from '@/lib/hunts/run-hunt';
import { smbHunt } from '@/lib/hunts/hunt-run.test-support';
import { eqlOf } from './eql';
import { eqlProblem } from './eql-grammar.test-support';
import { luceneRegex } from './lucene-regex';
import { portableQueries } from './portable-query';
import { aboutAnalytic, sigmaOf } from './sigma';
import { detectionProblem } from './sigma-grammar.test-support';

/**
 * What must be in a Sigma rule and a correlation, after https://github.com/SigmaHQ/sigma-specification/tree/main/json-schema
 * (sigma-detection-rule-schema.json, sigma-correlation-rules-schema.json).
 */
const ABOUT = {
  title: { type: 'string', maxLength: 256 },
  name: { type: 'string', maxLength: 256 },
  status: { enum: ['stable', 'test', 'experimental', 'deprecated', 'unsupported'] },
  description: { type: 'string', maxLength: 65535 },
  license: { type: 'string' },
  tags: { type: 'array', uniqueItems: true, items: { type: 'string', pattern: '^[a-z0-9_-]+\\.[a-z0-9._-]+$' } },
};
const RULE = {
  type: 'object',
  required: ['title', 'logsource', 'detection'],
  properties: {
    ...ABOUT,
    logsource: { type: 'object', properties: { category: { type: 'string' }, product: { type: 'string' }, service: { type: 'string' }, definition: { type: 'string' } }, additionalProperties: false },
    detection: { type: 'object', required: ['condition'], properties: { condition: { type: 'string' } }, additionalProperties: { type: ['object', 'array'] } },
    fields: { type: 'array', uniqueItems: true, items: { type: 'string' } },
  },
  additionalProperties: false,
};
const CORRELATION = {
  type: 'object',
  required: ['title', 'correlation'],
  properties: {
    ...ABOUT,
    correlation: {
      type: 'object',
      required: ['type', 'rules', 'timespan', 'condition', 'group-by'],
      properties: {
        type: { enum: ['event_count', 'temporal', 'temporal_ordered', 'value_count'] },
        rules: { type: 'array', uniqueItems: true, items: { type: 'string', minLength: 2 } },
        aliases: { type: 'object', additionalProperties: { type: 'object', additionalProperties: { type: 'string' } } },
        'group-by': { type: 'array', uniqueItems: true, items: { type: 'string' } },
        timespan: { type: 'string', maxLength: 10, pattern: '^\\d+[smhd]$' },
        condition: { type: 'object', minProperties: 1, maxProperties: 3 },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};
const ajv = new Ajv2020({ allowUnionTypes: true });
const isRule = ajv.compile<{ readonly name: string; readonly detection: Readonly<Record<string, unknown>> }>(RULE);
const isCorrelation = ajv.compile<{ readonly correlation: { readonly rules: readonly string[] } }>(CORRELATION);

const EVENTS = [
  { '@timestamp': '2020-09-22T18:00:01Z', Hostname: 'A', Channel: 'Security', EventID: 5140, ShareName: '\\\\*\\IPC$', User: 'u', Id: '0x1', TargetId: '0x1', Bytes: 1 },
  { '@timestamp': '2020-09-22T18:00:00Z', Hostname: 'A', Channel: 'Security', EventID: 4624, User: 'u', TargetId: '0x1', Id: '0x9' },
];
const table = eventTableOf(EVENTS.map((event) => `${JSON.stringify(event)}\n`).join(''));

function translated(code: string, kind: ReadingKind = 'sql') {
  const heading = kind === 'pandas' ? 'Pandas Query' : 'Logic';
  const document = readHuntDocument(`---\nid: h\ntechniques: [T1021.002]\n---\n\n# H\n\n## Analytic I\n\n#### ${heading}\n\n\`\`\`${kind === 'pandas' ? '{code-cell} ipython3' : ''}\n${code}\n\`\`\`\n`);
  const [{ analytic, readings }] = runHunt(document, table).analytics;
  const [{ query, table: rows, error }] = readings;
  if (query === null) throw new Error(error?.message);
  const queries = portableQueries({ kind, query, rows }, table);
  const sigma = sigmaOf(queries, aboutAnalytic(document, analytic));
  const eql = eqlOf(queries);
  const documents = checked(eql.text, sigma.text);
  return { eql, sigma, documents };
}

/** Holds both texts against their languages' published grammars; gives the rules. */
function checked(eql: string, sigma: string): readonly unknown[] {
  for (const statement of eql.split(/\n\n(?=\/\/ Query)/)) expect([statement, eqlProblem(statement)]).toEqual([statement, null]);
  const documents: unknown[] = parseAllDocuments(sigma).map((each) => each.toJS() as unknown);
  let names: string[] = [];
  for (const rule of documents) {
    if (isRule(rule)) {
      expect([sigma, detectionProblem(rule.detection)]).toEqual([sigma, null]);
      names.push(rule.name);
    } else {
      // A correlation is of the rules that stand before it.
      if (!isCorrelation(rule)) throw new Error(JSON.stringify([isRule.errors, isCorrelation.errors]));
      expect(rule.correlation.rules).toEqual(names);
      names = [];
    }
  }
  return documents;
}

const where = (condition: string) => `SELECT * FROM t WHERE ${condition}`;
const NAME = 'winlog.event_data.ShareName';

describe('conditions of one event', () => {
  // Reasoned from both languages' specifications and from what SQL and pandas make of a missing value. Each has EventID = 1 beside it, by which it is one of Windows.
  const cases: readonly [what: string, sql: string, eql: string, detection: object][] = [
    ['letter case is SQL’s', "ShareName = 'a'", `${NAME} == "a"`, { selection: { EventID: 1, 'ShareName|cased': 'a' }, condition: 'selection' }],
    ['LOWER is any case', "LOWER(ShareName) = 'a'", `${NAME} : "a"`, { selection: { EventID: 1, ShareName: 'a' }, condition: 'selection' }],
    ['a list', "ShareName IN ('1', '2')", `${NAME} in ("1", "2")`, { selection: { EventID: 1, ShareName: ['1', '2'] }, condition: 'selection' }],
    ['LIKE at the end', "ShareName LIKE '%C$'", `${NAME} like "*C$"`, { selection: { EventID: 1, 'ShareName|endswith|cased': 'C$' }, condition: 'selection' }],
    ['LIKE with any one', "LOWER(ShareName) LIKE 'a_b%'", `${NAME} like~ "a?b*"`, { selection: { EventID: 1, ShareName: 'a?b*' }, condition: 'selection' }],
    // A star in the text is no wildcard: a function in EQL, a backslash in Sigma.
    ['a star in the text', String.raw`ShareName LIKE '\\\\*%'`, String.raw`startsWith(${NAME}, "\\*")`, { selection: { EventID: 1, 'ShareName|startswith': String.raw`\\\*` }, condition: 'selection' }],
    ['NOT drops the missing', "NOT ShareName LIKE '%1'", `(${NAME} != null and not ${NAME} like "*1")`, { selection: { EventID: 1, 'ShareName|exists': true }, filter_sharename: { 'ShareName|endswith': '1' }, condition: 'selection and not filter_sharename' }],
    ['COALESCE keeps it', "NOT COALESCE(ShareName, '') LIKE '%1'", `(${NAME} == null or not ${NAME} like "*1")`, { selection: { EventID: 1 }, filter_sharename: { 'ShareName|endswith': '1' }, condition: 'selection and not filter_sharename' }],
    ['!=', "ShareName != '1'", `(${NAME} != null and not ${NAME} == "1")`, { selection: { EventID: 1, 'ShareName|exists': true }, filter_sharename: { ShareName: '1' }, condition: 'selection and not filter_sharename' }],
    ['OR, and De Morgan', "NOT (ShareName = '1' AND Bytes > 2)", `((${NAME} != null and not ${NAME} == "1") or (winlog.event_data.Bytes != null and not number(winlog.event_data.Bytes) > 2))`,
      { selection: { EventID: 1 }, option_sharename: { ShareName: '1' }, option_sharename_2: { 'ShareName|exists': true }, option_bytes: { 'Bytes|gt': 2 }, option_bytes_2: { 'Bytes|exists': true }, condition: 'selection and ((option_sharename_2 and not option_sharename) or (option_bytes_2 and not option_bytes))' }],
    ['IS NULL', 'ShareName IS NULL', `${NAME} == null`, { selection: { EventID: 1, ShareName: null }, condition: 'selection' }],
    ['IS NOT NULL', 'ShareName IS NOT NULL', `${NAME} != null`, { selection: { EventID: 1, 'ShareName|exists': true }, condition: 'selection' }],
    ['a pattern', "UPPER(ShareName) RLIKE '[$]$'", `${NAME} regex~ ".*[$]"`, { selection: { EventID: 1, 'ShareName|re|i': '[$]$' }, condition: 'selection' }],
    ['a hex number', "CONV(SUBSTRING(Id, 3), 16, 10) = '999'", 'winlog.event_data.Id : "0x3e7"', { selection: { EventID: 1, Id: '0x3e7' }, condition: 'selection' }],
  ];
  it.each(cases)('%s', (_, sql, eql, detection) => {
    const { eql: made, documents } = translated(where(`EventID = 1 AND ${sql}`));
    expect(made.text).toBe(`any where\n  event.code == "1" and\n  ${eql}`);
    expect(documents).toEqual([expect.objectContaining({ detection, logsource: { product: 'windows' } })]);
    expect(made.lost.map(({ clause }) => clause)).toEqual(['Names of fields', 'SELECT']);
  });

  it('are named where they cannot be said, with all of an OR', () => {
    const bits = '(CAST(Id AS BIGINT) & 2) = 2';
    const { eql, sigma } = translated(where(`EventID = 1 AND ${bits} AND (ShareName = '1' OR LENGTH(ShareName) > 3) AND Id RLIKE '(?<=a)b' AND LOWER(Id) = 'A'`));
    expect(eql.text).toBe('any where\n  event.code == "1"');
    const lost = [bits, "(ShareName = '1' OR LENGTH(ShareName) > 3)", "LOWER(Id) = 'A'"];
    expect(eql.lost.map(({ clause }) => clause)).toEqual([...lost, 'Id: (?<=a)b', 'Names of fields', 'SELECT']);
    expect(sigma.lost.map(({ clause }) => clause)).toEqual([...lost, 'Id: (?<=a)b']);
  });

  it('are pandas’ as pandas means them: a mask without a value is False, its opposite True', () => {
    const { eql } = translated("df[(df['EventID'] == 1) & (~df['ShareName'].str.endswith('1', na=False))]", 'pandas');
    expect(eql.text).toBe(`any where\n  event.code == "1" and\n  (${NAME} == null or not ${NAME} like "*1")`);
  });
});

describe('the grammars that translations are held against', () => {
  it.each([
    ['any where a.b : "c" and not (d in~ ("e", "f") or g == null)', null],
    ['any where `a b`.c == "\\""', null],
    ['any where a.by == "x"', 'unexpected by'],
    ['any where a@b == "x"', 'unexpected @b'],
    ['any where a : b', 'unexpected b'],
    ['sequence by a [ any where true ]', 'unexpected end'],
    ['any where a == "x" b', 'unexpected b'],
  ])('EQL: %s', (text, problem) => {
    const found = eqlProblem(text);
    expect(problem === null ? found : found?.slice(0, problem.length)).toBe(problem);
  });

  it.each<[detection: Record<string, unknown>, problem: string]>([
    [{ a: { 'F|endswith': 'x' }, condition: 'a and b' }, 'no such name: b'],
    [{ a: { F: 'x' }, b: { F: 'x' }, condition: 'a' }, 'unused: b'],
    [{ a: { F: 'x' }, condition: '(a' }, 'no ) at 2'],
    [{ a: { 'F|cased|endswith': 'x' }, condition: 'a' }, 'F|cased|endswith: no such modifier'],
    [{ a: { 'F|gt': '2' }, condition: 'a' }, 'F|gt: not a number'],
  ])('Sigma: %j', (detection, problem) => expect(detectionProblem(detection)).toBe(problem));

  it('have words that are names of fields elsewhere', () => {
    expect(translated(where('EventID = 1 AND `of` = \'1\' AND `a@b` = \'1\' AND `@timestamp` IS NULL')).eql.text).toContain('winlog.event_data.`of` == "1" and\n  winlog.event_data.`a@b` == "1" and\n  @timestamp == null');
  });
});

describe('patterns', () => {
  it.each([
    ['^a$', 'a'], ['a', '.*a.*'], ['^.*a', '.*a.*'], ['a|b', '.*(a|b).*'], ['^(a|b)$', '(a|b)'], ['a@b', '.*a\\@b.*'],
    ['^a|b$', null], ['\\d', null], ['(?i)a', null], ['a+?', null], ['a^b', null],
  ])('%s becomes Lucene’s %s', (pattern, lucene) => expect(luceneRegex(pattern)).toBe(lucene));
});

describe('events that share values', () => {
  // The dataset has the logon a second before the share, though the query names the share first.
  const JOIN = "FROM t s JOIN t l ON s.Hostname = l.Hostname AND s.Id = l.TargetId WHERE s.EventID = 5140 AND LOWER(l.Channel) = 'security' AND l.EventID = 4624";

  it('are a sequence by the keys of each, in the order of the dataset', () => {
    const { eql } = translated(`SELECT s.User ${JOIN} AND ABS(UNIX_TIMESTAMP(s.\`@timestamp\`) - UNIX_TIMESTAMP(l.\`@timestamp\`)) <= 90`);
    expect(eql.text).toBe(
      'sequence by host.name with maxspan=90000ms\n  [ any where winlog.channel : "security" and event.code == "4624" ] by winlog.event_data.TargetId\n  [ any where event.code == "5140" ] by winlog.event_data.Id',
    );
    expect(eql.lost.map(({ clause }) => clause)).toEqual(['Names of fields', 'SELECT', 'Order', 'All pairs']);
  });

  it('are a correlation of rules with aliases; where no window is told, that is said', () => {
    const { documents, sigma } = translated(`SELECT s.User ${JOIN}`);
    expect(documents.slice(0, 2)).toEqual([
      expect.objectContaining({ name: 'h_i_1_l', logsource: { product: 'windows', service: 'security' }, detection: { selection: { EventID: 4624 }, condition: 'selection' } }),
      expect.objectContaining({ name: 'h_i_2_s', detection: { selection: { EventID: 5140 }, condition: 'selection' } }),
    ]);
    expect(documents[2]).toMatchObject({
      tags: ['attack.t1021.002'],
      correlation: { type: 'temporal', rules: ['h_i_1_l', 'h_i_2_s'], 'group-by': ['ComputerName', 'TargetId_is_Id'], timespan: '1h', aliases: { TargetId_is_Id: { h_i_1_l: 'TargetId', h_i_2_s: 'Id' } }, condition: { gte: 2 } },
    });
    expect(sigma.lost.map(({ clause }) => clause)).toContain('Time window');
  });

  it('lose what joins and groups do beside that, each by its name', () => {
    const { eql } = translated(
      'SELECT b.User, COUNT(*) AS n FROM t a JOIN t b ON a.Id = b.Id JOIN t c ON b.Id = c.Id AND b.User = c.User LEFT JOIN t d ON d.Id = a.Id LEFT ANTI JOIN t e ON e.Id = a.Id WHERE a.EventID = 1 GROUP BY b.User HAVING COUNT(*) > 2',
    );
    expect(eql.text.split('\n')[0]).toBe('sequence by winlog.event_data.Id');
    const lost = eql.lost.map(({ clause }) => clause);
    for (const clause of ['d.Id = a.Id', 'e.Id = a.Id', 'GROUP BY', 'COUNT(*) > 2', 'Computed columns', 'Order', 'Time window']) expect(lost).toContain(clause);
    expect(lost.some((clause) => /c\.User = b\.User|b\.User = c\.User/.test(clause))).toBe(true);
  });

  it('say it first where nothing ties them', () => {
    expect(translated('SELECT a.User FROM t a JOIN t b ON LENGTH(a.Id) = LENGTH(b.Id)').eql.lost[0]).toMatchObject({ clause: 'The join' });
  });
});

it('every reading of the hunt that is shipped can be said, and each rule is valid', () => {
  for (const { analytic, readings } of runHunt(smbHunt, table).analytics) {
    for (const { kind, query, table: rows } of readings) {
      if (query === null) throw new Error(`${analytic.id} ${kind}`);
      const queries = portableQueries({ kind, query, rows }, table);
      expect(checked(eqlOf(queries).text, sigmaOf(queries, aboutAnalytic(smbHunt, analytic)).text).length).toBeGreaterThan(0);
    }
  }
});
