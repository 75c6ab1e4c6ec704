import { meaningOnLeg } from '@/lib/query/expr-tree';
import type { Expr } from '@/lib/query/plan';

/**
 * Events that meet conditions, in the order written. The legs of a hunt begin alike (a channel, then an event ID), and those that share
 * a selection ask the same only once.
 *
 *   all ─ Channel = Security ─┬─ EventID = 5140 ─ ShareName LIKE '%C$'
 *                             └─ EventID = 5145
 */
export class Selections {
  private readonly narrower = new Map<string, Selections>();

  /** Event rows, ascending; null: all. */
  constructor(readonly rows: Uint32Array | null = null) {}

  /** Those of them that meet one more condition, which reads no other leg; `choose` finds them where nobody has asked before. */
  where(condition: Expr, choose: () => Uint32Array): Selections {
    const meaning = meaningOnLeg(condition);
    let selection = this.narrower.get(meaning);
    if (selection === undefined) this.narrower.set(meaning, (selection = new Selections(choose())));
    return selection;
  }
}
