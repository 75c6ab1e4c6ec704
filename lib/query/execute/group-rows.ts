import type { AggregateCall, AggregatePlan, Expr } from '@/lib/query/plan';
import { newAggregator, type Aggregator } from './aggregators';
import { type Evaluate, compileExpr } from './compile-expr';
import type { Environment } from './environment';
import { type Grouping, groupBy, takenTogether } from './grouping';
import { checkHeld } from './limits';
import { collectSubtrees } from './lineage';
import { isMixedField } from './mixed-field';
import { type Origin, type Relation, singleNode } from './relation';
import { rowCountOf, rowIndexOf } from './row-index';
import { type Value, textOf } from './value';

/** GROUP BY: a row a group, made of key values and aggregates. Without keys all rows are one group, even where there are none. */
export function aggregateRows(relation: Relation, plan: AggregatePlan, environment: Environment): Relation {
  const columns: Value[][] = [...plan.keys, ...plan.aggregates].map(() => []);
  environment.made.set(plan.leg, (index, row) => columns[index][row]);
  if (plan.keys.length === 0 && plan.aggregates.every(({ fn, of }) => fn === 'count' && of === null)) return countOnly(relation, plan, columns);
  const keys = plan.keys.map((key) => compileExpr(key, environment));
  const operands = plan.aggregates.map((call) => operandOf(call, environment));
  const aggregators: Aggregator[][] = [];
  const open = (): void => void aggregators.push(plan.aggregates.map(newAggregator));
  if (plan.keys.length === 0) open();
  const where = { step: 'GROUP BY', span: spanOfAll([...plan.keys, ...plan.aggregates.flatMap(({ of }) => of ?? [])]) };
  let listed = 0;
  const visitRows = (batch: readonly number[]): Grouping => {
    const calls = batch.map((at) => plan.aggregates[at]);
    const lists = calls.filter(({ fn, distinct }) => fn === 'collect_list' && !distinct).length;
    const read = calls.flatMap(({ of }) => of ?? []);
    return groupBy(relation, plan.keys, read, environment, where, (group, ids, times) => {
      if (lists > 0) checkHeld((listed += lists * times), 'COLLECT_LIST', where.span);
      if (group === aggregators.length) open();
      if (group === columns[0]?.length) keys.forEach((key, at) => columns[at].push(key(ids)));
      for (const at of batch) aggregators[group][at].add(operands[at](ids), times);
    });
  };
  const all = plan.aggregates.map((_call, at) => at);
  // Of many rows each aggregate is asked alone: the less is read of a row, the more rows are alike.
  const [first = [], ...rest] = takenTogether(relation) ? all.map((at) => [at]) : [all];
  const grouping = visitRows(first);
  rest.forEach(visitRows);
  for (const group of aggregators) group.forEach((aggregator, at) => columns[plan.keys.length + at].push(aggregator.result()));
  const origin: Origin = {
    collect: (group, add) => {
      if (group < grouping.count) grouping.collect(group, add);
    },
  };
  return singleNode({ size: aggregators.length, slots: [{ leg: plan.leg, ids: null, lineage: origin }] });
}

function operandOf({ fn, of, distinct }: AggregateCall, environment: Environment): Evaluate {
  if (of === null) return () => null;
  const evaluate = compileExpr(of, environment);
  const asText = (fn === 'min' || fn === 'max' || (fn === 'count' && distinct)) && isMixedField(of, environment);
  return asText ? (ids) => textOf(evaluate(ids)) : evaluate;
}

/** COUNT(*) of everything needs no row to be looked at. */
function countOnly(relation: Relation, plan: AggregatePlan, columns: Value[][]): Relation {
  for (const column of columns) column.push(rowCountOf(relation));
  const origin: Origin = { collect: (_group, add) => collectSubtrees(relation, rowsMet(relation), add) };
  return singleNode({ size: 1, slots: [{ leg: plan.leg, ids: null, lineage: origin }] });
}

/** The rows of the first node that stand in any row of the relation. */
function* rowsMet(relation: Relation): Iterable<number> {
  const index = rowIndexOf(relation);
  for (let row = 0; row < relation.nodes[0].size; row++) if (index.weight(0, row) > 0) yield row;
}

/** DISTINCT: the first row of each group, which stands for all of them. */
export function distinctRows(relation: Relation, by: readonly Expr[], environment: Environment): Relation {
  const where = { step: 'DISTINCT', span: spanOfAll(by) };
  const grouping = groupBy(relation, by, [], environment, where, () => undefined);
  const first = grouping.firsts.node();
  const slots = first.slots.map((slot) => ({ ...slot, lineage: 'none' as const }));
  const origin: Origin = { collect: grouping.collect };
  return singleNode({ size: first.size, slots: [...slots, { leg: null, ids: null, lineage: origin }] });
}

export function spanOfAll(exprs: readonly Expr[]): Expr['span'] {
  if (exprs.length === 0) return { start: 0, end: 0 };
  return { start: Math.min(...exprs.map(({ span }) => span.start)), end: Math.max(...exprs.map(({ span }) => span.end)) };
}
