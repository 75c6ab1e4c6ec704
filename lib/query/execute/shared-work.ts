import type { CodedValues } from '@/lib/events/event-table';
import { meaningOnLeg } from '@/lib/query/expr-tree';
import type { Expr } from '@/lib/query/plan';
import { Selections } from './selections';
import type { Value } from './value';

/** What queries over one dataset that are run together, as those of a hunt, need not do twice. */
export class SharedWork {
  readonly selections = new Selections();
  private readonly values = new Map<CodedValues, Map<string, (Value | undefined)[]>>();

  /** By code, what is known of an expression over one field; whoever evaluates it adds to them. `source` gave the codes. */
  valuesOf(expr: Expr, source: CodedValues): (Value | undefined)[] {
    let ofSource = this.values.get(source);
    if (ofSource === undefined) this.values.set(source, (ofSource = new Map<string, (Value | undefined)[]>()));
    const meaning = meaningOnLeg(expr);
    let values = ofSource.get(meaning);
    if (values === undefined) ofSource.set(meaning, (values = []));
    return values;
  }
}
