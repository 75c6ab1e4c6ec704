import type { RowId } from '@/lib/base/row-id';
import { legsOf } from '@/lib/query/expr-tree';
import type { Condition, JoinPlan, Leg, LegId } from '@/lib/query/plan';
import type { LineageLeg } from '@/lib/query/result-table';
import { compileExpr, textEvaluator } from './compile-expr';
import { type ConditionOnEvent, conditionOn, fieldsRead } from './condition-on';
import { type Environment, type Ids, newIds } from './environment';
import { TooManyEvents, rowsWithEvent } from './event-in-rows';
import type { JoinDone } from './funnel-recorder';
import { joinRows } from './join';
import { collectNodeRows } from './lineage';
import type { PlanTrace, TracedLeg } from './plan-trace';
import { type Relation, MISSING } from './relation';
import { rowCountOf } from './row-index';
import { rowReader } from './row-reader';
import { scannedLegs } from './run-plan';
import { booleanOf } from './value';

/** What one leg of a query says to one event. */
export interface EventInLeg {
  readonly leg: Leg;
  /** In the order of the funnel. */
  readonly conditions: readonly (ConditionOnEvent & { readonly condition: Condition })[];
  /** How many of them do not hold. */
  readonly failed: number;
  /** Where the event ended; null where it failed a condition. */
  readonly end: EventEnd | null;
}

export type EventEnd =
  /** `samples`: the events behind the first of its rows. */
  | { readonly kind: 'in-result'; readonly rows: number; readonly samples: readonly (readonly LineageLeg[])[] }
  /** Its key met nothing: `keys` are its own values. */
  | { readonly kind: 'no-partner'; readonly join: JoinPlan; readonly keys: readonly KeyText[] }
  /** Its key met, but none of the pairs meets the join's other conditions. */
  | { readonly kind: 'pairs-dropped'; readonly join: JoinPlan; readonly pairs: number; readonly conditions: readonly ConditionOnRow[] }
  /** An anti join takes away what has a partner, and it has one; or it is such a partner. */
  | { readonly kind: 'taken-away'; readonly join: JoinPlan; readonly keys: readonly KeyText[] }
  | { readonly kind: 'takes-away'; readonly join: JoinPlan }
  | { readonly kind: 'dropped'; readonly text: string; readonly rows: number; readonly condition: ConditionOnRow | null }
  /** Too many rows to look through. */
  | { readonly kind: 'unknown' };

export interface KeyText {
  readonly text: string;
  readonly value: string | null;
}

/** What the first of an event's rows says to a condition over joined rows. */
export interface ConditionOnRow extends ConditionOnEvent {
  readonly condition: Condition;
}

const MOST_SAMPLES = 5;

/** `trace` is asked for only where the event meets all that its leg asks. @throws QueryFailure for a pattern that cannot be read */
export function explainEvent(outline: PlanTrace, trace: () => PlanTrace, event: RowId): readonly EventInLeg[] {
  return outline.legs.map(({ leg, conditions }) => {
    const answers = conditionsOnEvent({ leg, conditions }, event, outline);
    const failed = answers.filter(({ holds }) => holds !== true).length;
    return { leg, conditions: answers, failed, end: failed > 0 ? null : endOf(trace(), leg, event) };
  });
}

export function conditionsOnEvent({ conditions }: TracedLeg, event: RowId, { environment }: PlanTrace): EventInLeg['conditions'] {
  return conditions.map((condition) => ({ condition, ...conditionOn(condition, event, environment.table) }));
}

function endOf(trace: PlanTrace, leg: Leg, event: RowId): EventEnd {
  try {
    for (const stage of trace.stages) {
      const end = stage.kind === 'join' ? endAtJoin(stage.join, trace, leg, event) : endAtStep(stage.step, trace, leg, event);
      if (end !== null) return end;
    }
    const rows = trace.rows && rowsWithEvent(trace.rows, leg.id, event);
    return rows === null ? { kind: 'unknown' } : inResult(rows, trace);
  } catch (error) {
    if (error instanceof TooManyEvents) return { kind: 'unknown' };
    throw error;
  }
}

function inResult(rows: Relation, { environment, legs }: PlanTrace): EventEnd {
  const count = rowCountOf(rows);
  const reader = rowReader(rows, environment);
  const samples = Array.from({ length: Math.min(count, MOST_SAMPLES) }, (_, row) => lineageOf(rows, reader.nodeRows(row), legs.map(({ leg }) => leg)));
  return { kind: 'in-result', rows: count, samples };
}

/** The events behind a choice of node rows, by leg. */
export function lineageOf(rows: Relation, nodeRows: Int32Array, legs: readonly Leg[]): LineageLeg[] {
  const events = new Map<number, Set<RowId>>(legs.map(({ id }) => [id, new Set()]));
  collectNodeRows(rows, nodeRows, (leg, event) => events.get(leg)?.add(event));
  return legs.map((leg) => ({ leg, events: [...(events.get(leg.id) ?? [])] }));
}

function endAtJoin(done: JoinDone, { environment }: PlanTrace, leg: Leg, event: RowId): EventEnd | null {
  const { plan, left, right, rows, residual } = done;
  const side = sideOf(plan, leg);
  if (side === null) return null;
  const own = rowsWithEvent(side === 'left' ? left : right, leg.id, event);
  // It was dropped below this join, in a branch that another stage told of.
  if (own === null) return null;
  if (plan.how === 'anti' && side === 'right') return { kind: 'takes-away', join: plan };
  if (rowsWithEvent(rows, leg.id, event) !== null) return null;
  if (plan.how === 'anti') return { kind: 'taken-away', join: plan, keys: keyTexts(plan, side, own, environment) };
  const byKeys = { ...plan, how: 'inner' as const, residual: [] };
  const pairs = residual.length === 0 ? null : side === 'left' ? joinRows(own, right, byKeys, environment) : joinRows(left, own, byKeys, environment);
  if (pairs === null || rowCountOf(pairs) === 0) return { kind: 'no-partner', join: plan, keys: keyTexts(plan, side, own, environment) };
  const conditions = residual.map((condition) => conditionOnRow(condition, pairs, environment));
  return { kind: 'pairs-dropped', join: plan, pairs: rowCountOf(pairs), conditions };
}

function sideOf({ left, right }: JoinPlan, leg: Leg): 'left' | 'right' | null {
  if (scannedLegs(left).some(({ id }) => id === leg.id)) return 'left';
  return scannedLegs(right).some(({ id }) => id === leg.id) ? 'right' : null;
}

function endAtStep(step: PlanTrace['steps'][number], { environment }: PlanTrace, leg: Leg, event: RowId): EventEnd | null {
  const { before, after } = step.rows ?? { before: null, after: null };
  if (before === null || after === null) return null;
  const own = rowsWithEvent(before, leg.id, event);
  if (own === null || rowsWithEvent(after, leg.id, event) !== null) return null;
  const condition = step.condition && conditionOnRow(step.condition, own, environment);
  return { kind: 'dropped', text: step.text, rows: rowCountOf(own), condition };
}

function keyTexts({ keys }: JoinPlan, side: 'left' | 'right', own: Relation, environment: Environment): KeyText[] {
  const ids = rowReader(own, environment).load(0);
  return keys.map((key) => ({ text: key.text, value: textEvaluator(key[side], environment)(ids) }));
}

/** What the events of one row say to the conditions over several legs; those over a leg with more or fewer events than one are left out. */
export function conditionsOnRow({ stages, environment }: PlanTrace, lineage: readonly LineageLeg[]): ConditionOnRow[] {
  const ids = newIds(environment).fill(MISSING);
  const single = new Set<LegId>();
  for (const { leg, events } of lineage) {
    if (events.length !== 1) continue;
    single.add(leg.id);
    ids[leg.id] = events[0];
  }
  const conditions = stages.flatMap((stage) => (stage.kind === 'join' ? stage.join.residual : (stage.step.condition ?? [])));
  return conditions.filter(({ expr }) => [...legsOf(expr)].every((leg) => single.has(leg))).map((condition) => conditionOnIds(condition, ids, environment));
}

/** A condition over several legs, on the relation's first row. */
function conditionOnRow(condition: Condition, rows: Relation, environment: Environment): ConditionOnRow {
  return conditionOnIds(condition, rowReader(rows, environment).load(0), environment);
}

function conditionOnIds(condition: Condition, ids: Ids, environment: Environment): ConditionOnRow {
  const holds = booleanOf(compileExpr(condition.expr, environment)(ids));
  const values = fieldsRead(condition.expr).map((field) => ({
    field: field.found ?? field.name,
    value: ids[field.leg] === MISSING ? null : textEvaluator(field, environment)(ids),
  }));
  return { condition, holds, missing: holds !== true && values.some(({ value }) => value === null), values };
}
