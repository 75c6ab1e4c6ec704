import type { EventTable } from '@/lib/events/event-table';
import { cannotKnowWords } from '@/lib/hunts/coverage-words';
import { differenceCauses } from '@/lib/hunts/difference-causes';
import { readingCoverage } from '@/lib/hunts/host-coverage';
import type { AnalyticResult, HuntResult, ReadingResult } from '@/lib/hunts/hunt-result';
import type { DifferenceCauses, ReadingCoverage, ReadingHosts, ReadingPair } from './compare-shapes';
import type { ReadingAddress, ReadingKind } from './engine';
import { notFound } from './open-table';

/** What was worked out for a hunt's result, by what it was asked for. */
type Kept<T> = WeakMap<HuntResult, Map<string, T>>;

const causes: Kept<DifferenceCauses | null> = new WeakMap();
const coverages: Kept<ReadingCoverage | null> = new WeakMap();

function once<T>(kept: Kept<T>, result: HuntResult, key: string, make: () => T): T {
  const of = kept.get(result) ?? new Map<string, T>();
  kept.set(result, of);
  const known = of.get(key) ?? make();
  of.set(key, known);
  return known;
}

/** @throws UserError 'not-found' */
export function causesOf(result: HuntResult, { analytic, left, right }: ReadingPair, table: EventTable): DifferenceCauses | null {
  const of = analyticOf(result, analytic);
  return once(causes, result, JSON.stringify([analytic, left, right]), () => differenceCauses(readingOf(of, left), readingOf(of, right), table));
}

/** @throws UserError 'not-found' */
export function coverageOf(result: HuntResult, { analytic, reading }: ReadingAddress, table: EventTable): ReadingCoverage | null {
  const of = analyticOf(result, analytic);
  return once(coverages, result, JSON.stringify([analytic, reading]), () => readingCoverage(readingOf(of, reading), of.dataSources, table));
}

/** For every reading of the hunt that ran and found nothing, though the dataset as a whole could have shown it. */
export function hostsWithoutHit(result: HuntResult, table: EventTable): readonly ReadingHosts[] {
  return result.analytics.flatMap(({ analytic: { id }, readings }) =>
    readings.flatMap(({ kind, verdict }) => {
      const coverage = verdict === 'no-hit' ? coverageOf(result, { analytic: id, reading: kind }, table) : null;
      return coverage ? [{ analytic: id, reading: kind, counts: coverage.counts, cannotKnow: cannotKnowWords(coverage) }] : [];
    }),
  );
}

function analyticOf(result: HuntResult, id: string): AnalyticResult {
  const found = result.analytics.find(({ analytic }) => analytic.id === id);
  if (found) return found;
  throw notFound(`This hunt has no analytic ${id}.`);
}

function readingOf({ analytic, readings }: AnalyticResult, kind: ReadingKind): ReadingResult {
  const found = readings.find((reading) => reading.kind === kind);
  if (found) return found;
  throw notFound(`Analytic ${analytic.id} has no reading ${kind}.`);
}
