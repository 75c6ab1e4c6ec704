import type { LegId } from '@/lib/query/plan';
import { countScans } from './plan-legs';
import { LegRenaming } from './rename-legs';
import type { Frame } from './values';

/**
 * The frame with legs of its own, named by the variable that holds it, so that it can stand in a plan twice (merged with itself).
 * `nested`: several legs are also named by the frame that they are part of.
 */
export function withOwnLegs(frame: Frame, newLeg: () => LegId, nested: boolean): Frame {
  const { name } = frame;
  const single = countScans(frame.plan) === 1;
  const renaming = new LegRenaming(newLeg, (leg) => {
    if (name === null || (!single && !nested)) return leg;
    return single ? { ...leg, alias: name, path: [name] } : { ...leg, path: [name, ...leg.path] };
  });
  const plan = renaming.plan(frame.plan);
  return { ...frame, plan, columns: frame.columns.map((column) => ({ ...column, expr: renaming.expr(column.expr) })), dataset: frame.dataset === null ? null : renaming.id(frame.dataset) };
}
