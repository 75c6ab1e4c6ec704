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
  /** The first of them that is not known, else the first. */
  readonly hit: TimelineHit;
  readonly bin: number;
  readonly hits: number;
  /** Of them, those that the viewer marked as known in the baseline. */
  readonly known: number;
}

export interface HitLane {
  readonly label: string;
  readonly analytics: readonly string[];
  /** One a bar: more would paint over each other. */
  readonly marks: readonly HitMark[];
}

/** The hits by analytic, a lane each. */
export function hitLanes(timeline: Timeline | null, readings: readonly ReadingAddress[], knownOf: (reading: ReadingAddress) => ReadonlySet<number>): readonly HitLane[] {
  const knownRows = new Map(readings.map((reading) => [reading.analytic, knownOf(reading)]));
  const isKnown = ({ analytic, row }: TimelineHit) => knownRows.get(analytic)?.has(row) ?? false;
  const analytics = readings.map(({ analytic }) => analytic);
  const own = analytics.length > MOST_LANES ? MOST_LANES - 1 : analytics.length;
  const lanes = analytics.slice(0, own).map((analytic) => ({ label: analytic, analytics: [analytic] }));
  if (own < analytics.length) lanes.push({ label: `+${analytics.length - own}`, analytics: analytics.slice(own) });
  return lanes.map((lane) => ({ ...lane, marks: timeline ? marksOf(timeline, new Set(lane.analytics), isKnown) : [] }));
}

function marksOf({ start, binMillis, hits }: Timeline, analytics: ReadonlySet<string>, isKnown: (hit: TimelineHit) => boolean): readonly HitMark[] {
  const marks = new Map<number, HitMark>();
  for (const hit of hits) {
    if (!analytics.has(hit.analytic)) continue;
    const bin = Math.floor((hit.millis - start) / binMillis);
    const before = marks.get(bin);
    const known = (before?.known ?? 0) + Number(isKnown(hit));
    // What is not known is what one looks for: such a hit is opened first.
    marks.set(bin, { hit: before && (isKnown(hit) || !isKnown(before.hit)) ? before.hit : hit, bin, hits: (before?.hits ?? 0) + 1, known });
  }
  return [...marks.values()].sort((a, b) => a.bin - b.bin);
}
