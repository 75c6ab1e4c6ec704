import { numberFromText } from '@/lib/query/number-text';
import type { CompareOperator } from '@/lib/query/plan';
import type { SqlExpr } from './ast';
import { SqlError, type TokenCursor } from './token-cursor';

/*
 * Binding, loosest first, as in Spark's grammar (SqlBaseParser.g4): OR, AND, NOT, predicates and comparisons, |, ^, &, + - ||, * / %,
 * sign, then [subscript].
 */

/** @throws SqlError */
export function parseExpression(cursor: TokenCursor): SqlExpr {
  return chain(cursor, 'or', 'OR', () => chain(cursor, 'and', 'AND', () => cursor.nested(() => parseNot(cursor))));
}

function chain(cursor: TokenCursor, kind: 'and' | 'or', word: string, operand: () => SqlExpr): SqlExpr {
  const operands = [operand()];
  while (cursor.takeWord(word)) operands.push(operand());
  return operands.length === 1 ? operands[0] : { kind, operands, ...spanOf(operands[0], operands[operands.length - 1]) };
}

function spanOf(first: { start: number }, last: { end: number }): { start: number; end: number } {
  return { start: first.start, end: last.end };
}

function parseNot(cursor: TokenCursor): SqlExpr {
  const token = cursor.peek();
  if (!cursor.takeWord('NOT') && !cursor.takeSymbol('!')) return parsePredicate(cursor);
  const operand = cursor.nested(() => parseNot(cursor));
  return { kind: 'not', operand, ...spanOf(token, operand) };
}

const COMPARISONS: Readonly<Record<string, CompareOperator | '<=>'>> = {
  '=': '=', '==': '=', '!=': '!=', '<>': '!=', '<': '<', '<=': '<=', '>': '>', '>=': '>=', '<=>': '<=>',
};

function parsePredicate(cursor: TokenCursor): SqlExpr {
  let left = parseBinary(cursor, 0);
  for (;;) {
    const token = cursor.peek();
    const op = token.kind === 'symbol' ? COMPARISONS[token.text] : undefined;
    if (op !== undefined) {
      cursor.next();
      cursor.deepen();
      const right = parseBinary(cursor, 0);
      left = { kind: 'compare', op, left, right, ...spanOf(left, right) };
      continue;
    }
    const negated = cursor.isWord('NOT') && ['LIKE', 'ILIKE', 'RLIKE', 'REGEXP', 'IN', 'BETWEEN'].some((word) => cursor.isWord(word, 1));
    if (negated) cursor.next();
    const predicate = parseWordPredicate(cursor, left, negated);
    if (predicate === null) return left;
    cursor.deepen();
    left = predicate;
  }
}

function parseWordPredicate(cursor: TokenCursor, operand: SqlExpr, negated: boolean): SqlExpr | null {
  if (cursor.takeWord('IS')) return parseIs(cursor, operand);
  const word = cursor.peek();
  if (cursor.takeWord('LIKE') || cursor.takeWord('ILIKE') || cursor.takeWord('RLIKE') || cursor.takeWord('REGEXP')) {
    if (cursor.isWord('ANY') || cursor.isWord('SOME') || cursor.isWord('ALL')) throw unsupported(cursor, `LIKE ${cursor.peek().text.toUpperCase()}`);
    const pattern = parseBinary(cursor, 0);
    if (cursor.isWord('ESCAPE')) throw unsupported(cursor, 'LIKE … ESCAPE');
    const kind = word.text.toUpperCase() === 'LIKE' ? 'like' : word.text.toUpperCase() === 'ILIKE' ? 'ilike' : 'rlike';
    return { kind, operand, pattern, negated, ...spanOf(operand, pattern) };
  }
  if (cursor.takeWord('IN')) {
    cursor.expectSymbol('(', 'after IN');
    if (cursor.isWord('SELECT')) throw unsupported(cursor, 'A sub-query in IN (…)', 'use LEFT SEMI JOIN');
    const options = parseList(cursor);
    cursor.expectSymbol(')', 'at the end of IN (…)');
    return { kind: 'in', operand, options, negated, start: operand.start, end: cursor.lastEnd() };
  }
  if (cursor.takeWord('BETWEEN')) {
    const low = parseBinary(cursor, 0);
    cursor.expectWord('AND', 'between the two ends of BETWEEN');
    const high = parseBinary(cursor, 0);
    return { kind: 'between', operand, low, high, negated, ...spanOf(operand, high) };
  }
  return null;
}

function parseIs(cursor: TokenCursor, operand: SqlExpr): SqlExpr {
  const negated = cursor.takeWord('NOT');
  const token = cursor.peek();
  if (cursor.takeWord('NULL')) return { kind: 'is-null', operand, negated, ...spanOf(operand, token) };
  if (cursor.takeWord('TRUE') || cursor.takeWord('FALSE')) {
    // Never missing, unlike `=`: so a null-safe comparison.
    const constant: SqlExpr = { kind: 'constant', value: token.text.toUpperCase() === 'TRUE', start: token.start, end: token.end };
    const same: SqlExpr = { kind: 'compare', op: '<=>', left: operand, right: constant, ...spanOf(operand, token) };
    return negated ? { kind: 'not', operand: same, ...spanOf(operand, token) } : same;
  }
  if (cursor.isWord('DISTINCT')) throw unsupported(cursor, 'IS DISTINCT FROM');
  throw cursor.unexpected('NULL, TRUE or FALSE after IS');
}

const BINARY: readonly (readonly string[])[] = [['|'], ['^'], ['&'], ['+', '-', '||'], ['*', '/', '%']];
type BinaryOperator = Extract<SqlExpr, { kind: 'arithmetic' }>['op'];
const OPERATORS: Readonly<Record<string, BinaryOperator>> = { '|': '|', '^': '^', '&': '&', '+': '+', '-': '-', '||': '||', '*': '*', '/': '/', '%': '%' };

function parseBinary(cursor: TokenCursor, level: number): SqlExpr {
  if (level === BINARY.length) return cursor.nested(() => parseUnary(cursor));
  let left = parseBinary(cursor, level + 1);
  for (;;) {
    if (cursor.isWord('DIV') && level === BINARY.length - 1) throw unsupported(cursor, 'DIV', 'use CAST(a / b AS BIGINT)');
    const symbol = BINARY[level].find((candidate) => cursor.isSymbol(candidate));
    if (symbol === undefined) return left;
    cursor.next();
    cursor.deepen();
    const right = parseBinary(cursor, level + 1);
    left = { kind: 'arithmetic', op: OPERATORS[symbol], left, right, ...spanOf(left, right) };
  }
}

function parseUnary(cursor: TokenCursor): SqlExpr {
  const token = cursor.peek();
  if (cursor.isSymbol('~')) throw unsupported(cursor, 'The operator ~');
  if (cursor.takeSymbol('-')) {
    const operand = cursor.nested(() => parseUnary(cursor));
    if (operand.kind === 'number') return { kind: 'number', value: -operand.value, ...spanOf(token, operand) };
    return { kind: 'negate', operand, ...spanOf(token, operand) };
  }
  if (cursor.takeSymbol('+')) return cursor.nested(() => parseUnary(cursor));
  let expr = parsePrimary(cursor);
  while (cursor.takeSymbol('[')) {
    cursor.deepen();
    const index = parseExpression(cursor);
    cursor.expectSymbol(']', 'after the subscript');
    expr = { kind: 'subscript', operand: expr, index, start: expr.start, end: cursor.lastEnd() };
  }
  if (cursor.isSymbol(':')) throw unsupported(cursor, 'The operator :', 'use CAST(… AS …)');
  return expr;
}

function parsePrimary(cursor: TokenCursor): SqlExpr {
  const token = cursor.peek();
  const span = { start: token.start, end: token.end };
  if (token.kind === 'number') return parseNumber(cursor);
  if (token.kind === 'string') {
    cursor.next();
    return { kind: 'string', raw: token.raw, quote: token.text[0], ...span };
  }
  if (cursor.takeSymbol('(')) {
    if (cursor.isWord('SELECT')) throw unsupported(cursor, 'A sub-query as a value');
    const inner = parseExpression(cursor);
    if (cursor.isSymbol(',')) throw unsupported(cursor, 'A row value (a, b)');
    cursor.expectSymbol(')', 'to close the parenthesis');
    return { ...inner, start: token.start, end: cursor.lastEnd() };
  }
  if (cursor.takeWord('NULL')) return { kind: 'constant', value: null, ...span };
  if (cursor.takeWord('TRUE')) return { kind: 'constant', value: true, ...span };
  if (cursor.takeWord('FALSE')) return { kind: 'constant', value: false, ...span };
  if (cursor.isWord('CASE')) return parseCase(cursor);
  if (cursor.isWord('CAST') || (cursor.isWord('TRY_CAST') && cursor.isSymbol('(', 1))) return parseCast(cursor);
  if (cursor.isWord('EXISTS')) throw unsupported(cursor, 'EXISTS', 'use LEFT SEMI JOIN');
  if (cursor.isWord('INTERVAL')) throw unsupported(cursor, 'INTERVAL', 'compare unix_millis(…) instead');
  // LEFT(s, n) and RIGHT(s, n) are functions under a join's name.
  if ((cursor.isWord('LEFT') || cursor.isWord('RIGHT')) && cursor.isSymbol('(', 1)) throw unsupported(cursor, `The function ${token.text.toLowerCase()}`, 'use substring');
  if (token.kind === 'word' && cursor.isSymbol('(', 1) && cursor.tryName() !== null) return parseCall(cursor, { text: token.text, ...span });
  if (/^(?:date|timestamp|x|r)$/i.test(token.text) && cursor.peek(1).kind === 'string')
    throw unsupported(cursor, `A literal ${token.text.toUpperCase()}'…'`, /^[xr]$/i.test(token.text) ? undefined : `write ${token.text.toUpperCase()}('…')`);
  const name = cursor.takeName('a value');
  if (!cursor.takeSymbol('.')) return { kind: 'column', qualifier: null, name, ...span };
  const column = cursor.takeName('a column name after the dot', true);
  let full = { kind: 'column' as const, qualifier: name, name: column, ...spanOf(name, column) };
  // Nested fields are dotted names: a.event_data.Image.
  while (cursor.isSymbol('.')) {
    cursor.next();
    const part = cursor.takeName('a column name after the dot', true);
    full = { ...full, name: { text: `${full.name.text}.${part.text}`, ...spanOf(full.name, part) }, end: part.end };
  }
  return full;
}

function parseNumber(cursor: TokenCursor): SqlExpr {
  const token = cursor.next();
  const value = numberFromText(token.text.replace(/(?:[LSY]|BD|[DF])$/i, ''));
  if (value !== null) return { kind: 'number', value, start: token.start, end: token.end };
  const hint = /^0x[0-9a-f]+$/i.test(token.text) ? `; write ${BigInt(token.text)}, or '${token.text}' for the text` : '';
  throw new SqlError(`${token.text} is not a number in Spark SQL${hint}`, token);
}

function parseList(cursor: TokenCursor): SqlExpr[] {
  const items = [parseExpression(cursor)];
  while (cursor.takeSymbol(',')) items.push(parseExpression(cursor));
  return items;
}

function parseCase(cursor: TokenCursor): SqlExpr {
  const { start } = cursor.next();
  const subject = cursor.isWord('WHEN') ? null : parseExpression(cursor);
  const branches: { when: SqlExpr; then: SqlExpr }[] = [];
  while (cursor.takeWord('WHEN')) {
    const when = parseExpression(cursor);
    cursor.expectWord('THEN', 'after WHEN …');
    branches.push({ when, then: parseExpression(cursor) });
  }
  if (branches.length === 0) throw cursor.unexpected('WHEN in CASE');
  const otherwise = cursor.takeWord('ELSE') ? parseExpression(cursor) : null;
  cursor.expectWord('END', 'at the end of CASE');
  return { kind: 'case', subject, branches, otherwise, start, end: cursor.lastEnd() };
}

function parseCast(cursor: TokenCursor): SqlExpr {
  const { start } = cursor.next();
  cursor.expectSymbol('(', 'after CAST');
  const operand = parseExpression(cursor);
  cursor.expectWord('AS', 'in CAST(… AS type)');
  const to = cursor.takeName('a type after AS');
  if (cursor.isSymbol('(')) throw unsupported(cursor, `CAST to ${to.text.toUpperCase()}(…)`);
  if (cursor.isSymbol('<')) throw unsupported(cursor, `CAST to ${to.text.toUpperCase()}<…>`);
  cursor.expectSymbol(')', 'at the end of CAST');
  return { kind: 'cast', operand, to, start, end: cursor.lastEnd() };
}

function parseCall(cursor: TokenCursor, name: { text: string; start: number; end: number }): SqlExpr {
  cursor.expectSymbol('(', 'after the function name');
  const distinct = cursor.takeWord('DISTINCT');
  const star = !distinct && cursor.isSymbol('*') && cursor.takeSymbol('*');
  const args = star || cursor.isSymbol(')') ? [] : parseList(cursor);
  cursor.expectSymbol(')', `at the end of ${name.text}(…)`);
  if (cursor.isWord('OVER')) throw unsupported(cursor, 'A window function (OVER)');
  if (cursor.isWord('FILTER') && cursor.isSymbol('(', 1)) throw unsupported(cursor, 'FILTER (WHERE …)', 'aggregate a CASE instead');
  return { kind: 'call', name, args, star, distinct, start: name.start, end: cursor.lastEnd() };
}

/** Names what the subset does not hold, at the token that begins it. */
export function unsupported(cursor: TokenCursor, what: string, instead?: string): SqlError {
  return new SqlError(`${what} is not supported${instead === undefined ? '' : `; ${instead}`}`, cursor.peek());
}
