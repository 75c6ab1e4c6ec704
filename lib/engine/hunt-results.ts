import type { RowId } from '@/lib/base/row-id';
import type { EventTable } from '@/lib/events/event-table';
import type { HuntDocument } from '@/lib/hunts/hunt-document';
import type { HuntResult } from '@/lib/hunts/hunt-result';
import { runHunt } from '@/lib/hunts/run-hunt';
import { Explanation } from '@/lib/query/execute/explanation';
import type { ResultTable } from '@/lib/query/result-table';
import type { HuntRun, ReadingAddress } from './engine';
import type { EventStanding } from './explain-shapes';
import { huntRun } from './hunt-run';
import { KeptResult } from './kept-result';
import { notFound, type OpenTable } from './open-table';
import { hitEvents, type HitEvents } from './session-hits';
import { standingOf, unknownStanding } from './why-not';

/** The results of one hunt on one dataset, kept so that rows can be asked for. */
export class HuntResults {
  private hits: HitEvents | null = null;

  private constructor(
    readonly run: HuntRun,
    readonly result: HuntResult,
    private readonly results: ReadonlyMap<string, KeptResult>,
  ) {}

  static run(document: HuntDocument, table: EventTable): HuntResults {
    return HuntResults.of(runHunt(document, table), table);
  }

  /** Of a hunt that was run on the table. */
  static of(result: HuntResult, table: EventTable): HuntResults {
    const kept = new Map<string, KeptResult>();
    for (const { analytic, readings } of result.analytics) {
      for (const { kind, query, table: rows } of readings) {
        if (rows && query) kept.set(keyOf({ analytic: analytic.id, reading: kind }), new KeptResult(rows, new Explanation(query, table)));
      }
    }
    return new HuntResults(huntRun(result), result, kept);
  }

  /** What each reading says to an event, in the order of the hunt. @throws UserError 'query-failed' */
  standings(open: OpenTable, event: RowId): EventStanding[] {
    return this.run.analytics.flatMap(({ id, title, readings }) =>
      readings.map(({ kind, reason }) => {
        const kept = this.results.get(keyOf({ analytic: id, reading: kind }));
        const standing = kept ? standingOf(open, kept.explanation, event) : unknownStanding(reason);
        return { analytic: id, reading: kind, title, ...standing };
      }),
    );
  }

  /** Which analytics the dataset's events are behind. Worked out when first asked for. */
  hitEvents(open: OpenTable): HitEvents {
    return (this.hits ??= hitEvents(open, this.tables()));
  }

  /** The rows of each reading that ran, in the order of the hunt. */
  tables(): readonly (ReadingAddress & { readonly table: ResultTable })[] {
    return this.result.analytics.flatMap(({ analytic, readings }) => readings.flatMap(({ kind, table }) => (table ? [{ analytic: analytic.id, reading: kind, table }] : [])));
  }

  /** @throws UserError 'not-found' */
  kept(at: ReadingAddress): KeptResult {
    const kept = this.results.get(keyOf(at));
    if (kept) return kept;
    throw notFound(`This hunt has no rows for analytic ${at.analytic} (${at.reading}).`);
  }
}

function keyOf({ analytic, reading }: ReadingAddress): string {
  return `${reading} ${analytic}`;
}
