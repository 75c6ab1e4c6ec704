import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableOf } from '@/lib/query/query.test-support';
import { compileSql } from './compile-sql';
import { highlightSql } from './highlight-sql';

const TABLE = tableOf([
  { Channel: 'Security', EventID: 5140, ShareName: 'x', ProcessId: '1', ProcessID: '2', Computer: 'ws5', '@timestamp': 'now' },
]);

/** The message and, between ⟪ and ⟫, what it underlines. */
function errorOf(sql: string): string {
  const compiled = compileSql(sql, TABLE);
  if (compiled.ok) return 'no error';
  const { message, span } = compiled.error;
  return `${message} @ ${sql.slice(0, span.start)}⟪${sql.slice(span.start, span.end)}⟫${sql.slice(span.end)}`;
}

describe('an error names what is wrong and where', () => {
  it.each([
    ['', 'Expected SELECT, but the query ends @ ⟪⟫'],
    ['SELECT', 'Expected a value, but the query ends @ SELECT⟪⟫'],
    ['SELECT a', 'Expected FROM after the list of columns, but the query ends @ SELECT a⟪⟫'],
    ['SELECT a FROM', 'Expected a table name, but the query ends @ SELECT a FROM⟪⟫'],
    ['SELECT a FROM t WHERE', 'Expected a value, but the query ends @ SELECT a FROM t WHERE⟪⟫'],
    ['SELECT a FROM t x y', 'Expected the end of the query, but found y @ SELECT a FROM t x ⟪y⟫'],
    ['SELECT a, FROM t', 'Expected a value, but found FROM @ SELECT a, ⟪FROM⟫ t'],
    ['SELECT a FROM t WHERE (a = 1', 'Expected ) to close the parenthesis, but the query ends @ SELECT a FROM t WHERE (a = 1⟪⟫'],
    ["SELECT a FROM t WHERE a = 'x", "This string is not closed: its ' has no partner @ SELECT a FROM t WHERE a = ⟪'x⟫"],
    ['SELECT `a FROM t', 'This name is not closed: its ` has no partner @ SELECT ⟪`a FROM t⟫'],
    ['SELECT @timestamp FROM t', 'Expected a value, but found @; a name with @ stands in backticks: `@timestamp` @ SELECT ⟪@⟫timestamp FROM t'],
    ['SELECT a FROM t WHERE a # 1', 'Unexpected character # @ SELECT a FROM t WHERE a ⟪#⟫ 1'],
    ['SELECT a FROM t JOIN u', 'Expected ON after the joined table, but the query ends @ SELECT a FROM t JOIN u⟪⟫'],
    ['SELECT a FROM t LIMIT x', 'Expected a whole number after LIMIT, but found x @ SELECT a FROM t LIMIT ⟪x⟫'],
    ['SELECT a FROM t WHERE a & 0x2 = 2', "0x2 is not a number in Spark SQL; write 2, or '0x2' for the text @ SELECT a FROM t WHERE a & ⟪0x2⟫ = 2"],
    ['SELECT CASE a END FROM t', 'Expected WHEN in CASE, but found END @ SELECT CASE a ⟪END⟫ FROM t'],
    ['SELECT a IS 5 FROM t', 'Expected NULL, TRUE or FALSE after IS, but found 5 @ SELECT a IS ⟪5⟫ FROM t'],
    // What the subset leaves out.
    ['WITH x AS (SELECT 1) SELECT a FROM x', 'WITH is not supported; put the sub-query where its name is used @ ⟪WITH⟫ x AS (SELECT 1) SELECT a FROM x'],
    ['SELECT a FROM t RIGHT JOIN u ON t.a = u.a', 'RIGHT JOIN is not supported @ SELECT a FROM t ⟪RIGHT⟫ JOIN u ON t.a = u.a'],
    ['SELECT a FROM t, u', 'A comma between tables is not supported; write JOIN … ON … @ SELECT a FROM t⟪,⟫ u'],
    ['SELECT a FROM t JOIN u USING (a)', 'USING (…) is not supported; write ON a.name = b.name @ SELECT a FROM t JOIN u ⟪USING⟫ (a)'],
    ['SELECT a FROM t UNION SELECT b FROM t', 'UNION without ALL is not supported; use UNION ALL inside SELECT DISTINCT @ SELECT a FROM t ⟪UNION⟫ SELECT b FROM t'],
    ['SELECT a FROM t WHERE a IN (SELECT b FROM u)', 'A sub-query in IN (…) is not supported; use LEFT SEMI JOIN @ SELECT a FROM t WHERE a IN (⟪SELECT⟫ b FROM u)'],
    ['SELECT a FROM t WHERE EXISTS (SELECT 1)', 'EXISTS is not supported; use LEFT SEMI JOIN @ SELECT a FROM t WHERE ⟪EXISTS⟫ (SELECT 1)'],
    ['SELECT COUNT(*) OVER (PARTITION BY a) FROM t', 'A window function (OVER) is not supported @ SELECT COUNT(*) ⟪OVER⟫ (PARTITION BY a) FROM t'],
    ['SELECT a FROM t WHERE x > y - INTERVAL 5 MINUTES', 'INTERVAL is not supported; compare unix_millis(…) instead @ SELECT a FROM t WHERE x > y - ⟪INTERVAL⟫ 5 MINUTES'],
    ['SELECT a FROM t LATERAL VIEW explode(b) x', 'LATERAL VIEW is not supported @ SELECT a FROM t ⟪LATERAL⟫ VIEW explode(b) x'],
    ['SELECT EXPLODE(a) FROM t', 'The function EXPLODE is not supported @ SELECT ⟪EXPLODE⟫(a) FROM t'],
    ['SELECT CAST(a AS BINARY) FROM t', 'CAST to BINARY is not supported; there is string, varchar, char, int, integer, bigint, long, double, float, real, boolean, timestamp, date @ SELECT CAST(a AS ⟪BINARY⟫) FROM t'],
    ["SELECT a FROM t FULL OUTER JOIN u ON t.a = u.a", "FULL JOIN is not supported @ SELECT a FROM t ⟪FULL⟫ OUTER JOIN u ON t.a = u.a"],
    ["SELECT a FROM t CROSS JOIN u", "CROSS JOIN is not supported @ SELECT a FROM t ⟪CROSS⟫ JOIN u"],
    ["SELECT a FROM t NATURAL JOIN u", "NATURAL JOIN is not supported @ SELECT a FROM t ⟪NATURAL⟫ JOIN u"],
    ["SELECT a FROM t INTERSECT SELECT a FROM t", "INTERSECT is not supported @ SELECT a FROM t ⟪INTERSECT⟫ SELECT a FROM t"],
    ["SELECT a FROM t EXCEPT SELECT a FROM t", "EXCEPT is not supported @ SELECT a FROM t ⟪EXCEPT⟫ SELECT a FROM t"],
    ["SELECT a FROM t LIMIT 1 OFFSET 2", "OFFSET is not supported @ SELECT a FROM t LIMIT 1 ⟪OFFSET⟫ 2"],
    ["SELECT a FROM t LIMIT ALL", "Expected a whole number after LIMIT, but found ALL @ SELECT a FROM t LIMIT ⟪ALL⟫"],
    ["SELECT a FROM t SORT BY a", "SORT BY is not supported @ SELECT a FROM t ⟪SORT⟫ BY a"],
    ["SELECT a FROM t WINDOW w AS (ORDER BY a)", "WINDOW is not supported @ SELECT a FROM t ⟪WINDOW⟫ w AS (ORDER BY a)"],
    ["SELECT a FROM t QUALIFY a = 1", "QUALIFY is not supported @ SELECT a FROM t ⟪QUALIFY⟫ a = 1"],
    ["SELECT a FROM t PIVOT (COUNT(*) FOR a IN (1))", "PIVOT is not supported @ SELECT a FROM t ⟪PIVOT⟫ (COUNT(*) FOR a IN (1))"],
    ["SELECT a FROM t TABLESAMPLE (5 ROWS)", "TABLESAMPLE is not supported @ SELECT a FROM t ⟪TABLESAMPLE⟫ (5 ROWS)"],
    ["SELECT a FROM t GROUP BY ROLLUP (a)", "GROUP BY ROLLUP is not supported @ SELECT a FROM t GROUP BY ⟪ROLLUP⟫ (a)"],
    ["SELECT a FROM t GROUP BY a WITH CUBE", "WITH CUBE is not supported @ SELECT a FROM t GROUP BY a ⟪WITH⟫ CUBE"],
    ["SELECT a FROM t WHERE a LIKE ANY ('x')", "LIKE ANY is not supported @ SELECT a FROM t WHERE a LIKE ⟪ANY⟫ ('x')"],
    ["SELECT a FROM t WHERE a LIKE 'x' ESCAPE '!'", "LIKE … ESCAPE is not supported @ SELECT a FROM t WHERE a LIKE 'x' ⟪ESCAPE⟫ '!'"],
    ["SELECT a DIV 2 FROM t", "DIV is not supported; use CAST(a / b AS BIGINT) @ SELECT a ⟪DIV⟫ 2 FROM t"],
    ["SELECT ~a FROM t", "The operator ~ is not supported @ SELECT ⟪~⟫a FROM t"],
    ["SELECT (a, b) FROM t", "A row value (a, b) is not supported @ SELECT (a⟪,⟫ b) FROM t"],
    ["SELECT a = (SELECT 1) FROM t", "A sub-query as a value is not supported @ SELECT a = (⟪SELECT⟫ 1) FROM t"],
    ["SELECT COUNT(*) FILTER (WHERE a = 1) FROM t", "FILTER (WHERE …) is not supported; aggregate a CASE instead @ SELECT COUNT(*) ⟪FILTER⟫ (WHERE a = 1) FROM t"],
    ["SELECT COUNT(EventID, Channel) FROM t", "COUNT of several columns is not supported; count a CONCAT of them @ SELECT ⟪COUNT(EventID, Channel)⟫ FROM t"],
    ["SELECT a IS DISTINCT FROM b FROM t", "IS DISTINCT FROM is not supported @ SELECT a IS ⟪DISTINCT⟫ FROM b FROM t"],
    ["SELECT DATE '2020-01-01' FROM t", "A literal DATE'…' is not supported; write DATE('…') @ SELECT ⟪DATE⟫ '2020-01-01' FROM t"],
    ["SELECT r'x' FROM t", "A literal R'…' is not supported @ SELECT ⟪r⟫'x' FROM t"],
    ["SELECT CAST(a AS DECIMAL(10,2)) FROM t", "CAST to DECIMAL(…) is not supported @ SELECT CAST(a AS DECIMAL⟪(⟫10,2)) FROM t"],
    ["SELECT EXTRACT(YEAR FROM a) FROM t", "Expected ) at the end of EXTRACT(…), but found FROM @ SELECT EXTRACT(YEAR ⟪FROM⟫ a) FROM t"],
    ["SELECT a FROM t; SELECT b FROM t", "Expected the end of the query, but found SELECT @ SELECT a FROM t; ⟪SELECT⟫ b FROM t"],
    ["INSERT INTO t VALUES (1)", "Expected SELECT, but found INSERT @ ⟪INSERT⟫ INTO t VALUES (1)"],
    ["SELECT a FROM t WHERE a = ?", "Expected a value, but found ? @ SELECT a FROM t WHERE a = ⟪?⟫"],
    ["SELECT a FROM (SELECT a FROM t) s UNION ALL (SELECT a FROM t)", "A SELECT in parentheses here is not supported @ SELECT a FROM (SELECT a FROM t) s UNION ALL ⟪(⟫SELECT a FROM t)"],
    ["SELECT a FROM t AS x (y)", "A list of column names after a table alias is not supported @ SELECT a FROM t AS x ⟪(⟫y)"],
    ["SELECT a FROM range(5)", "A table function is not supported @ SELECT a FROM range⟪(⟫5)"],
    ["SELECT 'a' 'b' FROM t", "Expected FROM after the list of columns, but found 'b' @ SELECT 'a' ⟪'b'⟫ FROM t"],
    ["SELECT a FROM t WHERE a NOT = 1", "Expected the end of the query, but found NOT @ SELECT a FROM t WHERE a ⟪NOT⟫ = 1"],
    ["SELECT a FROM t WHERE a IN ()", "Expected a value, but found ) @ SELECT a FROM t WHERE a IN (⟪)⟫"],
    // Meaning.
    ['SELECT LOWER(a, b) FROM t', 'LOWER takes 1 argument, not 2 @ SELECT ⟪LOWER(a, b)⟫ FROM t'],
    ["SELECT TO_TIMESTAMP(a, 'yyyy') FROM t", "TO_TIMESTAMP takes 1 argument, not 2 @ SELECT ⟪TO_TIMESTAMP(a, 'yyyy')⟫ FROM t"],
    ['SELECT x.EventID FROM t', 'No table here is called x; there is t @ SELECT ⟪x⟫.EventID FROM t'],
    ['SELECT b.EventID FROM t a LEFT SEMI JOIN t b ON a.EventID = b.EventID', 'No table here is called b; there is a @ SELECT ⟪b⟫.EventID FROM t a LEFT SEMI JOIN t b ON a.EventID = b.EventID'],
    ['SELECT x.* FROM t', 'No table here is called x; there is t @ SELECT ⟪x⟫.* FROM t'],
    ['SELECT a.b FROM (SELECT EventID FROM t) a', 'The sub-query a has no column b; it has EventID @ SELECT a.⟪b⟫ FROM (SELECT EventID FROM t) a'],
    ['SELECT EventID FROM t a JOIN t A ON a.EventID = a.EventID', 'Two tables are called a; give one an alias of its own @ SELECT EventID FROM t a JOIN ⟪t A⟫ ON a.EventID = a.EventID'],
    ['SELECT EventID FROM t WHERE COUNT(*) > 1', 'COUNT is an aggregate and cannot stand in WHERE @ SELECT EventID FROM t WHERE ⟪COUNT(*)⟫ > 1'],
    ['SELECT Channel, COUNT(*) FROM t GROUP BY EventID', 'Channel is neither in GROUP BY nor inside an aggregate @ SELECT ⟪Channel⟫, COUNT(*) FROM t GROUP BY EventID'],
    ['SELECT SUM(COUNT(*)) FROM t', 'An aggregate inside an aggregate is not supported @ SELECT ⟪SUM(COUNT(*))⟫ FROM t'],
    ['SELECT *, COUNT(*) FROM t', '* cannot stand beside GROUP BY or an aggregate @ SELECT ⟪*⟫, COUNT(*) FROM t'],
    ['SELECT EventID FROM t GROUP BY 2', 'There is no column 2 to group by @ SELECT EventID FROM t GROUP BY ⟪2⟫'],
    ['SELECT EventID FROM t ORDER BY 2', 'There is no column 2 to order by @ SELECT EventID FROM t ORDER BY ⟪2⟫'],
    ['SELECT EventID FROM t UNION ALL SELECT Channel, EventID FROM t', 'UNION ALL puts 1 columns together with 2 @ SELECT EventID FROM t UNION ALL ⟪SELECT Channel, EventID FROM t⟫'],
    ["SELECT EventID FROM t WHERE Channel RLIKE '(a'", 'The regular expression "(a" is not valid @ SELECT EventID FROM t WHERE Channel RLIKE ⟪\'(a\'⟫'],
    ["SELECT EventID FROM t WHERE Channel RLIKE 'a++'", 'The regular expression "a++" uses the possessive quantifier ++, which is not supported @ SELECT EventID FROM t WHERE Channel RLIKE ⟪\'a++\'⟫'],
  ])('%s', (sql, expected) => {
    expect(errorOf(sql)).toBe(expected);
  });
});

describe('whatever text comes', () => {
  it.each([
    ['parentheses', `SELECT ${'('.repeat(50_000)}`],
    ['NOTs', `SELECT ${'NOT '.repeat(50_000)}a FROM t`],
    ['signs', `SELECT ${'- '.repeat(50_000)}1 FROM t`],
    ['sums', `SELECT ${'1 + '.repeat(50_000)}1 FROM t`],
    ['subscripts', `SELECT a${'[0]'.repeat(50_000)} FROM t`],
    ['sub-queries', `SELECT a FROM ${'(SELECT a FROM '.repeat(50_000)}`],
  ])('50,000 %s are an error, not a crash', (_what, sql) => {
    expect(errorOf(sql)).toMatch(/^The query is nested more than 400 levels deep @ /);
  });

  it('a long AND and a long IN are none of that', () => {
    const ands = Array.from({ length: 5_000 }, (_, n) => `EventID != ${n}`).join(' AND ');
    const options = Array.from({ length: 5_000 }, (_, n) => n).join(', ');
    expect(errorOf(`SELECT EventID FROM t WHERE ${ands} AND EventID IN (${options})`)).toBe('no error');
  });

  it('it compiles or says why, and colours without gaps or overlaps', () => {
    const words = ["SELECT", "FROM", "t", "WHERE", "a", ".", "(", ")", "'", '"', "`", "\\", "=", "JOIN", "ON", "CASE", "WHEN", "1", "0x", "[", "]", ",", "--", "/*", "é", "😀", "\n", "AND", "GROUP BY", "*", "NOT", "COUNT(", "@"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), fc.constantFrom('', ' '), (parts, space) => {
        const text = parts.join(space);
        const compiled = compileSql(text, TABLE);
        if (!compiled.ok) expect(compiled.error.span.end).toBeGreaterThanOrEqual(compiled.error.span.start);
        let end = 0;
        for (const token of highlightSql(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Each warning's code and message, and what it points at. */
function warningsOf(sql: string): string[] {
  const compiled = compileSql(sql, TABLE);
  if (!compiled.ok) throw new Error(compiled.error.message);
  return compiled.value.warnings.map(({ code, message, span }) => `${code}: ${message} @ ${span === null ? '' : sql.slice(span.start, span.end)}`);
}

describe('a warning says what was read kindly', () => {
  it.each([
    ['SELECT EventID FROM t', []],
    ['SELECT Image FROM t WHERE Image = 1', ['column-absent: No event has a field Image: it is NULL everywhere @ Image']],
    ['SELECT Hostname FROM t', ['column-synonym: Hostname is called Computer in this dataset @ Hostname']],
    ['SELECT sharename FROM t', ['column-case: sharename is written ShareName in this dataset @ sharename']],
    ['SELECT ProcessId FROM t', ['column-case: Besides ProcessId this dataset has ProcessID: another field; ProcessId was used @ ProcessId']],
    ['SELECT EventID FROM t a JOIN t b ON a.Channel = b.Channel', ['ambiguous-name: EventID is in a and b: that of a was used; write a.EventID to say so @ EventID']],
    ['SELECT EventID FROM t a LEFT SEMI JOIN t b ON a.Channel = b.Channel', []],
    ["SELECT '@timestamp' FROM t", ["string-not-column: '@timestamp' is a string; for the column write `@timestamp` @ '@timestamp'"]],
    ["SELECT EventID FROM t WHERE LOWER('Channel') = 'security'", ["string-not-column: 'Channel' is a string; for the column write `Channel` @ 'Channel'"]],
    ["SELECT EventID FROM t WHERE ShareName = 'Channel'", []],
    ["SELECT SPLIT(ShareName, '\\')[0] FROM t", ["repaired: '\\' was read as a complete string that ends in a backslash; Spark would refuse it @ '\\'"]],
    ["SELECT SPLIT(ShareName, '\\\\')[0] FROM t", ["repaired: Backslashes were read as hunts print them: a run of them is one. Spark would refuse the pattern as it stands @ '\\\\'"]],
    ["SELECT SPLIT(ShareName, '\\\\\\\\')[0] FROM t", []],
    ["SELECT SPLIT(ShareName, '.')[0] FROM t", ["read-kindly: SPLIT was read as cutting at the text '.'; Spark would take it as a regular expression @ '.'"]],
    ["SELECT a.'@timestamp' FROM t a", ["repaired: '@timestamp' was read as a name; Spark takes names in backticks only and would refuse it @ '@timestamp'"]],
    ["SELECT EventID AS 'the id' FROM t", ["repaired: 'the id' was read as a name; Spark takes names in backticks only and would refuse it @ 'the id'"]],
    ["SELECT EventID FROM t WHERE '@timestamp' BETWEEN '2020' AND '2021'", ["string-not-column: '@timestamp' is a string; for the column write `@timestamp` @ '@timestamp'"]],
    ["SELECT EventID FROM t WHERE '@time' IS NOT NULL", ["string-not-column: '@time' is a string; for the column write `@time` @ '@time'"]],
    // Spark's parser leaves \\\p of LIKE '\\\\\\p%' as \\p, which its LIKE refuses; of '%\\M' it leaves %M.
    ["SELECT EventID FROM t WHERE ShareName LIKE '\\\\\\p%'", ["repaired: Backslashes were read as hunts print them: a run of them is one. Spark would refuse the pattern as it stands @ '\\\\\\p%'"]],
    ["SELECT EventID FROM t WHERE ShareName LIKE '\\\\\\\\p%'", []],
    ["SELECT EventID FROM t WHERE ShareName LIKE '100\\%'", []],
    ["SELECT EventID FROM t WHERE ShareName LIKE '%\\M'", ["read-kindly: Backslashes were read as hunts print them: a run of them is one. Spark would find other text @ '%\\M'"]],
    ["SELECT EventID FROM t WHERE ShareName = 'a\\\\\\\\b' OR ShareName = 'c\\\\\\\\d'", ["read-kindly: Backslashes were read as hunts print them: a run of them is one. Spark would find other text @ 'a\\\\\\\\b'"]],
    ["SELECT EventID FROM t WHERE ShareName = 'a\\\\b'", []],
    ["SELECT EventID FROM t WHERE ShareName RLIKE 'a\\.b'", ["read-kindly: Backslashes were read as hunts print them: one escapes a punctuation mark, more are a backslash. Spark would find other text @ 'a\\.b'"]],
    ["SELECT EventID FROM t WHERE ShareName RLIKE 'a\\\\\\m'", ["repaired: Backslashes were read as hunts print them: one escapes a punctuation mark, more are a backslash. Spark would refuse the pattern as it stands @ 'a\\\\\\m'"]],
  ])('%s', (sql, expected) => {
    expect(warningsOf(sql)).toEqual(expected);
  });
});
