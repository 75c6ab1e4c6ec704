import type { EventTable } from '@/lib/events/event-table';
import type { HuntDocument } from '@/lib/hunts/hunt-document';
import type { HuntResult } from '@/lib/hunts/hunt-result';
import { runHunt } from '@/lib/hunts/run-hunt';
import type { HuntRun, ReadingAddress } from './engine';
import { huntRun } from './hunt-run';
import { KeptResult } from './kept-result';
import { notFound } from './open-table';

/** The results of one hunt on one dataset, kept so that rows can be asked for. */
export class HuntResults {
  private constructor(
    readonly run: HuntRun,
    readonly result: HuntResult,
    private readonly results: ReadonlyMap<string, KeptResult>,
  ) {}

  static run(document: HuntDocument, table: EventTable): HuntResults {
    const result = runHunt(document, table);
    const kept = new Map<string, KeptResult>();
    for (const { analytic, readings } of result.analytics) {
      for (const { kind, table: rows } of readings) {
        if (rows) kept.set(keyOf({ analytic: analytic.id, reading: kind }), new KeptResult(rows));
      }
    }
    return new HuntResults(huntRun(result), result, kept);
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
