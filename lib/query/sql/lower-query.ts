import { legsOf } from '@/lib/query/expr-tree';
import type { Condition, Expr, JoinKey, LegId, OutputColumn, Plan, SortKey } from '@/lib/query/plan';
import type { Name, SelectItem, SqlExpr, SqlJoin, SqlQuery, SqlSelect, SqlSort, TableRef } from './ast';
import { GroupingScope, hasAggregate } from './grouping-scope';
import { type Place, lowerExpr, noteStringOperand } from './lower-expression';
import type { Lowering } from './lowering';
import { type ScopeEntry, entryOf, noTable, optionalEntry, subqueryEntry, tableEntry } from './scope';
import { sparkName } from './spark-strings';
import { SqlError } from './token-cursor';

export interface LoweredQuery {
  readonly plan: Plan;
  readonly columns: readonly OutputColumn[];
  /** Has a row wherever the query has one. */
  readonly leg: LegId;
  /** Tables whose every column is among `columns`. */
  readonly open: readonly ScopeEntry[];
}

/** `outside` are the aliases around the query, from the outside in. @throws SqlError */
export function lowerQuery(query: SqlQuery, outside: readonly string[], lowering: Lowering): LoweredQuery {
  if (query.selects.length === 1) return lowerSelect(query.selects[0], query, outside, lowering);
  const parts = query.selects.map((select) => lowerSelect(select, { orderBy: [], limit: null }, outside, lowering));
  const width = parts[0].columns.length;
  parts.forEach((part, at) => {
    if (part.columns.length !== width)
      throw new SqlError(`UNION ALL puts ${width} columns together with ${part.columns.length}`, query.selects[at]);
  });
  const leg = lowering.newLegId();
  const span = { start: query.start, end: query.end };
  const columns = parts[0].columns.map(({ name }, index): OutputColumn => ({ name, expr: { kind: 'made', leg, index, span } }));
  const union: Plan = { kind: 'union', inputs: parts.map(({ plan }) => plan), leg, columns: parts.map((part) => part.columns) };
  const place: Place = { scope: [subqueryEntry('', leg, columns, [])], grouping: null, clause: 'ORDER BY' };
  return { plan: sortAndCut(union, query, columns, place, lowering), columns, leg, open: [] };
}

type Ending = Pick<SqlQuery, 'orderBy' | 'limit'>;

function lowerSelect(select: SqlSelect, ending: Ending, outside: readonly string[], lowering: Lowering): LoweredQuery {
  const from = lowerFrom(select, outside, lowering);
  let plan = from.plan;
  if (select.where !== null) {
    const where: Place = { scope: from.scope, grouping: null, clause: 'WHERE' };
    plan = { kind: 'filter', input: plan, conditions: conditions(select.where, where, lowering) };
  }
  const grouping = groupingOf(select, ending, from.scope, lowering);
  const place: Place = { scope: from.scope, grouping, clause: 'SELECT' };
  const columns = select.items.flatMap((item) => lowerItem(item, place, lowering));
  const having = select.having === null ? null : conditions(withAliases(select.having, select.items), { ...place, clause: 'HAVING' }, lowering);
  const sort = sortKeys(ending.orderBy, columns, { ...place, clause: 'ORDER BY' }, lowering);
  if (grouping !== null) plan = { kind: 'aggregate', input: plan, leg: grouping.leg, keys: grouping.keys, aggregates: grouping.aggregates() };
  if (having !== null) plan = { kind: 'filter', input: plan, conditions: having };
  if (select.distinct) plan = { kind: 'distinct', input: plan, by: columns.map(({ expr }) => expr) };
  if (sort.length > 0) plan = { kind: 'sort', input: plan, by: sort };
  if (ending.limit !== null) plan = { kind: 'limit', input: plan, count: ending.limit };
  return { plan, columns, leg: grouping?.leg ?? from.scope[0].leg, open: grouping === null ? starred(select.items, from.scope) : [] };
}

function starred(items: readonly SelectItem[], scope: readonly ScopeEntry[]): ScopeEntry[] {
  return items.flatMap((item) => {
    if (item.kind !== 'star') return [];
    const entry = item.qualifier === null ? null : entryOf(item.qualifier, scope);
    return item.qualifier === null ? scope : (entry ?? []);
  });
}

function lowerFrom(select: SqlSelect, outside: readonly string[], lowering: Lowering): { plan: Plan; scope: readonly ScopeEntry[] } {
  const first = lowerTable(select.from, outside, lowering);
  let plan = first.plan;
  let scope: readonly ScopeEntry[] = [first.entry];
  for (const join of select.joins) {
    const right = lowerTable(join.table, outside, lowering);
    const taken = right.entry.alias === '' ? undefined : scope.find(({ alias }) => alias.toLowerCase() === right.entry.alias.toLowerCase());
    if (taken !== undefined) throw new SqlError(`Two tables are called ${taken.alias}; give one an alias of its own`, join.table);
    plan = lowerJoin(join, { plan, scope }, right, lowering);
    if (join.how === 'inner') scope = [...scope, right.entry];
    if (join.how === 'left') scope = [...scope, optionalEntry(right.entry)];
  }
  return { plan, scope };
}

function lowerTable(table: TableRef, outside: readonly string[], lowering: Lowering): { plan: Plan; entry: ScopeEntry } {
  if (table.kind === 'table') {
    noteTable(table.name, lowering);
    const leg = lowering.newLeg((table.alias ?? table.name).text, outside);
    return { plan: { kind: 'scan', leg }, entry: tableEntry(leg, lowering) };
  }
  const alias = table.alias?.text ?? '';
  const inner = lowerQuery(table.query, alias === '' ? outside : [...outside, alias], lowering);
  return { plan: inner.plan, entry: subqueryEntry(alias, inner.leg, inner.columns, inner.open) };
}

/** Spark finds the dataset by its plain name, not in another database. */
function noteTable(name: Name, lowering: Lowering): void {
  lowering.noteTable(name.text);
  if (!/^(?:\w+|`[^]*`)$/.test(lowering.source(name))) lowering.rewrite(name, sparkName(name.text));
}

/** ON's equalities between the two sides become keys; what else it asks stays a condition on the pair. */
function lowerJoin(join: SqlJoin, left: { plan: Plan; scope: readonly ScopeEntry[] }, right: { plan: Plan; entry: ScopeEntry }, lowering: Lowering): Plan {
  const place: Place = { scope: [...left.scope, right.entry], grouping: null, clause: 'ON' };
  const rightLegs = legsOfEntry(right.entry, right.plan);
  const keys: JoinKey[] = [];
  const residual: Condition[] = [];
  for (const condition of conditions(join.on, place, lowering)) {
    const key = keyOf(condition, rightLegs);
    if (key === null) residual.push(condition);
    else keys.push(key);
  }
  const span = { start: join.start, end: join.end };
  return { kind: 'join', how: join.how, left: left.plan, right: right.plan, keys, residual, missingKeysMatch: false, text: lowering.source(join.on), span };
}

function legsOfEntry(entry: ScopeEntry, plan: Plan): ReadonlySet<LegId> {
  const legs = new Set<LegId>([entry.leg]);
  const visit = (node: Plan): void => {
    if (node.kind === 'scan') legs.add(node.leg.id);
    else if (node.kind === 'join') [node.left, node.right].forEach(visit);
    else if (node.kind === 'union') {
      legs.add(node.leg);
      node.inputs.forEach(visit);
    } else {
      if (node.kind === 'aggregate') legs.add(node.leg);
      visit(node.input);
    }
  };
  visit(plan);
  return legs;
}

function keyOf({ expr, text }: Condition, rightLegs: ReadonlySet<LegId>): JoinKey | null {
  if (expr.kind !== 'compare' || expr.op !== '=') return null;
  const side = (operand: Expr): 'left' | 'right' | 'neither' => {
    const legs = [...legsOf(operand)];
    if (legs.length === 0) return 'neither';
    if (legs.every((leg) => rightLegs.has(leg))) return 'right';
    return legs.some((leg) => rightLegs.has(leg)) ? 'neither' : 'left';
  };
  const [first, second] = [side(expr.left), side(expr.right)];
  if (first === 'left' && second === 'right') return { left: expr.left, right: expr.right, typing: expr.typing, text };
  return first === 'right' && second === 'left' ? { left: expr.right, right: expr.left, typing: expr.typing, text } : null;
}

function conditions(node: SqlExpr, place: Place, lowering: Lowering): Condition[] {
  if (node.kind === 'and') return node.operands.flatMap((operand) => conditions(operand, place, lowering));
  return [{ expr: lowerExpr(node, place, lowering), text: lowering.source(node), span: { start: node.start, end: node.end } }];
}

function groupingOf(select: SqlSelect, ending: Ending, scope: readonly ScopeEntry[], lowering: Lowering): GroupingScope | null {
  const items = select.items.flatMap((item) => (item.kind === 'expression' ? item.expr : []));
  const written = [...items, ...ending.orderBy.map(({ expr }) => expr)];
  if (select.groupBy.length === 0 && select.having === null && !written.some(hasAggregate)) return null;
  const place: Place = { scope, grouping: null, clause: 'GROUP BY' };
  const keys = select.groupBy.map((node) => {
    noteStringOperand(node, lowering);
    return lowerExpr(itemNamed(node, select.items, scope) ?? node, place, lowering);
  });
  return new GroupingScope(lowering.newLegId(), keys);
}

/** What GROUP BY's number or alias stands for; a column of that name goes before an alias, as in Spark. */
function itemNamed(node: SqlExpr, items: readonly SelectItem[], scope: readonly ScopeEntry[]): SqlExpr | null {
  if (node.kind === 'number') {
    const item = items[Number(node.value) - 1];
    if (item?.kind !== 'expression') throw new SqlError(`There is no column ${node.value} to group by`, node);
    return item.expr;
  }
  if (node.kind !== 'column' || node.qualifier !== null || scope.some((entry) => entry.find(node.name) !== null)) return null;
  return aliased(node.name, items);
}

function aliased(name: Name, items: readonly SelectItem[]): SqlExpr | null {
  for (const item of items) if (item.kind === 'expression' && item.alias?.text.toLowerCase() === name.text.toLowerCase()) return item.expr;
  return null;
}

/** HAVING may name a column of SELECT by its alias. */
function withAliases(node: SqlExpr, items: readonly SelectItem[]): SqlExpr {
  switch (node.kind) {
    case 'column':
      return (node.qualifier === null ? aliased(node.name, items) : null) ?? node;
    case 'and':
    case 'or':
      return { ...node, operands: node.operands.map((operand) => withAliases(operand, items)) };
    case 'not':
      return { ...node, operand: withAliases(node.operand, items) };
    case 'compare':
      return { ...node, left: withAliases(node.left, items), right: withAliases(node.right, items) };
    case 'between':
    case 'in':
      return { ...node, operand: withAliases(node.operand, items) };
    default:
      return node;
  }
}

function lowerItem(item: SelectItem, place: Place, lowering: Lowering): readonly OutputColumn[] {
  if (item.kind === 'star') {
    if (place.grouping !== null) throw new SqlError('* cannot stand beside GROUP BY or an aggregate', item);
    const entry = item.qualifier === null ? null : entryOf(item.qualifier, place.scope);
    if (item.qualifier !== null && entry === null) throw noTable(item.qualifier, place.scope);
    const where: Name = { text: '*', start: item.start, end: item.end };
    return (entry === null ? place.scope : [entry]).flatMap((one) => one.columns(where));
  }
  noteStringOperand(item.expr, lowering);
  const name = item.alias?.text ?? (item.expr.kind === 'column' ? item.expr.name.text : lowering.source(item.expr));
  const expr = lowerExpr(item.expr, place, lowering);
  if (item.alias === null && item.expr.kind === 'column') lowering.keepName(item.expr, name);
  return [{ name, expr }];
}

function sortAndCut(plan: Plan, ending: Ending, columns: readonly OutputColumn[], place: Place, lowering: Lowering): Plan {
  const by = sortKeys(ending.orderBy, columns, place, lowering);
  const sorted: Plan = by.length === 0 ? plan : { kind: 'sort', input: plan, by };
  return ending.limit === null ? sorted : { kind: 'limit', input: sorted, count: ending.limit };
}

function sortKeys(sorts: readonly SqlSort[], columns: readonly OutputColumn[], place: Place, lowering: Lowering): SortKey[] {
  return sorts.map(({ expr: node, descending, missing }) => {
    noteStringOperand(node, lowering);
    const expr = { ...(columnNamed(node, columns, lowering) ?? lowerExpr(node, place, lowering)), span: { start: node.start, end: node.end } };
    return { expr, descending, missing: missing ?? (descending ? 'last' : 'first') };
  });
}

/** ORDER BY sees the columns of SELECT first, by number or name. */
function columnNamed(node: SqlExpr, columns: readonly OutputColumn[], lowering: Lowering): Expr | null {
  if (node.kind === 'number') {
    const column = columns[Number(node.value) - 1];
    if (column === undefined) throw new SqlError(`There is no column ${node.value} to order by`, node);
    return column.expr;
  }
  if (node.kind !== 'column' || node.qualifier !== null) return null;
  const name = node.name.text;
  const found = columns.find((column) => column.name === name) ?? columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined && found.name !== name) lowering.rewrite(node, sparkName(found.name));
  return found?.expr ?? null;
}
