import { clockOf } from '@/lib/events/clock';
import type { EventTable } from '@/lib/events/event-table';
import type { ReadingKind } from '@/lib/hunts/hunt-document';
import { legConditions, planParts, type PlanParts } from '@/lib/hunts/plan-parts';
import type { Condition, Expr, Leg, Plan, Query } from '@/lib/query/plan';
import type { ResultTable } from '@/lib/query/result-table';
import { comparedField } from './compared-field';
import { termOf, type Term } from './portable-term';
import { windowOf } from './time-window';

/** What a detection language can say of a query: events of several kinds that share values. */
export interface PortableQuery {
  /** In the order in which the dataset has them, or else in that of the query. */
  readonly steps: readonly Step[];
  /** Values that all steps share: the field of each step. */
  readonly keys: readonly (readonly string[])[];
  /** Milliseconds that lie between them at most; null: the query does not say. */
  readonly window: number | null;
  /** Fields that the query shows. */
  readonly columns: readonly string[];
  readonly lost: readonly Lost[];
}

export interface Step {
  /** The leg's aliases, from the outside in: 'a › dataTable'. */
  readonly name: string;
  /** All must hold. */
  readonly terms: readonly Term[];
}

/** A clause of the query that does not carry over. */
export interface Lost {
  /** As written, or what it is. */
  readonly clause: string;
  readonly why: string;
}

export interface PortableSource {
  readonly kind: ReadingKind;
  readonly query: Query;
  /** Its rows; null where it could not be run. */
  readonly rows: ResultTable | null;
}

const WIDER = 'It cannot be said there; without it more is found.';

/** One for each branch of a UNION ALL, else one in all. */
export function portableQueries(source: PortableSource, table: EventTable): readonly PortableQuery[] {
  return planParts(source.query.plan).map((parts) => portable(parts, source, table));
}

function portable(parts: PlanParts, source: PortableSource, table: EventTable): PortableQuery {
  const { query } = source;
  const lost: Lost[] = [];
  const lose = (clause: string, why: string) => {
    const written = oneLine(clause);
    if (!lost.some((other) => other.clause === written && other.why === why)) lost.push({ clause: written, why });
  };
  const legs = inOrder(parts.legs, source, table);
  const ofLeg = new Set<Condition>();
  const steps = legs.map(({ id, path }) => {
    const terms: Term[] = [];
    for (const { condition } of legConditions(parts, id)) {
      ofLeg.add(condition);
      const term = termOf(condition.expr);
      if (term === null) lose(condition.text, WIDER);
      else terms.push(term);
    }
    return { name: path.join(' › '), terms };
  });
  let window: number | null = null;
  const ties = new Ties(legs);
  for (const { key, ofGroups } of parts.keys) {
    if (ofGroups || !ties.add(key.left, key.right)) lose(key.text, WIDER);
    else if (key.left.kind !== 'field' || key.right.kind !== 'field') lose(key.text, 'The fields are compared as they are written, letter case included.');
  }
  for (const { condition, ofGroups } of parts.conditions) {
    if (ofLeg.has(condition)) continue;
    const { expr, text } = condition;
    const within = windowOf(expr);
    if (within !== null) window = Math.min(window ?? Infinity, within);
    else if (ofGroups) lose(text, 'It asks of counted rows, which are not carried over.');
    else if (expr.kind !== 'compare' || expr.op !== '=' || !ties.add(expr.left, expr.right)) lose(text, WIDER);
  }
  const keys = ties.keys();
  for (const clause of ties.partial()) lose(clause, 'It ties only some of the steps; a key there ties all of them.');
  for (const [clause, why] of shapeLosses(query.plan)) lose(clause, why);
  if (source.rows === null) lose('The order of the steps', 'The reading could not be run, so that of the query is taken.');
  const columns = query.columns.flatMap(({ expr }) => (expr.kind === 'field' ? [expr.name] : []));
  if (columns.length < query.columns.length) lose('Computed columns', 'Whole events are found, and nothing is computed of them.');
  return { steps, keys, window, columns: [...new Set(columns)], lost };
}

/** What else a plan does to its rows. */
function shapeLosses(plan: Plan): (readonly [string, string])[] {
  switch (plan.kind) {
    case 'scan':
      return [];
    case 'join':
      return [
        ...shapeLosses(plan.left),
        ...shapeLosses(plan.right),
        ...(plan.how === 'left' ? ([[plan.text, 'The events that a LEFT JOIN adds where there are any are left out.']] as const) : []),
        ...(plan.how === 'anti' ? ([[plan.text, 'That there is no such partner is not asked: more is found.']] as const) : []),
        ...(plan.how === 'semi' ? ([['LEFT SEMI JOIN', 'The query gives each event of its left side once; there, a hit is all the events together.']] as const) : []),
        ...(plan.missingKeysMatch && plan.keys.length > 0 ? ([['pd.merge', 'pandas lets missing keys meet; there, an event without the field is passed over.']] as const) : []),
      ];
    case 'aggregate':
      return [...shapeLosses(plan.input), ['GROUP BY', 'Nothing is grouped or counted: the events themselves are found.']];
    case 'distinct':
      return [...shapeLosses(plan.input), ['DISTINCT', 'Every event is found, alike or not.']];
    case 'limit':
      return [...shapeLosses(plan.input), [`LIMIT ${plan.count}`, 'All that is found is given.']];
    case 'union':
      return [];
    case 'filter':
    case 'sort':
      return shapeLosses(plan.input);
  }
}

/** Of the first of them, so many tell in which order the events come. */
const JUDGED_ROWS = 500;

/** The legs by the times of their events in most rows; else a sub-query's before those it is joined to, and variables as they are merged. */
function inOrder(legs: readonly Leg[], { kind, rows }: PortableSource, table: EventTable): readonly Leg[] {
  const written = kind === 'pandas' ? legs : legs.toReversed();
  const millis = clockOf(table)?.millis;
  if (rows === null || millis === undefined || legs.length < 2) return written;
  const counts = new Map<string, { readonly order: readonly Leg[]; rows: number }>();
  for (let row = 0; row < Math.min(rows.rowCount, JUDGED_ROWS); row++) {
    const times = new Map(rows.lineage(row).map(({ leg, events }) => [leg.id, events.length > 0 ? millis[events[0]] : NaN]));
    const timeOf = ({ id }: Leg) => times.get(id) ?? NaN;
    if (legs.some((leg) => Number.isNaN(timeOf(leg)))) continue;
    const order = written.toSorted((a, b) => timeOf(a) - timeOf(b));
    const key = order.map(({ id }) => id).join();
    const count = counts.get(key) ?? { order, rows: 0 };
    counts.set(key, count);
    count.rows++;
  }
  return [...counts.values()].sort((a, b) => b.rows - a.rows).at(0)?.order ?? written;
}

/** Which fields of which legs must be equal. */
class Ties {
  /** Each a set of fields that all are equal: "leg field". */
  private groups: Map<string, readonly [leg: number, field: string]>[] = [];

  constructor(private readonly legs: readonly Leg[]) {}

  /** False where a side is more than a field. */
  add(left: Expr, right: Expr): boolean {
    const ends = [endOf(left), endOf(right)];
    if (ends[0] === null || ends[1] === null || ends[0][0] === ends[1][0]) return false;
    const group = new Map(ends.flatMap((end) => (end === null ? [] : [[end.join(' '), end] as const])));
    const met = this.groups.filter((other) => [...other.keys()].some((key) => group.has(key)));
    this.groups = [...this.groups.filter((other) => !met.includes(other)), new Map([...met.flatMap((other) => [...other]), ...group])];
    return true;
  }

  keys(): string[][] {
    return this.groups.flatMap((group) => {
      const fields = this.legs.map(({ id }) => [...group.values()].find(([leg]) => leg === id)?.[1] ?? null);
      const known = fields.filter((field) => field !== null);
      return known.length === fields.length ? [known] : [];
    });
  }

  /** What ties some legs only: "d.ShareName = b.ShareName". */
  partial(): string[] {
    const names = new Map(this.legs.map(({ id, path }) => [id, path.length > 1 ? path[path.length - 2] : path[0]]));
    return this.groups
      .filter((group) => !this.legs.every(({ id }) => [...group.values()].some(([leg]) => leg === id)))
      .map((group) => [...group.values()].map(([leg, field]) => `${names.get(leg) ?? ''}.${field}`).join(' = '));
  }
}

function endOf(expr: Expr): readonly [leg: number, field: string] | null {
  const field = comparedField(expr);
  const leg = legOf(expr);
  return field === null || field.fallback !== null || leg === null ? null : [leg, field.name];
}

function legOf(expr: Expr): number | null {
  switch (expr.kind) {
    case 'field':
      return expr.leg;
    case 'cast':
      return legOf(expr.operand);
    case 'call':
      return expr.args.length > 0 ? legOf(expr.args[0]) : null;
    default:
      return null;
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
