import { assertNever } from '@/lib/base/assert-never';
import type { Expr, ScalarFunction } from '@/lib/query/plan';
import type { SqlExpr } from './ast';
import { stringValue } from './backslashes';
import { AGGREGATES, SCALAR_FUNCTIONS } from './functions';
import { type GroupingScope, hasAggregate, isAggregate } from './grouping-scope';
import { type StringUse, lowerString } from './lower-string';
import type { Lowering } from './lowering';
import { type ScopeEntry, resolveColumn } from './scope';
import { SqlError } from './token-cursor';

/** Where an expression stands: what its names may mean, and after GROUP BY what a group has. */
export interface Place {
  readonly scope: readonly ScopeEntry[];
  readonly grouping: GroupingScope | null;
  /** What the place is called in an error about an aggregate that cannot stand there. */
  readonly clause: string;
}

type CallNode = Extract<SqlExpr, { kind: 'call' }>;

/** @throws SqlError */
export function lowerExpr(node: SqlExpr, place: Place, lowering: Lowering): Expr {
  if (place.grouping === null) return lowerNode(node, place, lowering);
  if (isAggregate(node)) return lowerAggregate(node, place, place.grouping, lowering);
  if (!hasAggregate(node)) {
    const whole = lowerNode(node, { ...place, grouping: null }, lowering);
    const key = place.grouping.key(whole);
    if (key !== null) return key;
    if (place.grouping.isConstant(whole)) return whole;
    if (node.kind === 'column') throw new SqlError(`${lowering.source(node)} is neither in GROUP BY nor inside an aggregate`, node);
  }
  return lowerNode(node, place, lowering);
}

function lowerNode(node: SqlExpr, place: Place, lowering: Lowering): Expr {
  const lower = (operand: SqlExpr): Expr => lowerExpr(operand, place, lowering);
  const span = { start: node.start, end: node.end };
  const negatedIf = (negated: boolean, operand: Expr): Expr => (negated ? { kind: 'not', operand, span } : operand);
  switch (node.kind) {
    case 'column':
      return resolveColumn(node, place.scope, lowering);
    case 'string':
      return lowerString(node, 'text', lowering);
    case 'number':
    case 'constant':
      return { kind: 'literal', value: node.value, span };
    case 'compare': {
      noteStringOperand(node.left, lowering);
      const [left, right] = [lower(node.left), lower(node.right)];
      if (node.op === '<=>') return nullSafeEqual(left, right, span);
      return { kind: 'compare', op: node.op, left, right, typing: 'cast', span };
    }
    case 'and':
    case 'or':
      return { kind: node.kind, operands: node.operands.map(lower), span };
    case 'not':
      return { kind: 'not', operand: lower(node.operand), span };
    case 'is-null':
      noteStringOperand(node.operand, lowering);
      return negatedIf(node.negated, { kind: 'isNull', operand: lower(node.operand), span });
    case 'like':
    case 'ilike':
    case 'rlike':
      noteStringOperand(node.operand, lowering);
      return negatedIf(node.negated, lowerMatch(node, lower, lowering));
    case 'in':
      noteStringOperand(node.operand, lowering);
      return negatedIf(node.negated, { kind: 'in', operand: lower(node.operand), options: node.options.map(lower), typing: 'cast', span });
    case 'between': {
      noteStringOperand(node.operand, lowering);
      const [operand, low, high] = [lower(node.operand), lower(node.low), lower(node.high)];
      const from: Expr = { kind: 'compare', op: '>=', left: operand, right: low, typing: 'cast', span };
      const to: Expr = { kind: 'compare', op: '<=', left: operand, right: high, typing: 'cast', span };
      return negatedIf(node.negated, { kind: 'and', operands: [from, to], span });
    }
    case 'case': {
      const subject = node.subject === null ? null : lower(node.subject);
      const test = (when: Expr): Expr => (subject === null ? when : { kind: 'compare', op: '=', left: subject, right: when, typing: 'cast', span: when.span });
      const branches = node.branches.map(({ when, then }) => ({ when: test(lower(when)), then: lower(then) }));
      return { kind: 'case', branches, otherwise: node.otherwise === null ? nothing(span) : lower(node.otherwise), span };
    }
    case 'cast':
      return lowerCast(node, lower, lowering);
    case 'arithmetic':
      if (node.op === '||') return { kind: 'call', fn: 'concat', args: [lower(node.left), lower(node.right)], span };
      return { kind: 'arithmetic', op: node.op, left: lower(node.left), right: lower(node.right), span };
    case 'negate':
      return { kind: 'arithmetic', op: '-', left: { kind: 'literal', value: 0, span }, right: lower(node.operand), span };
    case 'subscript':
      return lowerSubscript(lower(node.operand), lower(node.index), span);
    case 'call':
      return lowerCall(node, place, lower, lowering);
    default:
      return assertNever(node);
  }
}

function nothing(span: Expr['span']): Expr {
  return { kind: 'literal', value: null, span };
}

/** `<=>`: equal, or both missing; never missing itself. */
function nullSafeEqual(left: Expr, right: Expr, span: Expr['span']): Expr {
  const equal: Expr = { kind: 'ifMissing', operand: { kind: 'compare', op: '=', left, right, typing: 'cast', span }, value: false, span };
  const bothMissing: Expr = { kind: 'and', operands: [{ kind: 'isNull', operand: left, span }, { kind: 'isNull', operand: right, span }], span };
  return { kind: 'or', operands: [equal, bothMissing], span };
}

/** Spark's `[n]` gives nothing for a negative n, where the plan would count from the end. */
function lowerSubscript(operand: Expr, index: Expr, span: Expr['span']): Expr {
  const subscript: Expr = { kind: 'subscript', operand, index, span };
  if (index.kind === 'literal' && typeof index.value === 'number' && index.value >= 0) return subscript;
  const inside: Expr = { kind: 'compare', op: '>=', left: index, right: { kind: 'literal', value: 0, span }, typing: 'cast', span };
  return { kind: 'case', branches: [{ when: inside, then: subscript }], otherwise: nothing(span), span };
}

type MatchNode = Extract<SqlExpr, { kind: 'like' | 'ilike' | 'rlike' }>;

function lowerMatch(node: MatchNode, lower: (operand: SqlExpr) => Expr, lowering: Lowering): Expr {
  const span = { start: node.start, end: node.end };
  const operand = lower(node.operand);
  const pattern = lowerAs(node.kind === 'rlike' ? 'regex' : 'like', node.pattern, lower, lowering);
  if (node.kind === 'rlike') return { kind: 'regex', operand, pattern, dialect: 'java', span };
  const folded = (expr: Expr): Expr => (node.kind === 'ilike' ? { kind: 'call', fn: 'lower', args: [expr], span: expr.span } : expr);
  return { kind: 'like', operand: folded(operand), pattern: folded(pattern), span };
}

/** @throws SqlError for a pattern that cannot be carried out */
function lowerAs(use: StringUse, node: SqlExpr, lower: (operand: SqlExpr) => Expr, lowering: Lowering): Expr {
  return node.kind === 'string' ? lowerString(node, use, lowering) : lower(node);
}

const CAST_TYPES: Readonly<Record<string, Extract<Expr, { kind: 'cast' }>['to']>> = {
  string: 'string', varchar: 'string', char: 'string', int: 'int', integer: 'int', bigint: 'bigint', long: 'bigint',
  double: 'double', float: 'double', real: 'double', boolean: 'boolean', timestamp: 'timestamp',
};

function lowerCast(node: Extract<SqlExpr, { kind: 'cast' }>, lower: (operand: SqlExpr) => Expr, lowering: Lowering): Expr {
  const span = { start: node.start, end: node.end };
  const name = node.to.text.toLowerCase();
  if (name === 'date') return { kind: 'call', fn: 'date', args: [lower(node.operand)], span };
  const to = CAST_TYPES[name];
  if (to === undefined) throw new SqlError(`CAST to ${node.to.text} is not supported; there is ${Object.keys(CAST_TYPES).join(', ')}, date`, node.to);
  // Spark wants a length with them.
  if (name === 'varchar' || name === 'char') lowering.rewrite(node.to, 'STRING');
  return { kind: 'cast', operand: lower(node.operand), to, span };
}

const SECOND_ARGUMENTS: Readonly<Partial<Record<ScalarFunction, StringUse>>> = { split: 'separator', regexp_extract: 'regex', regexp_replace: 'regex' };

function lowerCall(node: CallNode, place: Place, lower: (operand: SqlExpr) => Expr, lowering: Lowering): Expr {
  const name = node.name.text.toLowerCase();
  const span = { start: node.start, end: node.end };
  if (AGGREGATES.has(name)) throw new SqlError(`${node.name.text} is an aggregate and cannot stand in ${place.clause}`, node);
  if (node.distinct || node.star) throw new SqlError(`${node.name.text} takes no ${node.star ? '*' : 'DISTINCT'}`, node);
  node.args.forEach((arg) => noteStringArgument(name, arg, node.args[0], lowering));
  const args = node.args;
  if (name === 'if') {
    checkCount(node, 3, 3);
    return { kind: 'case', branches: [{ when: lower(args[0]), then: lower(args[1]) }], otherwise: lower(args[2]), span };
  }
  if (name === 'isnull' || name === 'isnotnull') {
    checkCount(node, 1, 1);
    const isNull: Expr = { kind: 'isNull', operand: lower(args[0]), span };
    return name === 'isnull' ? isNull : { kind: 'not', operand: isNull, span };
  }
  if (name === 'rlike' || name === 'regexp_like') {
    checkCount(node, 2, 2);
    return { kind: 'regex', operand: lower(args[0]), pattern: lowerAs('regex', args[1], lower, lowering), dialect: 'java', span };
  }
  const signature = SCALAR_FUNCTIONS.get(name);
  if (signature === undefined) throw new SqlError(`The function ${node.name.text} is not supported`, node.name);
  checkCount(node, signature.least, signature.most);
  if (signature.fn === 'unix_timestamp' || signature.fn === 'unix_millis') asMoment(args[0], lowering);
  const second = SECOND_ARGUMENTS[signature.fn] ?? 'text';
  const lowered = args.map((arg, at) => (at === 1 ? lowerAs(second, arg, lower, lowering) : lower(arg)));
  return { kind: 'call', fn: signature.fn, args: lowered, span };
}

/** Spark's UNIX_MILLIS takes no text, and its UNIX_TIMESTAMP only text without `T` and zone. */
function asMoment(arg: SqlExpr, lowering: Lowering): void {
  if (arg.kind === 'cast' || (arg.kind === 'call' && /^(?:to_)?timestamp$/i.test(arg.name.text))) return;
  lowering.rewrite({ start: arg.start, end: arg.start }, 'CAST(');
  lowering.rewrite({ start: arg.end, end: arg.end }, ' AS TIMESTAMP)');
}

function checkCount(node: CallNode, least: number, most: number): void {
  const count = node.args.length;
  if (count >= least && count <= most) return;
  const wanted = most === Infinity ? `at least ${least}` : least === most ? String(least) : `${least} to ${most}`;
  throw new SqlError(`${node.name.text} takes ${wanted} argument${wanted === '1' ? '' : 's'}, not ${count}`, node);
}

function lowerAggregate(node: CallNode, place: Place, grouping: GroupingScope, lowering: Lowering): Expr {
  const span = { start: node.start, end: node.end };
  const fn = AGGREGATES.get(node.name.text.toLowerCase());
  if (fn === undefined) throw new SqlError(`The function ${node.name.text} is not supported`, node.name);
  if (node.star) {
    if (fn !== 'count') throw new SqlError(`${node.name.text} takes no *`, node);
    return grouping.aggregate({ fn, of: null, distinct: false }, span);
  }
  if (node.args.length > 1 && fn === 'count') throw new SqlError(`${node.name.text} of several columns is not supported; count a CONCAT of them`, node);
  checkCount(node, 1, 1);
  if (node.args.some(hasAggregate)) throw new SqlError('An aggregate inside an aggregate is not supported', node);
  noteStringOperand(node.args[0], lowering);
  const of = lowerExpr(node.args[0], { ...place, grouping: null, clause: 'an aggregate' }, lowering);
  return grouping.aggregate({ fn, of, distinct: node.distinct }, span);
}

/** A string where a column would be expected, spelled as a column is: it stays a string, as written. */
export function noteStringOperand(node: SqlExpr, lowering: Lowering): void {
  if (node.kind !== 'string') return;
  const value = stringValue(node.raw, node.quote);
  if (!value.startsWith('@') && lowering.schema.resolve(value).how !== 'exact') return;
  lowering.warn('string-not-column', `${lowering.source(node)} is a string; for the column write \`${value}\``, node);
}

/** The first argument is what a function works on; concat and coalesce may well mix in strings. */
function noteStringArgument(name: string, arg: SqlExpr, first: SqlExpr, lowering: Lowering): void {
  if (arg === first && name !== 'concat') noteStringOperand(arg, lowering);
}
