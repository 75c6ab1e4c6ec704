import { assertNever } from '@/lib/base/assert-never';
import { legsOf } from '@/lib/query/expr-tree';
import type { Condition, JoinPlan, Leg, LegId, Plan } from '@/lib/query/plan';
import type { Environment } from './environment';
import { filterRows, flatten, nodeRowsWhere } from './filter';
import type { PlanRecorder } from './funnel-recorder';
import { aggregateRows, distinctRows } from './group-rows';
import { joinRows } from './join';
import { type Node, type Relation, singleNode } from './relation';
import { rowCountOf } from './row-index';
import { Selections } from './selections';
import { sortRows } from './sort-rows';
import { unionRows } from './union-rows';

/** The rows of a plan. `wanted` are conditions from above it, brought down as far as their meaning allows. @throws QueryFailure */
export function runPlan(plan: Plan, wanted: readonly Condition[], environment: Environment, recorder: PlanRecorder): Relation {
  const run = (input: Plan, conditions: readonly Condition[] = []): Relation => runPlan(input, conditions, environment, recorder);
  const finish = (rows: Relation, text: string, before: Relation | null = null): Relation => {
    recorder.step({ text, span: null, condition: null, left: rowCountOf(rows), rows: recorder.takesRows ? { before, after: rows } : null });
    return filterHere(rows, wanted, environment, recorder);
  };
  switch (plan.kind) {
    case 'scan':
      return scan(plan.leg, wanted, environment, recorder);
    case 'filter':
      return run(plan.input, [...plan.conditions, ...wanted]);
    case 'join':
      return join(plan, wanted, environment, recorder);
    case 'distinct':
      return finish(distinctRows(run(plan.input), plan.by, environment), 'DISTINCT');
    case 'aggregate':
      return finish(aggregateRows(run(plan.input), plan, environment), 'GROUP BY');
    case 'sort':
      return filterHere(sortRows(run(plan.input), plan.by, environment), wanted, environment, recorder);
    case 'limit': {
      const rows = run(plan.input);
      return finish(limit(rows, plan.count), `LIMIT ${plan.count}`, rows);
    }
    case 'union':
      return finish(
        unionRows(
          plan.inputs.map((input) => run(input)),
          plan,
          environment,
        ),
        'UNION ALL',
      );
    default:
      return assertNever(plan);
  }
}

function scan(leg: Leg, conditions: readonly Condition[], environment: Environment, recorder: PlanRecorder): Relation {
  const { rowCount } = environment.table;
  recorder.scan(leg, rowCount, conditions);
  const nodeOf = ({ rows }: Selections): Node => ({ size: rows?.length ?? rowCount, slots: [{ leg: leg.id, ids: rows, lineage: 'event' }] });
  let selection = environment.shared?.selections ?? new Selections();
  for (const condition of conditions) {
    const { rows } = selection;
    const node = nodeOf(selection);
    selection = selection.where(condition.expr, () => {
      const kept = nodeRowsWhere(node, condition.expr, environment);
      return rows === null ? kept : kept.map((at) => rows[at]);
    });
    recorder.legStep(condition, nodeOf(selection).size);
  }
  return singleNode(nodeOf(selection));
}

function join(plan: JoinPlan, wanted: readonly Condition[], environment: Environment, recorder: PlanRecorder): Relation {
  const rightLegs = new Set(scannedLegs(plan.right).map(({ id }) => id));
  for (const id of madeLegs(plan.right)) rightLegs.add(id);
  const sideOf = (condition: Condition): 'left' | 'right' | 'both' => {
    const legs = [...legsOf(condition.expr)];
    if (!legs.some((leg) => rightLegs.has(leg))) return 'left';
    return legs.every((leg) => rightLegs.has(leg)) ? 'right' : 'both';
  };
  const inner = plan.how === 'inner';
  // ON … may narrow the left side only where an unmatched left row goes anyway; WHERE may narrow the right only where rows must match.
  const onLeft = (condition: Condition): boolean => sideOf(condition) === 'left' && (inner || plan.how === 'semi');
  const onRight = (condition: Condition): boolean => sideOf(condition) === 'right';
  const whereLeft = (condition: Condition): boolean => sideOf(condition) === 'left';
  const whereRight = (condition: Condition): boolean => sideOf(condition) === 'right' && inner;
  const left = runPlan(plan.left, [...plan.residual.filter(onLeft), ...wanted.filter(whereLeft)], environment, recorder);
  const right = runPlan(plan.right, [...plan.residual.filter(onRight), ...wanted.filter(whereRight)], environment, recorder);
  const residual = plan.residual.filter((condition) => !onLeft(condition) && !onRight(condition));
  const rows = joinRows(left, right, { ...plan, residual }, environment);
  recorder.join(
    {
      text: plan.text,
      span: plan.span,
      leftLegs: scannedLegs(plan.left),
      rightLegs: scannedLegs(plan.right),
      leftRows: rowCountOf(left),
      rightRows: rowCountOf(right),
      pairs: rowCountOf(rows),
    },
    { plan, residual, left, right, rows },
  );
  return filterHere(
    rows,
    wanted.filter((condition) => !whereLeft(condition) && !whereRight(condition)),
    environment,
    recorder,
  );
}

function filterHere(rows: Relation, conditions: readonly Condition[], environment: Environment, recorder: PlanRecorder): Relation {
  const told = (of: readonly Condition[], before: Relation): Relation =>
    filterRows(before, of, environment, (condition, left, after) => {
      const { text, span } = condition;
      recorder.step({ text, span, condition, left, rows: recorder.takesRows && after ? { before, after } : null });
    });
  // Together, conditions over joined rows hold only what all of them keep.
  return recorder.takesRows ? conditions.reduce((before, condition) => told([condition], before), rows) : told(conditions, rows);
}

function limit(rows: Relation, count: number): Relation {
  return rowCountOf(rows) <= count ? rows : flatten(rows, `LIMIT ${count}`, { start: 0, end: 0 }, count);
}

/** The dataset's occurrences in a plan, in the order in which they are written. */
export function scannedLegs(plan: Plan): readonly Leg[] {
  if (plan.kind === 'scan') return [plan.leg];
  if (plan.kind === 'join') return [...scannedLegs(plan.left), ...scannedLegs(plan.right)];
  if (plan.kind === 'union') return plan.inputs.flatMap(scannedLegs);
  return scannedLegs(plan.input);
}

/** The legs of rows that a plan makes. */
export function madeLegs(plan: Plan): readonly LegId[] {
  if (plan.kind === 'scan') return [];
  if (plan.kind === 'join') return [...madeLegs(plan.left), ...madeLegs(plan.right)];
  if (plan.kind === 'union') return [plan.leg, ...plan.inputs.flatMap(madeLegs)];
  return plan.kind === 'aggregate' ? [plan.leg, ...madeLegs(plan.input)] : madeLegs(plan.input);
}

/** Greater than any leg's id. */
export function legCountOf(plan: Plan): number {
  return 1 + Math.max(-1, ...scannedLegs(plan).map(({ id }) => id), ...madeLegs(plan));
}
