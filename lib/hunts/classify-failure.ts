import { assertNever } from '@/lib/base/assert-never';
import { operandsOf } from '@/lib/query/expr-tree';
import type { EventOfLeg } from '@/lib/query/execute/ask-events';
import type { Condition, Expr, Leg, LegId } from '@/lib/query/plan';
import type { ComparedReading } from './compared-reading';
import type { CauseKind, CodePlace } from './difference-shapes';
import { fieldsOf } from './event-needs';
import { withCasts, withoutCase } from './fold-expr';
import { fieldKey, type LegPairs } from './pair-legs';
import { legConditions, type PlacedKey, type PlanParts } from './plan-parts';
import type { RowFailure } from './row-failures';

/** What one row fails of the other reading, set against what its own reading asks of the same field. */
export interface Finding {
  readonly kind: CauseKind;
  readonly has: CodePlace | null;
  readonly lacks: CodePlace | null;
  readonly field: string | null;
  /** The value that decides; null: it is missing; undefined: there is no single one. */
  readonly value: string | null | undefined;
  /** The condition that fails says what must not be. */
  readonly excludes: boolean;
}

/** The reading that has the row, and the one that lacks it. */
export interface Comparison {
  readonly home: ComparedReading;
  readonly homeParts: PlanParts;
  readonly other: ComparedReading;
  readonly otherParts: PlanParts;
  readonly pairs: LegPairs;
}

export function classifyFailure(failure: RowFailure, comparison: Comparison): Finding {
  switch (failure.kind) {
    case 'condition':
      return failure.placed.legs.size > 1 ? tyingFinding(failure, comparison) : conditionFinding(failure, comparison);
    case 'key':
      return keyFinding(failure, comparison);
    case 'partner':
      return { ...NOTHING, kind: 'partner', lacks: legPlace(failure.leg, comparison) };
    default:
      return assertNever(failure);
  }
}

const NOTHING: Omit<Finding, 'kind'> = { has: null, lacks: null, field: null, value: undefined, excludes: false };

function conditionFinding({ placed, events }: Extract<RowFailure, { kind: 'condition' }>, comparison: Comparison): Finding {
  const { home, homeParts, other, otherParts, pairs } = comparison;
  const { condition, under } = placed;
  const lacks = conditionPlace(condition, legNameOf(otherParts, under));
  const fields = distinctFields(condition.expr);
  const ours = under === null ? undefined : pairs.get(under);
  const candidates = ours === undefined ? [] : legConditions(homeParts, ours).map((candidate) => candidate.condition);
  const counterpart = bestCounterpart(condition, candidates);
  const field = fields[0] ?? counterpart?.field ?? null;
  const has = counterpart && conditionPlace(counterpart.condition, legNameOf(homeParts, ours ?? null));
  const value = field === null ? undefined : valueOf(field, events, comparison);
  const found: Finding = { kind: 'filter', has, lacks, field: field && (field.found ?? field.name), value, excludes: isNegation(condition.expr) };
  if (fields.length > 0 && fields.every((read) => read.found === null)) return { ...found, kind: 'absent', value: undefined };
  if (counterpart === null || ours === undefined) return found;
  // A front end that knows a column's type writes a comparison that can never hold as False.
  if (fields.length === 0) return { ...found, kind: 'type' };
  if (value === null && fields.every((read) => valueOf(read, events, comparison) === null)) return { ...found, kind: 'missing' };
  const theirs = other.questions.holds(withoutCase(condition.expr), events) === true;
  const mine = home.questions.holds(withoutCase(counterpart.condition.expr), moved(events, under, ours)) === true;
  if (theirs === mine && theirs !== found.excludes) return { ...found, kind: 'case' };
  if (other.questions.holds(withCasts(condition.expr), events) === true) return { ...found, kind: 'type' };
  const asksPattern = [condition, counterpart.condition].some(({ expr }) => hasPattern(expr));
  return { ...found, kind: asksPattern ? 'pattern' : 'value' };
}

/** A condition that ties legs together. */
function tyingFinding({ placed, events }: Extract<RowFailure, { kind: 'condition' }>, comparison: Comparison): Finding {
  const { condition } = placed;
  const fields = distinctFields(condition.expr);
  const value = fields.map((field) => valueOf(field, events, comparison) ?? 'none').join(' · ');
  const has = tyingCounterpart(fields, comparison);
  return { ...NOTHING, kind: 'join', has, lacks: conditionPlace(condition, null), value, excludes: isNegation(condition.expr) };
}

function keyFinding({ placed, events }: Extract<RowFailure, { kind: 'key' }>, comparison: Comparison): Finding {
  const { key } = placed;
  const { questions, code } = comparison.other;
  const [left, right] = [questions.text(key.left, events), questions.text(key.right, events)];
  const fields = [...distinctFields(key.left), ...distinctFields(key.right)];
  const has = tyingCounterpart(fields, comparison);
  const found: Finding = { ...NOTHING, kind: 'join', has, lacks: keyPlace(placed, code), value: `${left ?? 'none'} · ${right ?? 'none'}` };
  if (has === null) return found;
  if (left === null && right === null) return { ...found, kind: 'missing', field: nameOf(fields[0]), value: null };
  return left !== null && right !== null && left.toLowerCase() === right.toLowerCase() ? { ...found, kind: 'case' } : found;
}

/** What ties the same fields together in the reading that has the row. */
function tyingCounterpart(fields: readonly FieldExpr[], { home, homeParts }: Comparison): CodePlace | null {
  const wanted = keysOf(fields);
  const isSame = (others: readonly FieldExpr[]): boolean => keysOf(others) === wanted;
  const key = homeParts.keys.find((placed) => isSame([...distinctFields(placed.key.left), ...distinctFields(placed.key.right)]));
  if (key) return keyPlace(key, home.code);
  const tying = homeParts.conditions.find(({ condition, legs }) => legs.size > 1 && isSame(distinctFields(condition.expr)));
  return tying ? conditionPlace(tying.condition, null) : null;
}

type FieldExpr = Extract<Expr, { kind: 'field' }>;

function keysOf(fields: readonly FieldExpr[]): string {
  return [...new Set(fields.map(fieldKey))].sort().join(' ');
}

function nameOf(field: FieldExpr | undefined): string | null {
  return field ? (field.found ?? field.name) : null;
}

/** The fields that an expression reads, each once for each leg. */
function distinctFields(expr: Expr): readonly FieldExpr[] {
  return [...new Map(fieldsOf(expr).map((field) => [`${field.leg} ${fieldKey(field)}`, field])).values()];
}

/** Of the conditions on one of the same fields, the one most alike: that excludes if this one does, and reads no other field. */
function bestCounterpart(condition: Condition, candidates: readonly Condition[]): { readonly condition: Condition; readonly field: FieldExpr } | null {
  const names = distinctFields(condition.expr).map(fieldKey);
  const text = condition.text.toLowerCase();
  const isShared = (field: FieldExpr): boolean => (names.length > 0 ? names.includes(fieldKey(field)) : text.includes(fieldKey(field)));
  const likeness = ({ expr }: Condition): number =>
    (isNegation(expr) === isNegation(condition.expr) ? 2 : 0) + (distinctFields(expr).every(isShared) ? 1 : 0);
  const sharing = candidates.flatMap((candidate) => {
    const field = distinctFields(candidate.expr).find(isShared);
    return field ? [{ condition: candidate, field }] : [];
  });
  return sharing.sort((a, b) => likeness(b.condition) - likeness(a.condition)).at(0) ?? null;
}

function isNegation(expr: Expr): boolean {
  if (expr.kind === 'not') return !isNegation(expr.operand);
  if (expr.kind === 'ifMissing') return isNegation(expr.operand);
  return expr.kind === 'compare' && expr.op === '!=';
}

function hasPattern(expr: Expr): boolean {
  if (expr.kind === 'like' || expr.kind === 'regex') return true;
  if (expr.kind === 'call' && (expr.fn === 'startswith' || expr.fn === 'endswith' || expr.fn === 'contains')) return true;
  return operandsOf(expr).some(hasPattern);
}

/** The field's value in the events of the other reading's legs; a field of this reading's leg is read there. */
function valueOf(field: FieldExpr, events: EventOfLeg, { home, other, pairs }: Comparison): string | null {
  if (events.has(field.leg)) return other.questions.text(field, events);
  const theirs = [...pairs].find(([leg, ours]) => ours === field.leg && events.has(leg))?.[0];
  return theirs === undefined ? null : home.questions.text(field, moved(events, theirs, field.leg));
}

function moved(events: EventOfLeg, from: LegId | null, to: LegId): EventOfLeg {
  const event = from === null ? undefined : events.get(from);
  return event === undefined ? new Map() : new Map([[to, event]]);
}

function conditionPlace({ text, span }: Condition, leg: string | null): CodePlace {
  return { text, span, leg };
}

/** A key is told by its words; its place is where they stand in the join. */
function keyPlace({ key, join }: PlacedKey, code: string): CodePlace {
  const at = code.indexOf(key.text, join.span.start);
  const isThere = at >= 0 && at + key.text.length <= join.span.end;
  return { text: key.text, span: isThere ? { start: at, end: at + key.text.length } : join.span, leg: null };
}

/** All that a leg asks for. */
function legPlace(leg: Leg, { other, otherParts }: Comparison): CodePlace {
  const spans = legConditions(otherParts, leg.id).map(({ condition }) => condition.span);
  const span = { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
  if (spans.length === 0) return { text: leg.alias, span: { start: 0, end: 0 }, leg: legName(leg) };
  return { text: other.code.slice(span.start, span.end), span, leg: legName(leg) };
}

/** Null where there is but one leg. */
function legNameOf({ legs }: PlanParts, id: LegId | null): string | null {
  const leg = legs.length > 1 ? legs.find((candidate) => candidate.id === id) : undefined;
  return leg ? legName(leg) : null;
}

/** 'c › b': b inside the sub-query c. */
export function legName(leg: Leg): string {
  return leg.path.join(' › ');
}
