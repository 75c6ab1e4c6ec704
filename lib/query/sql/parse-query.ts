import type { SelectItem, SqlExpr, SqlJoin, SqlQuery, SqlSelect, SqlSort, TableRef } from './ast';
import { parseExpression, unsupported } from './parse-expression';
import { TokenCursor } from './token-cursor';
import type { Token } from './tokens';

/** @throws SqlError */
export function parseQuery(tokens: readonly Token[]): SqlQuery {
  const cursor = new TokenCursor(tokens);
  const query = parseUnion(cursor);
  while (cursor.takeSymbol(';'));
  if (cursor.peek().kind !== 'end') throw cursor.unexpected('the end of the query');
  return query;
}

function parseUnion(cursor: TokenCursor): SqlQuery {
  if (cursor.isWord('WITH')) throw unsupported(cursor, 'WITH', 'put the sub-query where its name is used');
  const { start } = cursor.peek();
  const selects = [parseSelect(cursor)];
  for (;;) {
    for (const word of ['INTERSECT', 'EXCEPT', 'MINUS']) if (cursor.isWord(word)) throw unsupported(cursor, word);
    if (!cursor.isWord('UNION')) break;
    if (!cursor.isWord('ALL', 1)) throw unsupported(cursor, 'UNION without ALL', 'use UNION ALL inside SELECT DISTINCT');
    cursor.takeWord('UNION ALL');
    selects.push(parseSelect(cursor));
  }
  const orderBy = cursor.takeWord('ORDER BY') ? list(cursor, parseSort) : [];
  for (const word of ['SORT', 'CLUSTER', 'DISTRIBUTE']) if (cursor.isWord(`${word} BY`)) throw unsupported(cursor, `${word} BY`);
  const limit = cursor.takeWord('LIMIT') ? parseLimit(cursor) : null;
  if (cursor.isWord('OFFSET')) throw unsupported(cursor, 'OFFSET');
  return { selects, orderBy, limit, start, end: cursor.lastEnd() };
}

function parseSelect(cursor: TokenCursor): SqlSelect {
  const { start } = cursor.peek();
  if (cursor.isSymbol('(')) throw unsupported(cursor, 'A SELECT in parentheses here');
  if (!cursor.takeWord('SELECT')) throw cursor.unexpected('SELECT');
  const distinct = cursor.takeWord('DISTINCT');
  if (!distinct) cursor.takeWord('ALL');
  const items = list(cursor, parseItem);
  cursor.expectWord('FROM', 'after the list of columns');
  const from = parseTable(cursor);
  const joins: SqlJoin[] = [];
  for (let join = parseJoin(cursor); join !== null; join = parseJoin(cursor)) joins.push(join);
  const where = cursor.takeWord('WHERE') ? parseExpression(cursor) : null;
  const groupBy = cursor.takeWord('GROUP BY') ? parseGroupBy(cursor) : [];
  const having = cursor.takeWord('HAVING') ? parseExpression(cursor) : null;
  if (cursor.isWord('WINDOW')) throw unsupported(cursor, 'WINDOW');
  if (cursor.isWord('QUALIFY')) throw unsupported(cursor, 'QUALIFY');
  return { distinct, items, from, joins, where, groupBy, having, start, end: cursor.lastEnd() };
}

function list<T>(cursor: TokenCursor, parse: (cursor: TokenCursor) => T): T[] {
  const items = [parse(cursor)];
  while (cursor.takeSymbol(',')) items.push(parse(cursor));
  return items;
}

function parseItem(cursor: TokenCursor): SelectItem {
  const { start } = cursor.peek();
  if (cursor.takeSymbol('*')) return { kind: 'star', qualifier: null, start, end: cursor.lastEnd() };
  if (cursor.isSymbol('.', 1) && cursor.isSymbol('*', 2)) {
    const qualifier = cursor.takeName('a table name before .*');
    cursor.next();
    cursor.next();
    return { kind: 'star', qualifier, start, end: cursor.lastEnd() };
  }
  const expr = parseExpression(cursor);
  const alias = cursor.takeWord('AS') ? cursor.takeName('a name after AS', true) : cursor.tryName();
  return { kind: 'expression', expr, alias, start, end: cursor.lastEnd() };
}

function parseTable(cursor: TokenCursor): TableRef {
  const { start } = cursor.peek();
  if (cursor.isWord('LATERAL')) throw unsupported(cursor, 'LATERAL');
  if (cursor.takeSymbol('(')) {
    const query = cursor.nested(() => parseUnion(cursor));
    cursor.expectSymbol(')', 'at the end of the sub-query');
    return { kind: 'subquery', query, alias: parseTableAlias(cursor), start, end: cursor.lastEnd() };
  }
  let name = cursor.takeName('a table name');
  while (cursor.takeSymbol('.')) {
    const part = cursor.takeName('a table name after the dot', true);
    name = { text: part.text, start: name.start, end: part.end };
  }
  if (cursor.isSymbol('(')) throw unsupported(cursor, 'A table function');
  if (cursor.isWord('TABLESAMPLE')) throw unsupported(cursor, 'TABLESAMPLE');
  return { kind: 'table', name, alias: parseTableAlias(cursor), start, end: cursor.lastEnd() };
}

function parseTableAlias(cursor: TokenCursor): TableRef['alias'] {
  const alias = cursor.takeWord('AS') ? cursor.takeName('a name after AS') : cursor.tryName();
  if (alias !== null && cursor.isSymbol('(')) throw unsupported(cursor, 'A list of column names after a table alias');
  return alias;
}

function parseJoin(cursor: TokenCursor): SqlJoin | null {
  const { start } = cursor.peek();
  if (cursor.isSymbol(',')) throw unsupported(cursor, 'A comma between tables', 'write JOIN … ON …');
  if (cursor.isWord('LATERAL')) throw unsupported(cursor, 'LATERAL VIEW');
  if (cursor.isWord('PIVOT')) throw unsupported(cursor, 'PIVOT');
  for (const word of ['RIGHT', 'FULL', 'CROSS', 'NATURAL']) if (cursor.isWord(word)) throw unsupported(cursor, `${word} JOIN`);
  const how = parseJoinKind(cursor);
  if (how === null) return null;
  const table = parseTable(cursor);
  if (cursor.isWord('USING')) throw unsupported(cursor, 'USING (…)', 'write ON a.name = b.name');
  cursor.expectWord('ON', 'after the joined table');
  return { how, table, on: parseExpression(cursor), start, end: cursor.lastEnd() };
}

function parseJoinKind(cursor: TokenCursor): SqlJoin['how'] | null {
  if (cursor.takeWord('JOIN') || cursor.takeWord('INNER JOIN')) return 'inner';
  if (cursor.takeWord('LEFT SEMI JOIN') || cursor.takeWord('SEMI JOIN')) return 'semi';
  if (cursor.takeWord('LEFT ANTI JOIN') || cursor.takeWord('ANTI JOIN')) return 'anti';
  if (cursor.takeWord('LEFT JOIN') || cursor.takeWord('LEFT OUTER JOIN')) return 'left';
  return null;
}

function parseGroupBy(cursor: TokenCursor): SqlExpr[] {
  for (const word of ['ROLLUP', 'CUBE', 'GROUPING SETS']) {
    const first = word.split(' ')[0];
    if (cursor.isWord(first) && (cursor.isSymbol('(', 1) || cursor.isWord('SETS', 1))) throw unsupported(cursor, `GROUP BY ${word}`);
  }
  const keys = list(cursor, parseExpression);
  if (cursor.isWord('WITH')) throw unsupported(cursor, `WITH ${cursor.peek(1).text.toUpperCase()}`);
  return keys;
}

function parseSort(cursor: TokenCursor): SqlSort {
  const expr = parseExpression(cursor);
  const descending = cursor.takeWord('DESC');
  if (!descending) cursor.takeWord('ASC');
  if (cursor.takeWord('NULLS FIRST')) return { expr, descending, missing: 'first' };
  return { expr, descending, missing: cursor.takeWord('NULLS LAST') ? 'last' : null };
}

function parseLimit(cursor: TokenCursor): number {
  const token = cursor.peek();
  if (token.kind !== 'number' || !/^\d+$/.test(token.text)) throw cursor.unexpected('a whole number after LIMIT');
  cursor.next();
  return Number(token.text);
}
