import type { RowId } from '@/lib/base/row-id';
import { assertNever } from '@/lib/base/assert-never';
import { eventIdsOf } from '@/lib/hunts/event-needs';
import type { Condition, JoinPlan } from '@/lib/query/plan';
import type { ConditionOnEvent } from '@/lib/query/execute/condition-on';
import type { EventEnd as QueryEventEnd, EventInLeg, KeyText } from '@/lib/query/execute/explain-event';
import type { Explanation } from '@/lib/query/execute/explanation';
import { scannedLegs } from '@/lib/query/execute/run-plan';
import type { EventRef } from './engine';
import { asUserError } from './explain';
import type { ConditionCheck, EventEnd, EventStanding, FieldValue, LegStanding } from './explain-shapes';
import type { OpenTable } from './open-table';
import { legName, shownEvents } from './shown-legs';

type Standing = Omit<EventStanding, 'analytic' | 'reading' | 'title'>;

const MOST_ROWS = 5;

/** Whether an event is in a result, and why not. @throws UserError 'query-failed' */
export function standingOf(open: OpenTable, explanation: Explanation, event: RowId): Standing {
  const legs = asUserError(() => explanation.event(event));
  const ends = legs.flatMap(({ end }) => (end?.kind === 'in-result' ? [end] : []));
  const rows = ends.reduce((sum, end) => sum + end.rows, 0);
  const playable = legs.filter((leg) => !isOfAnotherType(leg)).sort((a, b) => a.failed - b.failed);
  const standing = rows > 0 ? 'in' : playable.length === 0 && legs.length > 0 ? 'no-part' : legs.some(({ end }) => end?.kind === 'unknown') ? 'unknown' : 'out';
  return {
    standing,
    rows,
    firstRows: ends.flatMap(({ samples }) => samples.map((row) => row.flatMap((leg) => shownEvents(leg).map((at): EventRef => open.ref(at))))).slice(0, MOST_ROWS),
    asksFor: standing === 'no-part' ? [...new Set(legs.flatMap(({ conditions }) => conditions.flatMap(({ condition }) => eventIdsOf(condition.expr) ?? [])))] : [],
    reason: standing === 'unknown' ? (explanation.failure?.message ?? 'It has too many rows to look through.') : null,
    legs: playable.map(legStanding),
  };
}

export function unknownStanding(reason: string | null): Standing {
  return { standing: 'unknown', rows: 0, firstRows: [], asksFor: [], reason, legs: [] };
}

/** It fails a condition that asks for other event IDs. */
function isOfAnotherType({ conditions }: EventInLeg): boolean {
  return conditions.some(({ condition, holds }) => holds !== true && eventIdsOf(condition.expr) !== null);
}

function legStanding({ leg, conditions, failed, end }: EventInLeg): LegStanding {
  return { leg: legName(leg), conditions: conditions.map(conditionCheck), failed, end: end && endOf(end, leg.id) };
}

export function conditionCheck({ condition, holds, missing, values }: ConditionOnEvent & { readonly condition: Condition }): ConditionCheck {
  return { text: condition.text, holds, missing, values };
}

function endOf(end: QueryEventEnd, leg: number): EventEnd {
  switch (end.kind) {
    case 'in-result':
      return { kind: end.kind, rows: end.rows };
    case 'no-partner':
    case 'taken-away':
      return { kind: end.kind, keys: end.keys.map(fieldValue), other: otherSide(end.join, leg) };
    case 'pairs-dropped':
      return { kind: end.kind, pairs: end.pairs, other: otherSide(end.join, leg), conditions: end.conditions.map(conditionCheck) };
    case 'takes-away':
      return { kind: end.kind, other: otherSide(end.join, leg) };
    case 'dropped':
      return { kind: end.kind, text: end.text, condition: end.condition && conditionCheck(end.condition) };
    case 'unknown':
      return end;
    default:
      return assertNever(end);
  }
}

function fieldValue({ text, value }: KeyText): FieldValue {
  return { field: text, value };
}

/** The names of the legs that the leg is joined with. */
function otherSide({ left, right }: JoinPlan, leg: number): string {
  const side = scannedLegs(left).some(({ id }) => id === leg) ? right : left;
  return scannedLegs(side).map(legName).join(', ');
}
