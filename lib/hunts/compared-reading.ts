import type { RowId } from '@/lib/base/row-id';
import type { EventTable } from '@/lib/events/event-table';
import { askEvents, type EventQuestions } from '@/lib/query/execute/ask-events';
import type { LegId, Query } from '@/lib/query/plan';
import type { ResultTable } from '@/lib/query/result-table';
import type { ReadingKind } from './hunt-document';
import type { ReadingResult } from './hunt-result';
import { legConditions, type PlanParts, planParts } from './plan-parts';

/** A reading that ran, as its rows are compared with another's. */
export interface ComparedReading {
  readonly kind: ReadingKind;
  readonly code: string;
  readonly query: Query;
  readonly table: ResultTable;
  readonly questions: EventQuestions;
  readonly branches: readonly PlanParts[];
  /** The events that meet all conditions of a leg by itself, ascending. */
  eventsOfLeg(parts: PlanParts, leg: LegId): Uint32Array;
  /** The events behind a row, by leg. */
  eventsOfRow(row: number): ReadonlyMap<LegId, readonly RowId[]>;
}

/** Null where it did not run. */
export function comparedReading(reading: ReadingResult, events: EventTable): ComparedReading | null {
  const { kind, query, table } = reading;
  if (query === null || table === null) return null;
  const questions = askEvents(query.plan, events);
  const ofLeg = new Map<LegId, Uint32Array>();
  return {
    kind,
    code: reading.reading.code,
    query,
    table,
    questions,
    branches: planParts(query.plan),
    eventsOfLeg: (parts, id) => {
      const leg = parts.legs.find((candidate) => candidate.id === id);
      if (leg === undefined) return new Uint32Array();
      const found = ofLeg.get(id) ?? questions.rowsWhere(leg, legConditions(parts, id).map(({ condition }) => condition));
      ofLeg.set(id, found);
      return found;
    },
    eventsOfRow: (row) => new Map(table.lineage(row).map(({ leg, events: behind }) => [leg.id, behind])),
  };
}
