import type { Plan } from '@/lib/query/plan';
import { compileExpr } from './compile-expr';
import type { Environment } from './environment';
import { checkHeld } from './limits';
import { collectRow } from './lineage';
import { type Relation, singleNode } from './relation';
import { rowCountOf } from './row-index';
import { rowReader } from './row-reader';

type UnionPlan = Extract<Plan, { kind: 'union' }>;

/** UNION ALL: the rows of the inputs, one input after the other. Values are computed when asked for. */
export function unionRows(inputs: readonly Relation[], plan: UnionPlan, environment: Environment): Relation {
  const parts = inputs.map((relation, at) => ({
    relation,
    reader: rowReader(relation, environment),
    columns: plan.columns[at].map(({ expr }) => compileExpr(expr, environment)),
  }));
  const starts = [0];
  for (const relation of inputs) starts.push(starts[starts.length - 1] + rowCountOf(relation));
  const size = starts[starts.length - 1];
  checkHeld(size, 'UNION ALL', plan.columns[0][0]?.expr.span ?? { start: 0, end: 0 });
  const partOf = (row: number): number => starts.findLastIndex((start) => start <= row);
  environment.made.set(plan.leg, (index, row) => {
    const part = partOf(row);
    return parts[part].columns[index](parts[part].reader.load(row - starts[part]));
  });
  const origin = {
    collect: (row: number, add: Parameters<typeof collectRow>[2]) => {
      const part = partOf(row);
      collectRow(parts[part].relation, row - starts[part], add);
    },
  };
  return singleNode({ size, slots: [{ leg: plan.leg, ids: null, lineage: origin }] });
}
