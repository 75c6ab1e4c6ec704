import type { EventTable } from '@/lib/events/event-table';
import type { EventQuestions } from '@/lib/query/execute/ask-events';
import { operandsOf } from '@/lib/query/expr-tree';
import type { Condition, Expr, Leg } from '@/lib/query/plan';
import { type DataSourceStatus, rowsOfType } from './data-source-status';
import { eventIdsOf, fieldsOf } from './event-needs';
import { eventTypeLabel } from './event-type-label';
import { withoutCase } from './fold-expr';
import { legConditions, type PlanParts } from './plan-parts';

/** The events that could take a leg's part by their type alone: channel or provider, and event ID. */
export interface LegType {
  readonly label: string;
  readonly rows: Uint32Array;
  /** The conditions that say the type. */
  readonly conditions: readonly Condition[];
}

const TYPE_FIELD = /(^|\.)(event_?(id|code)|channel|log_?name|source_?name|provider(_?name)?)$/i;
const CHANNEL_FIELD = /(^|\.)(channel|log_?name|source_?name|provider(_?name)?)$/i;

/**
 * By the analytic's data sources that name the leg's event IDs, as the verdict over the whole dataset has it; where they tell none, by the leg's own
 * conditions on channel and ID, in any case: a channel written otherwise was recorded all the same. A leg that names no ID is of any data source's type.
 */
export function legType(leg: Leg, parts: PlanParts, questions: EventQuestions, sources: readonly DataSourceStatus[], table: EventTable): LegType {
  const conditions = legConditions(parts, leg.id)
    .map(({ condition }) => condition)
    .filter(({ expr }) => isAbout(expr, TYPE_FIELD));
  const ids = conditions.map(({ expr }) => eventIdsOf(expr)).find((found) => found !== null) ?? null;
  const channels = conditions.filter(({ expr }) => isAbout(expr, CHANNEL_FIELD));
  const named = sources.filter(({ eventId }) => (ids === null ? conditions.length === 0 : ids.includes(eventId.trim())));
  const provider = named.length > 0 && new Set(named.map((source) => source.provider)).size === 1 ? named[0].provider : (channels.flatMap(({ expr }) => textsOf(expr)).at(0) ?? null);
  const label = ids === null && named.length > 0 ? [...new Set(named.map((source) => eventTypeLabel(source.provider, [source.eventId])))].join(' or ') : eventTypeLabel(provider, ids ?? []);
  const rows = union(named.map((source) => rowsOfType(table, source.provider, ids ?? source.eventId.match(/\d+/g) ?? [])));
  if (rows.length > 0 || (named.length > 0 && channels.length === 0)) return { label, rows, conditions };
  return { label, rows: questions.rowsWhere(leg, conditions.map(anyCase)), conditions };
}

function union(lists: readonly Uint32Array[]): Uint32Array {
  return lists.length === 1 ? lists[0] : Uint32Array.from(new Set(lists.flatMap((list) => [...list]))).sort();
}

function isAbout(expr: Expr, names: RegExp): boolean {
  const fields = fieldsOf(expr);
  return fields.length > 0 && fields.every(({ name }) => names.test(name));
}

function anyCase(condition: Condition): Condition {
  return { ...condition, expr: withoutCase(condition.expr) };
}

function textsOf(expr: Expr): string[] {
  return expr.kind === 'literal' ? (typeof expr.value === 'string' ? [expr.value] : []) : operandsOf(expr).flatMap(textsOf);
}
