import type { Span } from '@/lib/base/span';
import type { Condition, JoinKey, JoinPlan, Leg } from '@/lib/query/plan';
import type { Funnel, FunnelJoin, FunnelLeg, FunnelStep } from '@/lib/query/result-table';
import type { Relation } from './relation';

/** What is told of a plan while it runs, in the order of its steps: those below a join before it. */
export interface PlanRecorder {
  /** It takes the rows after each condition, so that these are asked one by one. */
  readonly takesRows: boolean;
  /** `conditions`: all that the leg's own events are asked. */
  scan(leg: Leg, start: number, conditions: readonly Condition[]): void;
  /** A step of the leg that was scanned last. */
  legStep(condition: Condition, left: number): void;
  join(join: FunnelJoin, done: JoinDone): void;
  step(step: StepDone): void;
}

/** A join that was run, with the rows that went in and came out. `residual` are the conditions that its pairs were asked. */
export interface JoinDone {
  readonly plan: JoinPlan;
  readonly residual: readonly Condition[];
  readonly left: Relation;
  readonly right: Relation;
  readonly rows: Relation;
}

/** A step after the legs that is no join. */
export interface StepDone {
  readonly text: string;
  readonly span: Span | null;
  readonly condition: Condition | null;
  readonly left: number;
  /** Null where nobody takes them; `before` where none can go (a group, a DISTINCT, a UNION). */
  readonly rows: { readonly before: Relation | null; readonly after: Relation } | null;
}

/** Notes what each step leaves. */
export class FunnelRecorder implements PlanRecorder {
  readonly takesRows = false;
  private readonly legs: { readonly leg: Leg; readonly start: number; readonly steps: FunnelStep[] }[] = [];
  private readonly joins: FunnelJoin[] = [];
  private readonly after: FunnelStep[] = [];
  readonly joinKeys: (readonly JoinKey[])[] = [];

  scan(leg: Leg, start: number): void {
    this.legs.push({ leg, start, steps: [] });
  }

  legStep({ text, span }: Condition, left: number): void {
    this.legs[this.legs.length - 1].steps.push({ text, span, left });
  }

  join(join: FunnelJoin, { plan }: JoinDone): void {
    this.joins.push(join);
    this.joinKeys.push(plan.keys);
  }

  step({ text, span, left }: StepDone): void {
    this.after.push({ text, span, left });
  }

  funnel(): Funnel {
    return { legs: this.legs satisfies FunnelLeg[], joins: this.joins, after: this.after };
  }
}
