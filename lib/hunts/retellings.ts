import type { RowId } from '@/lib/base/row-id';
import type { LegId } from '@/lib/query/plan';
import { type Comparison, legName } from './classify-failure';
import type { ComparedReading } from './compared-reading';
import type { CauseKind, Words } from './difference-shapes';
import { fieldsOf, neededLegs } from './event-needs';

/** A difference that lies not in what is found but in how many rows tell it. */
export interface Telling {
  readonly kind: CauseKind;
  /** The same for the same words. */
  readonly key: string;
  readonly words: Words;
}

/** Of a row whose events fail nothing in the other reading: how that tells them instead. Null where it cannot be said. */
export function retelling(row: number, home: ComparedReading, other: ComparedReading): Telling | null {
  const own = eventSet(home, row);
  const [ours, theirs] = [{ reading: home.kind }, { reading: other.kind }];
  const near = rowsWith(other, own);
  if (near.some((events) => events.size === own.size && isSubset(own, events))) {
    return { kind: 'duplicates', key: 'repeated', words: ['The same events make more rows in ', ours, ' than in ', theirs, '.'] };
  }
  if (near.some((events) => isSubset(own, events))) {
    return { kind: 'duplicates', key: 'gathered', words: [theirs, ' tells the same events in one row together with others: a row holds all partners of an event, where ', ours, ' makes a row for each.'] };
  }
  if (near.some((events) => isSubset(events, own))) {
    return { kind: 'duplicates', key: 'parted', words: [ours, ' tells in one row what ', theirs, ' tells in rows of fewer events.'] };
  }
  const limit = other.branches.find((parts) => parts.limit !== null)?.limit;
  if (limit !== undefined) return { kind: 'limit', key: 'limit', words: [theirs, ` stops after ${String(limit)} rows on the way.`] };
  const anti = other.branches.flatMap((parts) => parts.antiJoins).at(0);
  return anti ? { kind: 'join', key: 'anti', words: [theirs, ' leaves out what has a partner by ', { code: anti.text }, '.'] } : null;
}

function isSubset(part: ReadonlySet<RowId>, whole: ReadonlySet<RowId>): boolean {
  return part.size <= whole.size && [...part].every((event) => whole.has(event));
}

function eventSet(reading: ComparedReading, row: number): ReadonlySet<RowId> {
  return new Set([...reading.eventsOfRow(row).values()].flat());
}

/** Rows looked at for one event: the first say it. */
const ROWS_OF_EVENT = 200;

function rowsWith(reading: ComparedReading, events: ReadonlySet<RowId>): readonly ReadonlySet<RowId>[] {
  const index = rowsByEvent(reading);
  const rows = new Set([...events].flatMap((event) => (index.get(event) ?? []).slice(0, ROWS_OF_EVENT)));
  return [...rows].slice(0, ROWS_OF_EVENT).map((row) => eventSet(reading, row));
}

const indexes = new WeakMap<ComparedReading, ReadonlyMap<RowId, readonly number[]>>();

function rowsByEvent(reading: ComparedReading): ReadonlyMap<RowId, readonly number[]> {
  const known = indexes.get(reading);
  if (known) return known;
  const index = new Map<RowId, number[]>();
  for (let row = 0; row < reading.table.rowCount; row++) {
    for (const event of eventSet(reading, row)) {
      const rows = index.get(event);
      if (rows) rows.push(row);
      else index.set(event, [row]);
    }
  }
  indexes.set(reading, index);
  return index;
}

/** Rows beyond this are not searched for what they repeat. */
const MOST_ROWS = 20_000;

/**
 * Where this reading repeats an event that the other has fewer rows of: one write met by two connects. It comes beside what lets the
 * further partners in.
 */
export function fanOut(rows: readonly number[], { home, homeParts, other, pairs }: Comparison): (Telling & { readonly rows: readonly number[] }) | null {
  if (rows.length === 0 || home.table.rowCount > MOST_ROWS || other.table.rowCount > MOST_ROWS || homeParts.legs.length < 2) return null;
  const shown = shownLeg(home);
  const candidates = [...pairs].map(([theirs, ours]) => {
    const [mine, yours] = [countsOf(home, ours), countsOf(other, theirs)];
    const repeated = rows.filter((row) => eventsAt(home, row, ours).some((event) => (yours.get(event) ?? 0) > 0 && (mine.get(event) ?? 0) > (yours.get(event) ?? 0)));
    const events = new Set(repeated.flatMap((row) => eventsAt(home, row, ours)));
    return { ours, repeated, events, made: total(mine, events), kept: total(yours, events) };
  });
  const best = candidates
    .filter(({ repeated }) => repeated.length > 0)
    .sort((a, b) => b.repeated.length - a.repeated.length || a.events.size - b.events.size || Number(b.ours === shown) - Number(a.ours === shown))
    .at(0);
  const partner = best && mostVaried(home, best.ours, best.events);
  if (!best || !partner) return null;
  const name = (leg: LegId): Words => [...typeOf(home, leg), { code: homeParts.legs.filter(({ id }) => id === leg).map(legName).join() }];
  const [ours, theirs] = [{ reading: home.kind }, { reading: other.kind }];
  const words: Words =
    best.events.size === 1
      ? ['One event ', ...name(best.ours), ` meets ${String(partner.most)} events `, ...name(partner.leg), `: it makes ${String(best.made)} rows in `, ours, `, ${String(best.kept)} in `, theirs, '.']
      : [`${String(best.events.size)} events `, ...name(best.ours), ` meet up to ${String(partner.most)} events `, ...name(partner.leg), ` each: they make ${String(best.made)} rows in `, ours, `, ${String(best.kept)} in `, theirs, '.'];
  return { kind: 'duplicates', key: 'fan-out', words, rows: best.repeated };
}

function eventsAt(reading: ComparedReading, row: number, leg: LegId): readonly RowId[] {
  return reading.eventsOfRow(row).get(leg) ?? [];
}

/** Rows of each event in the leg's place. */
function countsOf(reading: ComparedReading, leg: LegId): ReadonlyMap<RowId, number> {
  const counts = new Map<RowId, number>();
  for (let row = 0; row < reading.table.rowCount; row++) for (const event of eventsAt(reading, row, leg)) counts.set(event, (counts.get(event) ?? 0) + 1);
  return counts;
}

function total(counts: ReadonlyMap<RowId, number>, events: ReadonlySet<RowId>): number {
  return [...events].reduce((sum, event) => sum + (counts.get(event) ?? 0), 0);
}

/** The leg in which one event of `leg` meets the most events; null where it meets but one everywhere. */
function mostVaried(reading: ComparedReading, leg: LegId, events: ReadonlySet<RowId>): { readonly leg: LegId; readonly most: number } | null {
  const partners = new Map<LegId, Map<RowId, Set<RowId>>>();
  for (let row = 0; row < reading.table.rowCount; row++) {
    const behind = reading.eventsOfRow(row);
    for (const event of behind.get(leg) ?? []) {
      if (!events.has(event)) continue;
      for (const [other, met] of behind) {
        if (other === leg) continue;
        const of = partners.get(other) ?? new Map<RowId, Set<RowId>>();
        partners.set(other, of);
        of.set(event, new Set([...(of.get(event) ?? []), ...met]));
      }
    }
  }
  const most = [...partners].map(([of, met]) => ({ leg: of, most: Math.max(...[...met.values()].map(({ size }) => size)) }));
  return most.filter((candidate) => candidate.most > 1).sort((a, b) => b.most - a.most).at(0) ?? null;
}

/** The leg that the first column shows. */
function shownLeg({ query }: ComparedReading): LegId | null {
  return query.columns.flatMap(({ expr }) => fieldsOf(expr)).at(0)?.leg ?? null;
}

/** "5145 of " */
function typeOf({ query }: ComparedReading, leg: LegId): Words {
  const ids = neededLegs(query.plan).find((need) => need.leg === leg)?.eventIds;
  return ids ? [`${ids.join(' or ')} of `] : ['of '];
}
