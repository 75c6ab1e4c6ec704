import type { HuntRun, ReadingAddress, ReadingKind, Timeline, TimelineHit } from '@/lib/engine/engine';

/** Lines that the marks have room in; the last holds what is left. */
export const MOST_LANES = 6;

/** Of each analytic with hits, the reading whose hits are marked: of the kind on screen, or the first that has some. */
export function markedReadings(run: HuntRun, kind: ReadingKind | null): readonly ReadingAddress[] {
  return run.analytics.flatMap(({ id, readings }) => {
    const withHits = readings.filter(({ verdict }) => verdict === 'hits');
    const reading = withHits.find((candidate) => candidate.kind === kind) ?? withHits.at(0);
    return reading ? [{ analytic: id, reading: reading.kind }] : [];
  });
}

export interface HitMark {
  /** The first of them. */
  readonly hit: TimelineHit;
  readonly bin: number;
  readonly hits: number;
}

export interface HitLane {
  readonly label: string;
  readonly analytics: readonly string[];
  /** One a bar: more would paint over each other. */
  readonly marks: readonly HitMark[];
}

/** The hits by analytic, a lane each. */
export function hitLanes(timeline: Timeline | null, readings: readonly ReadingAddress[]): readonly HitLane[] {
  const analytics = readings.map(({ analytic }) => analytic);
  const own = analytics.length > MOST_LANES ? MOST_LANES - 1 : analytics.length;
  const lanes = analytics.slice(0, own).map((analytic) => ({ label: analytic, analytics: [analytic] }));
  if (own < analytics.length) lanes.push({ label: `+${analytics.length - own}`, analytics: analytics.slice(own) });
  return lanes.map((lane) => ({ ...lane, marks: timeline ? marksOf(timeline, new Set(lane.analytics)) : [] }));
}

function marksOf({ start, binMillis, hits }: Timeline, analytics: ReadonlySet<string>): readonly HitMark[] {
  const marks = new Map<number, HitMark>();
  for (const hit of hits) {
    if (!analytics.has(hit.analytic)) continue;
    const bin = Math.floor((hit.millis - start) / binMillis);
    const known = marks.get(bin);
    marks.set(bin, known ? { ...known, hits: known.hits + 1 } : { hit, bin, hits: 1 });
  }
  return [...marks.values()].sort((a, b) => a.bin - b.bin);
}
