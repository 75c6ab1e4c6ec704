import type { RowId } from '@/lib/base/row-id';
import type { EventTable } from '@/lib/events/event-table';
import { keyOfEvents } from '@/lib/hunts/compare';
import type { HuntDocument } from '@/lib/hunts/hunt-document';
import { runHunt } from '@/lib/hunts/run-hunt';
import type { ResultTable } from '@/lib/query/result-table';
import type { HuntRun, ReadingAddress, RowAddress } from './engine';
import { huntRun } from './hunt-run';
import { shownEvents } from './join-chain';
import { notFound } from './open-table';
import { RowsView } from './rows';

/** A join's result may be of any length; a name for each row of the longest would not fit in memory. */
const MAX_NAMED_ROWS = 1_000_000;

interface KeptResult {
  readonly table: ResultTable;
  readonly view: RowsView;
  /** Row number by the set of events that made it; made when first asked for. */
  rowOfEvents: ReadonlyMap<string, number> | null;
}

/** The results of one hunt on one dataset, kept so that rows can be asked for. */
export class HuntResults {
  private constructor(
    readonly run: HuntRun,
    private readonly results: ReadonlyMap<string, KeptResult>,
  ) {}

  static run(document: HuntDocument, table: EventTable): HuntResults {
    const result = runHunt(document, table);
    const kept = new Map<string, KeptResult>();
    for (const { analytic, readings } of result.analytics) {
      for (const { kind, table: rows } of readings) {
        if (rows) kept.set(keyOf({ analytic: analytic.id, reading: kind }), { table: rows, view: new RowsView(rows), rowOfEvents: null });
      }
    }
    return new HuntResults(huntRun(result), kept);
  }

  /** @throws UserError 'not-found' */
  result(at: ReadingAddress): ResultTable {
    return this.kept(at).table;
  }

  /** The result, if it has the row. @throws UserError 'not-found' */
  resultWithRow(at: RowAddress): ResultTable {
    const { table } = this.kept(at);
    if (at.row >= 0 && at.row < table.rowCount && Number.isInteger(at.row)) return table;
    throw notFound(`Analytic ${at.analytic} (${at.reading}) has no row ${at.row}: it has ${table.rowCount}.`);
  }

  /** @throws UserError 'not-found' */
  view(at: ReadingAddress): RowsView {
    return this.kept(at).view;
  }

  /** The first row whose join chain shows exactly these events. @throws UserError 'not-found' */
  findRow(at: ReadingAddress, events: readonly RowId[]): number | null {
    const kept = this.kept(at);
    kept.rowOfEvents ??= rowsByEvents(kept.table);
    return kept.rowOfEvents.get(keyOfEvents(events)) ?? null;
  }

  private kept(at: ReadingAddress): KeptResult {
    const kept = this.results.get(keyOf(at));
    if (kept) return kept;
    throw notFound(`This hunt has no rows for analytic ${at.analytic} (${at.reading}).`);
  }
}

function keyOf({ analytic, reading }: ReadingAddress): string {
  return `${reading} ${analytic}`;
}

function rowsByEvents(table: ResultTable): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (let row = Math.min(table.rowCount, MAX_NAMED_ROWS) - 1; row >= 0; row--) rows.set(keyOfEvents(table.lineage(row).flatMap(shownEvents)), row);
  return rows;
}
