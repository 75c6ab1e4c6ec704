import { describe, expect, it } from 'vitest';
import { tableOf } from '@/lib/query/query.test-support';
import { sparkSql } from './spark-sql';
import { sparkLiteral, sparkValue } from './spark-strings';

/*
 * Expected by reasoning from Spark's own rules. Its parser (sql-ref-literals.html, unescapeSQLString) turns \\ into \, \% and \_ into themselves, \n and
 * its like into control characters, and drops the backslash before anything else; LIKE (escapeLikeRegex) then takes \\, \% and \_ and refuses
 * any other; RLIKE and SPLIT give the rest to java.util.regex. Names are plain letters, digits and _, or stand in backticks (sql-ref-identifier.html).
 */
describe('sparkSql', () => {
  it.each([
    ['legal text as it is', "SELECT  a.`@timestamp`, LOWER(b) AS x\nFROM t a -- note\nWHERE c LIKE '%$' ;", "SELECT  a.`@timestamp`, LOWER(b) AS x\nFROM t a -- note\nWHERE c LIKE '%$' ;"],
    ['a name quoted after a dot', "SELECT a.'@timestamp', a.\"x`y\", a.'n' FROM t a", 'SELECT a.`@timestamp`, a.`x``y`, a.n FROM t a'],
    ['letters that Spark has not', 'SELECT größe, `größe` FROM t', 'SELECT `größe`, `größe` FROM t'],
    // One backslash: as a regular expression \\, and in a literal each of them doubled.
    ["a lone '\\'", "SELECT SPLIT(a, '\\')[0], CONCAT(a, '\\') FROM t", "SELECT SPLIT(a, '\\\\\\\\')[0], CONCAT(a, '\\\\') FROM t"],
    ['a text that SPLIT would take as a pattern', "SELECT SPLIT(a, '.')[0], SPLIT(a, '0x')[1], SPLIT(a, '|')[0] FROM t", "SELECT SPLIT(a, '\\\\.')[0], SPLIT(a, '0x')[1], SPLIT(a, '\\\\|')[0] FROM t"],
    ['LIKE with one, three and four backslashes', "SELECT a FROM t WHERE a LIKE '%Lsa\\M' OR a LIKE \"\\\\\\p%\" OR a LIKE '\\\\\\\\p%'", "SELECT a FROM t WHERE a LIKE '%Lsa\\\\\\\\M' OR a LIKE \"\\\\\\\\p%\" OR a LIKE '\\\\\\\\p%'"],
    ['LIKE with an escaped % and _', "SELECT a FROM t WHERE a LIKE '5\\%' OR a LIKE 'a\\_b'", "SELECT a FROM t WHERE a LIKE '5\\%' OR a LIKE 'a\\_b'"],
    ['text with one, two and four backslashes', "SELECT a FROM t WHERE a IN ('c:\\new', 'c:\\\\new', 'NT\\\\\\\\NET')", "SELECT a FROM t WHERE a IN ('c:\\\\new', 'c:\\\\new', 'NT\\\\NET')"],
    ['RLIKE', "SELECT a FROM t WHERE a RLIKE 'x\\.dmp' OR a RLIKE 'x\\\\\\\\\\\\\\mic' OR a RLIKE '\\d+'", "SELECT a FROM t WHERE a RLIKE 'x\\\\.dmp' OR a RLIKE 'x\\\\\\\\mic' OR a RLIKE '\\\\d+'"],
    ['patterns of functions', "SELECT REGEXP_EXTRACT(a, '\\.(x)', 1), REGEXP_REPLACE(a, '\\$', '\\\\') FROM t", "SELECT REGEXP_EXTRACT(a, '\\\\.(x)', 1), REGEXP_REPLACE(a, '\\\\$', '\\\\') FROM t"],
    // Spark 3 joins 'it''s' to its, Spark 4 reads it's.
    ['quotes in strings', "SELECT 'it''s', 'it\\'s', \"say \"\"hi\"\"\", \"it's\" FROM t", "SELECT 'it\\'s', 'it\\'s', \"say \\\"hi\\\"\", \"it's\" FROM t"],
    ['a table of another database', 'SELECT a FROM db.mordorTable', 'SELECT a FROM mordorTable'],
    ['types that want a length', 'SELECT CAST(a AS VARCHAR), CAST(b AS INT) FROM t', 'SELECT CAST(a AS STRING), CAST(b AS INT) FROM t'],
    ['moments', 'SELECT UNIX_MILLIS(a), UNIX_TIMESTAMP(TO_TIMESTAMP(a)) FROM t', 'SELECT UNIX_MILLIS(CAST(a AS TIMESTAMP)), UNIX_TIMESTAMP(TO_TIMESTAMP(a)) FROM t'],
    ['a name that both tables have', 'SELECT x, b.y FROM t a JOIN (SELECT x, y FROM t) b ON a.y = b.y WHERE z = 1', 'SELECT a.x, b.y FROM t a JOIN (SELECT x, y FROM t) b ON a.y = b.y WHERE z = 1'],
    ['names in the case that they have', 'SELECT A.x, c.HITS FROM t a JOIN (SELECT y AS hits FROM t) c ON a.y = c.hits ORDER BY X', 'SELECT a.x, c.hits AS HITS FROM t a JOIN (SELECT y AS hits FROM t) c ON a.y = c.hits ORDER BY x'],
    ['nested fields', 'SELECT event_data.Image, e.event_data.User, `event_data.Id` FROM t e', 'SELECT event_data.Image, e.event_data.User, event_data.Id AS `event_data.Id` FROM t e'],
    ['text outside the subset', 'SELECT EXPLODE(a) FROM t', 'SELECT EXPLODE(a) FROM t'],
  ])('gives %s', (_what, text, expected) => {
    expect(sparkSql(text).sql).toBe(expected);
  });

  it('tells each change at its place, and the tables', () => {
    const text = "SELECT a.'x' FROM dataTable a JOIN db.sparkTable b ON SPLIT(a.y, '\\')[0] = b.y";
    const { repairs, tables } = sparkSql(text);
    expect(repairs.map(({ written, spark }) => [written, spark])).toEqual([["'x'", 'x'], ['db.sparkTable', 'sparkTable'], ["'\\'", "'\\\\\\\\'"]]);
    expect(repairs.map(({ start, end }) => text.slice(start, end))).toEqual(repairs.map(({ written }) => written));
    expect(tables).toEqual(['dataTable', 'sparkTable']);
  });

  it.each([
    ['SELECT Hostname, Image FROM t', 'SELECT Computer AS Hostname, event_data.Image FROM t'],
    ['SELECT LOWER(t.hostname) AS h FROM t WHERE EVENTID = 1', 'SELECT LOWER(t.Computer) AS h FROM t WHERE EventID = 1'],
    ['SELECT Nowhere, EventID FROM t WHERE t.Nowhere IS NULL', 'SELECT CAST(NULL AS STRING) AS Nowhere, EventID FROM t WHERE CAST(NULL AS STRING) IS NULL'],
    ['SELECT b.Hostname FROM (SELECT Hostname FROM t) b', 'SELECT b.Hostname FROM (SELECT Computer AS Hostname FROM t) b'],
  ])('names the fields of a dataset: %s', (text, expected) => {
    const table = tableOf([{ Computer: 'ws5', EventID: 1, event_data: { Image: 'x' } }]);
    expect(sparkSql(text, table).sql).toBe(expected);
  });

  it('changes nothing in what it has changed', () => {
    const { sql } = sparkSql("SELECT a.'x', SPLIT(b, '\\')[0], 'it''s' FROM t a WHERE c RLIKE '\\\\\\m' AND d LIKE '\\\\\\p'");
    expect(sparkSql(sql)).toMatchObject({ sql, repairs: [] });
  });
});

describe('a literal', () => {
  it.each(['', 'a', '\\', '\\\\', "'", '"', "\\'", '100%', '\\%', '\\_', 'C:\\new\\table', '\n', '\\u0041', 'ä😀'])('of %j is read back by Spark', (value) => {
    for (const quote of ["'", '"']) expect(sparkValue(sparkLiteral(value, quote).slice(1, -1), quote)).toBe(value);
  });

  // The examples of sql-ref-literals.html.
  it.each([
    ["O\\'Connell", "O'Connell"],
    ['Some\\nText', 'Some\nText'],
    ['\\u3042', 'あ'],
    ['\\U0001F44D', '👍'],
    ['\\101', 'A'],
    ['\\%SystemDrive\\%\\\\Users\\\\John', '\\%SystemDrive\\%\\Users\\John'],
    ['\\q', 'q'],
    ['a\\', null],
  ])('%j is %j in Spark', (raw, value) => {
    expect(sparkValue(raw, "'")).toBe(value);
  });
});
