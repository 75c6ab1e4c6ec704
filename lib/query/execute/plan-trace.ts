import type { EventTable } from '@/lib/events/event-table';
import { EventTableBuilder } from '@/lib/events/event-table-builder';
import type { Condition, Leg, Query, QueryError } from '@/lib/query/plan';
import { QueryFailure } from '@/lib/query/query-failure';
import type { FunnelJoin } from '@/lib/query/result-table';
import type { Environment } from './environment';
import type { JoinDone, PlanRecorder, StepDone } from './funnel-recorder';
import type { Relation } from './relation';
import { legCountOf, runPlan } from './run-plan';

/** A run of a plan with the rows of each of its steps. Legs, joins and steps come in the order of the result's funnel. */
export interface PlanTrace {
  readonly environment: Environment;
  readonly legs: readonly TracedLeg[];
  readonly joins: readonly JoinDone[];
  readonly steps: readonly StepDone[];
  /** Joins and steps, in the order in which they ran. */
  readonly stages: readonly Stage[];
  readonly rows: Relation | null;
  /** Why it ended early: step by step, a plan holds more rows than in one go. */
  readonly failure: QueryError | null;
}

export interface TracedLeg {
  readonly leg: Leg;
  /** What its events are asked, in the order of the funnel. */
  readonly conditions: readonly Condition[];
}

export type Stage = { readonly kind: 'join'; readonly join: JoinDone } | { readonly kind: 'step'; readonly step: StepDone };

/** What a plan asks of its legs, joins and steps: its trace over no events, for conditions that are then asked of the table's. */
export function outlinePlan(query: Query, table: EventTable): PlanTrace {
  const outline = tracePlan(query, new EventTableBuilder().finish());
  return { ...outline, environment: { ...outline.environment, table } };
}

/** @throws QueryFailure for a pattern that cannot be read */
export function tracePlan({ plan }: Query, table: EventTable): PlanTrace {
  const environment: Environment = { table, made: new Map(), legCount: legCountOf(plan) };
  const recorder = new TraceRecorder();
  let rows: Relation | null = null;
  let failure: QueryError | null = null;
  try {
    rows = runPlan(plan, [], environment, recorder);
  } catch (error) {
    if (!(error instanceof QueryFailure) || recorder.stages.length === 0) throw error;
    failure = error.error;
  }
  const { legs, stages } = recorder;
  const joins = stages.flatMap((stage) => (stage.kind === 'join' ? [stage.join] : []));
  const steps = stages.flatMap((stage) => (stage.kind === 'step' ? [stage.step] : []));
  return { environment, legs, joins, steps, stages, rows, failure };
}

class TraceRecorder implements PlanRecorder {
  readonly takesRows = true;
  readonly legs: TracedLeg[] = [];
  readonly stages: Stage[] = [];

  scan(leg: Leg, _start: number, conditions: readonly Condition[]): void {
    this.legs.push({ leg, conditions });
  }

  legStep(): void {
    // The leg's failures (leg-failures.ts) tell more.
  }

  join(_counts: FunnelJoin, join: JoinDone): void {
    this.stages.push({ kind: 'join', join });
  }

  step(step: StepDone): void {
    this.stages.push({ kind: 'step', step });
  }
}
