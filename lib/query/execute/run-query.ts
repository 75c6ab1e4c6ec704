import { rowId, type RowId } from '@/lib/base/row-id';
import type { EventTable } from '@/lib/events/event-table';
import { legsOf } from '@/lib/query/expr-tree';
import type { Expr, JoinKey, Leg, LegId, Query } from '@/lib/query/plan';
import type { JoinKeyMatch, LineageLeg, ResultTable } from '@/lib/query/result-table';
import { textEvaluator } from './compile-expr';
import { type Environment, type Ids, newIds } from './environment';
import { FunnelRecorder } from './funnel-recorder';
import { collectNodeRows } from './lineage';
import { type Relation, MISSING, idAt } from './relation';
import { rowCountOf } from './row-index';
import { type RowReader, rowReader } from './row-reader';
import { legCountOf, runPlan, scannedLegs } from './run-plan';
import type { SharedWork } from './shared-work';

/**
 * Runs a query over a dataset. Work and memory go with the rows of each leg, not with the pairs of a join; cells, lineage and join
 * keys are made when asked for. Queries over one dataset that are run together may share their work.
 * @throws QueryFailure when a step must hold or look at too many joined rows, or a pattern cannot be read
 */
export function runQuery(query: Query, table: EventTable, shared?: SharedWork): ResultTable {
  const legs = scannedLegs(query.plan);
  const environment: Environment = { table, made: new Map(), legCount: legCountOf(query.plan) };
  const recorder = new FunnelRecorder();
  // What is shared must not live as long as the result.
  const rows = runPlan(query.plan, [], { ...environment, shared }, recorder);
  const rowCount = rowCountOf(rows);
  const reader = rowReader(rows, environment);
  const lineage = lineageReader(rows, reader, legs);
  const funnel = recorder.funnel();
  const cells = query.columns.map(({ expr }) => lazily(() => textEvaluator(expr, environment)));
  const held = new Set(rows.nodes.flatMap(({ slots }) => slots.map(({ leg }) => leg)));
  const known = (id: LegId): boolean => held.has(id) || legs.some((leg) => leg.id === id);
  const keys = recorder.joinKeys.map((of, join) => of.map((key) => keyReader(key, join, legs, known, environment)));
  return {
    columns: query.columns.map(({ name }) => name),
    rowCount,
    shown: Math.min(rowCount, query.shown ?? rowCount),
    cell: (row, column) => cells[column]()(reader.load(row)),
    lineage,
    legs,
    joinKeys: (row) => {
      const ids = idsWithLineage(reader.load(row), lineage(row), environment);
      return keys.flatMap((of) => of.map((read) => read(ids)));
    },
    funnel,
    warnings: query.warnings,
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function lineageReader(rows: Relation, reader: RowReader, legs: readonly Leg[]): (row: number) => readonly LineageLeg[] {
  const slots = rows.nodes.flatMap((node, index) => node.slots.map((slot) => ({ slot, index })));
  if (slots.some(({ slot }) => slot.lineage !== 'event')) return (row) => lineageOf(rows, reader, row, legs);
  // Nobody but the leg's own slot tells of its event.
  const places = legs.map((leg) => ({ leg, place: slots.find(({ slot }) => slot.leg === leg.id) }));
  return (row) => {
    const nodeRows = reader.nodeRows(row);
    return places.map(({ leg, place }) => {
      const id = place ? idAt(place.slot, nodeRows[place.index]) : MISSING;
      return { leg, events: id === MISSING ? [] : [rowId(id)] };
    });
  };
}

function lineageOf(rows: Relation, reader: RowReader, row: number, legs: readonly Leg[]): LineageLeg[] {
  const events = new Map<LegId, Set<RowId>>(legs.map(({ id }) => [id, new Set()]));
  collectNodeRows(rows, reader.nodeRows(row), (leg, event) => events.get(leg)?.add(event));
  return legs.map((leg) => ({ leg, events: [...(events.get(leg.id) ?? [])] }));
}

/** The row's own ids; for legs that it no longer holds (behind a group or a semi join), the first event of its lineage. */
function idsWithLineage(own: Ids, lineage: readonly LineageLeg[], environment: Environment): Ids {
  const ids = newIds(environment);
  ids.set(own);
  for (const { leg, events } of lineage) if (ids[leg.id] === MISSING && events.length > 0) ids[leg.id] = events[0];
  return ids;
}

/** `known` tells the legs whose ids a row can tell; those of groups behind other groups or semi joins it cannot. */
function keyReader(key: JoinKey, join: number, legs: readonly Leg[], known: (id: LegId) => boolean, environment: Environment): (ids: Ids) => JoinKeyMatch {
  const of = (expr: Expr): Leg[] => {
    const ids = legsOf(expr);
    return legs.filter(({ id }) => ids.has(id));
  };
  const [leftLegs, rightLegs] = [of(key.left), of(key.right)];
  const sides = [key.left, key.right].filter((side) => [...legsOf(side)].every(known));
  const evaluators = lazily(() => sides.map((side) => textEvaluator(side, environment)));
  return (ids) => {
    const texts = evaluators().map((evaluate) => evaluate(ids));
    return { join, text: key.text, leftLegs, rightLegs, value: texts.includes(null) ? null : (texts[0] ?? null) };
  };
}
