import { type RowId, rowId } from '@/lib/base/row-id';
import type { EventTable } from '@/lib/events/event-table';
import type { Leg, Query, QueryError } from '@/lib/query/plan';
import type { LineageLeg } from '@/lib/query/result-table';
import { type ConditionOnRow, type EventInLeg, conditionsOnEvent, conditionsOnRow, explainEvent, lineageOf } from './explain-event';
import { type LegFailures, eventsFailingOnly, eventsLeft, legFailures } from './leg-failures';
import { type PlanTrace, outlinePlan, tracePlan } from './plan-trace';
import { type Relation, singleNode } from './relation';
import { rowCountOf } from './row-index';
import { rowReader } from './row-reader';
import { scannedLegs } from './run-plan';
import { type UnmatchedKeys, unmatchedKeys } from './unmatched-keys';

/** A number of the funnel, by the place that it stands at. */
export type FunnelPlace =
  /** Events that meet the leg's first `conditions` conditions. */
  | { readonly kind: 'left'; readonly leg: number; readonly conditions: number }
  /** Events that fail only this condition of the leg. */
  | { readonly kind: 'only-fails'; readonly leg: number; readonly condition: number }
  /** Rows of one side of a join whose key (`key`: that key) the other side does not have. */
  | { readonly kind: 'unmatched'; readonly join: number; readonly side: 'left' | 'right'; readonly key: number | null }
  | { readonly kind: 'joined'; readonly join: number }
  | { readonly kind: 'after'; readonly step: number };

/** What stands at a place of the funnel: each item the events of a row, by leg. */
export interface FunnelItems {
  /** The condition or join, as written; null before the first condition. */
  readonly text: string | null;
  readonly legs: readonly Leg[];
  readonly count: number;
  item(index: number): readonly LineageLeg[];
}

/**
 * Why a query found what it found, and what nearly. All is worked out when first asked for, from a second run of the plan that keeps
 * the rows of its steps; the legs' part goes with the dataset (four bytes an event and leg), the joins' with the rows of their sides.
 */
export class Explanation {
  private outlined: PlanTrace | null = null;
  private traced: PlanTrace | null = null;
  private readonly failures: (LegFailures | undefined)[] = [];
  private readonly unmatched: (ReturnType<typeof unmatchedKeys> | undefined)[] = [];

  constructor(
    readonly query: Query,
    private readonly table: EventTable,
  ) {}

  /** Legs in the order of the funnel. @throws QueryFailure */
  get legCount(): number {
    return this.outline.legs.length;
  }

  get joinCount(): number {
    return this.trace.joins.length;
  }

  /** Why the rows of some steps are not known; null where they are. */
  get failure(): QueryError | null {
    return this.trace.failure;
  }

  /** For each condition of the leg, in order: the events that fail only it, and how many of them for want of a field. */
  nearMisses(leg: number): LegFailures['only'] {
    return this.failuresOf(leg).only;
  }

  /** Null for a join without keys. */
  unmatchedOf(join: number): { readonly left: UnmatchedKeys; readonly right: UnmatchedKeys } | null {
    const known = this.unmatched[join];
    return known === undefined ? (this.unmatched[join] = unmatchedKeys(this.trace.joins[join], this.trace.environment)) : known;
  }

  /** Null where the funnel has no such place, or its rows are not known. */
  items(place: FunnelPlace): FunnelItems | null {
    switch (place.kind) {
      case 'left':
      case 'only-fails': {
        const traced = this.outline.legs.at(place.leg);
        if (!traced) return null;
        const failures = this.failuresOf(place.leg);
        const at = place.kind === 'left' ? place.conditions - 1 : place.condition;
        const events = place.kind === 'left' ? eventsLeft(failures, place.conditions) : eventsFailingOnly(failures, place.condition);
        return eventItems(traced.conditions[at]?.text ?? null, traced.leg, events);
      }
      case 'unmatched': {
        const join = this.trace.joins.at(place.join);
        const side = join && this.unmatchedOf(place.join)?.[place.side];
        if (!join || !side) return null;
        const rows = place.key === null ? side.rows : side.rows.filter((_, at) => side.keyOfRow[at] === place.key);
        return this.rowItems(join.plan.text, singleNode(side.node), rows, scannedLegs(join.plan[place.side]));
      }
      case 'joined': {
        const join = this.trace.joins.at(place.join);
        return join ? this.rowItems(join.plan.text, join.rows, null, scannedLegs(join.plan)) : null;
      }
      case 'after': {
        const step = this.trace.steps.at(place.step);
        return step?.rows ? this.rowItems(step.text, step.rows.after, null, this.trace.legs.map(({ leg }) => leg)) : null;
      }
    }
  }

  /** What each leg says to the event. */
  event(event: RowId): readonly EventInLeg[] {
    return explainEvent(this.outline, () => this.trace, event);
  }

  /** What the conditions of a leg say to one of its events. */
  conditionsOn(leg: Leg, event: RowId): EventInLeg['conditions'] {
    const traced = this.outline.legs.find((candidate) => candidate.leg.id === leg.id);
    return traced ? conditionsOnEvent(traced, event, this.outline) : [];
  }

  /** What the events of one result row say to the conditions over several legs. */
  conditionsBetween(lineage: readonly LineageLeg[]): readonly ConditionOnRow[] {
    return conditionsOnRow(this.outline, lineage);
  }

  /** Enough for all that is asked of single events: no row is joined for it. */
  private get outline(): PlanTrace {
    return (this.outlined ??= outlinePlan(this.query, this.table));
  }

  private get trace(): PlanTrace {
    return (this.traced ??= tracePlan(this.query, this.table));
  }

  private failuresOf(leg: number): LegFailures {
    return (this.failures[leg] ??= legFailures(this.outline.legs[leg], this.outline.environment));
  }

  /** `rows`: only these of a single node; null: all. */
  private rowItems(text: string, relation: Relation, rows: Uint32Array | null, among: readonly Leg[]): FunnelItems {
    const reader = rowReader(relation, this.trace.environment);
    const count = rows === null ? rowCountOf(relation) : rows.length;
    const itemOf = (index: number): LineageLeg[] => lineageOf(relation, reader.nodeRows(rows === null ? index : rows[index]), among);
    // A side that was joined before holds its keys in one of its legs' rows: the others are not told.
    const told = rows === null || count === 0 ? among : itemOf(0).flatMap(({ leg, events }) => (events.length > 0 ? [leg] : []));
    return { text, legs: told, count, item: (index) => itemOf(index).filter(({ leg }) => told.includes(leg)) };
  }
}

function eventItems(text: string | null, leg: Leg, events: Uint32Array): FunnelItems {
  return { text, legs: [leg], count: events.length, item: (index) => [{ leg, events: [rowId(events[index])] }] };
}
