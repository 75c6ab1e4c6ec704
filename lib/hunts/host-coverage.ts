import type { EventTable } from '@/lib/events/event-table';
import { askEvents, type EventQuestions } from '@/lib/query/execute/ask-events';
import type { Expr, LegId, Query } from '@/lib/query/plan';
import type { ResultTable } from '@/lib/query/result-table';
import { MAX_COMPARED_ROWS } from './compare';
import type { CoverageNeed, HostCounts, HostCoverage, NeedOnHost, ReadingCoverage } from './coverage-shapes';
import type { DataSourceStatus } from './data-source-status';
import { fieldsOf } from './event-needs';
import { hostBoundLegs, isHostField } from './host-bound-legs';
import { type HostRows, hostRows } from './host-rows';
import type { ReadingResult } from './hunt-result';
import { legType } from './leg-types';
import { fieldKey } from './pair-legs';
import { type PlanParts, planParts } from './plan-parts';

/**
 * For each host, whether it recorded what a reading needs: events of the channel and ID of every leg, with the fields that its conditions and joins
 * cannot do without. Null for a reading that did not run. A leg that no join ties to the host that the rows show may be recorded anywhere.
 */
export function readingCoverage(reading: ReadingResult, sources: readonly DataSourceStatus[], table: EventTable): ReadingCoverage | null {
  const { query, table: result, kind } = reading;
  if (query === null || result === null) return null;
  const hosts = hostRows(table);
  const questions = askEvents(query.plan, table);
  const branches = planParts(query.plan).map((parts) => branchNeeds(parts, query, questions, sources, hosts, table));
  const merged = new Map<string, MergedNeed>();
  for (const need of branches.flat()) merge(merged, need);
  const needs = [...merged.values()];
  const hits = hitsByHost(result, hosts);
  const judged = hosts.names.flatMap((host, at): HostCoverage[] => {
    if (hosts.events[at] === 0) return [];
    const lacks = branches.map((legs) => lackOf(legs, at));
    const lack = lacks.every((of) => of !== null) ? (lacks.at(0) ?? null) : null;
    const reason = lack ?? (reading.verdict === 'cannot-know' ? (reading.reason ?? null) : null);
    const verdict = hits[at] > 0 ? 'hits' : reason === null ? 'no-hit' : 'cannot-know';
    return [{ host, events: hosts.events[at], needs: needs.map((need) => onHost(need, at)), hits: hits[at], verdict, reason: verdict === 'cannot-know' ? reason : null }];
  });
  return { kind, needs: needs.map(({ label, fields, onHost: bound }): CoverageNeed => ({ label, fields: [...fields.keys()], onHost: bound })), hosts: judged.sort(byUrgency), counts: countHosts(judged) };
}

/** What one leg needs, and where it is. */
interface LegNeed {
  readonly label: string;
  /** Legs of one group must be met on one host. */
  readonly group: number;
  readonly onHost: boolean;
  /** Events by host. */
  readonly events: readonly number[];
  /** Needed fields, and the hosts on which some of those events have it. */
  readonly fields: ReadonlyMap<string, ReadonlySet<number>>;
}

type MergedNeed = Pick<LegNeed, 'label' | 'onHost' | 'events'> & { readonly fields: ReadonlyMap<string, ReadonlySet<number>> };

function branchNeeds(parts: PlanParts, query: Query, questions: EventQuestions, sources: readonly DataSourceStatus[], hosts: HostRows, table: EventTable): readonly LegNeed[] {
  const groups = hostBoundLegs(parts, table);
  const shown = query.columns.flatMap(({ expr }) => fieldsOf(expr)).find((field) => isHostField(field, table))?.leg ?? parts.legs[0]?.id;
  return parts.legs.map((leg) => {
    const type = legType(leg, parts, questions, sources, table);
    const events = hosts.names.map(() => 0);
    for (const row of type.rows) events[hosts.hostOf(row)]++;
    const group = groups.get(leg.id) ?? leg.id;
    const fields = new Map<string, ReadonlySet<number>>();
    for (const field of neededFields(leg.id, parts, type.conditions.map(({ expr }) => expr), questions)) fields.set(field.name, hostsWith(field.found, type.rows, hosts, table));
    return { label: type.label, group, onHost: group === (groups.get(shown) ?? shown), events, fields };
  });
}

type FieldExpr = Extract<Expr, { kind: 'field' }>;

/** The fields without which a condition of the leg cannot hold, but for those that say its type; and those of its join keys. */
function neededFields(leg: LegId, parts: PlanParts, typeConditions: readonly Expr[], questions: EventQuestions): readonly FieldExpr[] {
  const demanding = parts.conditions
    .filter(({ condition, ofGroups }) => !ofGroups && !typeConditions.includes(condition.expr) && questions.holds(condition.expr, new Map()) !== true)
    .map(({ condition }) => condition.expr)
    // Of several fields any may do, as far as can be told without the events.
    .filter((expr) => new Set(fieldsOf(expr).filter((field) => field.leg === leg).map(fieldKey)).size === 1);
  const keys = parts.keys.flatMap(({ key, ofGroups }) => (ofGroups ? [] : [key.left, key.right]));
  const fields = [...demanding, ...keys].flatMap(fieldsOf).filter((field) => field.leg === leg);
  return [...new Map(fields.map((field) => [fieldKey(field), field])).values()];
}

/** Where a field is asked about in so many of the rows, it is decoded whole. */
const WHOLE_FROM = 4;

function hostsWith(found: string | null, rows: Uint32Array, hosts: HostRows, table: EventTable): ReadonlySet<number> {
  const having = new Set<number>();
  if (found === null || rows.length === 0) return having;
  const column = rows.length * WHOLE_FROM >= table.rowCount ? table.column(found) : null;
  const cells = table.cells(found);
  if (cells === null) return having;
  for (const row of rows) {
    const host = hosts.hostOf(row);
    if (having.has(host)) continue;
    const kind = column ? column.kind(column.codes[row]) : cells.kind(cells.codeAt(row));
    if (kind !== 'absent' && kind !== 'null') having.add(host);
  }
  return having;
}

/** Two legs that need one event type are one column of the table. */
function merge(merged: Map<string, MergedNeed>, { label, onHost: bound, events, fields }: LegNeed): void {
  const known = merged.get(label);
  merged.set(label, { label, events, onHost: bound || known?.onHost === true, fields: new Map([...(known?.fields ?? []), ...fields]) });
}

function onHost({ events, fields }: MergedNeed, host: number): NeedOnHost {
  return { events: events[host], missingFields: events[host] === 0 ? [] : missingFields(fields, host) };
}

function missingFields(fields: LegNeed['fields'], host: number): readonly string[] {
  return [...fields].filter(([, having]) => !having.has(host)).map(([name]) => name);
}

/** What a host lacks to know; null: nothing. */
function lackOf(legs: readonly LegNeed[], host: number): string | null {
  const own = legs.filter((need) => need.onHost).flatMap((need) => lackOfLeg(need, host) ?? []);
  if (own.length > 0) return [...new Set(own)].join(', ');
  const elsewhere = new Map<number, LegNeed[]>();
  for (const need of legs) if (!need.onHost) elsewhere.set(need.group, [...(elsewhere.get(need.group) ?? []), need]);
  const lacking = [...elsewhere.values()].flatMap(lackOfGroup);
  return lacking.length > 0 ? [...new Set(lacking)].join(', ') : null;
}

/** What legs that must meet on one host, whichever, lack on every host. */
function lackOfGroup(group: readonly LegNeed[]): readonly string[] {
  const hosts = group[0].events.map((_, at) => at);
  if (hosts.some((at) => group.every((need) => lackOfLeg(need, at) === null))) return [];
  const nowhere = group.filter((need) => hosts.every((at) => lackOfLeg(need, at) !== null));
  if (nowhere.length === 0) return [`${group.map(({ label }) => label).join(' and ')} together on no host`];
  return nowhere.map((need) => {
    const some = hosts.find((at) => need.events[at] > 0);
    return some === undefined ? `no ${need.label} on any host` : `${lackOfLeg(need, some) ?? ''} on any host`;
  });
}

function lackOfLeg({ label, events, fields }: LegNeed, host: number): string | null {
  if (events[host] === 0) return `no ${label}`;
  const missing = missingFields(fields, host);
  return missing.length > 0 ? `${label} without ${missing.join(', ')}` : null;
}

/** Rows of each host; of a result too long to look at, the first rows. */
function hitsByHost(result: ResultTable, hosts: HostRows): readonly number[] {
  const hits = hosts.names.map(() => 0);
  for (let row = 0; row < Math.min(result.rowCount, MAX_COMPARED_ROWS); row++) {
    for (const host of new Set(result.lineage(row).flatMap(({ events }) => events.map((event) => hosts.hostOf(event))))) hits[host]++;
  }
  return hits;
}

const URGENCY: Record<HostCoverage['verdict'], number> = { 'cannot-know': 0, hits: 1, 'no-hit': 2 };

function byUrgency(a: HostCoverage, b: HostCoverage): number {
  return URGENCY[a.verdict] - URGENCY[b.verdict] || b.hits - a.hits || b.events - a.events;
}

function countHosts(hosts: readonly HostCoverage[]): HostCounts {
  const of = (verdict: HostCoverage['verdict']): number => hosts.filter((host) => host.verdict === verdict).length;
  return { hits: of('hits'), noHit: of('no-hit'), cannotKnow: of('cannot-know') };
}
