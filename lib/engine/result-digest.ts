import { shortDigest } from '@/lib/base/short-digest';
import type { EventTable } from '@/lib/events/event-table';
import type { HuntResult, ReadingResult } from '@/lib/hunts/hunt-result';
import { Sha256 } from '@/lib/ingest/sha256-steps';
import type { Plan } from '@/lib/query/plan';
import type { ResultTable } from '@/lib/query/result-table';
import type { ReadingAddress } from './reading-address';

/** Rises whenever the same rows would give another digest. */
export const RESULT_DIGEST_FORMAT = 2;

/** The rows of all readings of a hunt, told from any others. */
export interface ResultDigest {
  readonly format: number;
  /** 96 bits, base64url. */
  readonly digest: string;
  /** Of each reading by itself, in the hunt's order. Short: they only name what of a changed result changed. */
  readonly readings: readonly ReadingDigest[];
}

export interface ReadingDigest extends ReadingAddress {
  /** Null: it did not run. */
  readonly rows: number | null;
  /** Of its rows, 24 bits, base64url. */
  readonly digest: string;
  /** Of its query's text, 18 bits, base64url. */
  readonly code: string;
}

const DIGEST_LETTERS = 4;
const CODE_LETTERS = 3;

/** More rows would not be in memory as texts; a hunt that finds as many finds nothing. */
const MOST_ROWS = 1_000_000;

const encoder = new TextEncoder();

/**
 * A digest over those of every reading of every analytic in the hunt's order: of its columns, and of each row the values and the events
 * behind it, by their places in the dataset. A reading that could not be run counts as such. The order of the rows counts only where the query asks for one. Null for more
 * than MOST_ROWS rows in one reading.
 */
export function resultDigest(result: HuntResult, events: Pick<EventTable, 'source'>): ResultDigest | null {
  const all = new Sha256();
  const told: ReadingDigest[] = [];
  for (const { analytic, readings } of result.analytics) {
    for (const { kind, reading, table, query } of readings) {
      if (table && table.rowCount > MOST_ROWS) return null;
      const own = new Sha256();
      own.update(encoder.encode(`${JSON.stringify([analytic.id, kind, table && table.columns])}\n`));
      for (const row of table ? rowTexts(table, events, isSorted(query)) : []) own.update(encoder.encode(`${row}\n`));
      const digest = own.digest();
      all.update(encoder.encode(`${digest}\n`));
      told.push({ analytic: analytic.id, reading: kind, rows: table && table.rowCount, digest: shortDigest(digest).slice(0, DIGEST_LETTERS), code: codeDigest(reading.code) });
    }
  }
  return { format: RESULT_DIGEST_FORMAT, digest: shortDigest(all.digest()), readings: told };
}

function codeDigest(code: string): string {
  const hash = new Sha256();
  hash.update(encoder.encode(code));
  return shortDigest(hash.digest()).slice(0, CODE_LETTERS);
}

/** A text without a line end for each row. */
function rowTexts(table: ResultTable, events: Pick<EventTable, 'source'>, isInOrder: boolean): readonly string[] {
  const texts = Array.from({ length: table.rowCount }, (_, row) => {
    const cells = table.columns.map((_name, column) => table.cell(row, column));
    const legs = table.lineage(row).map((leg) => [...leg.events].sort((a, b) => a - b).map((event) => placeOf(events, event)));
    return JSON.stringify([cells, legs]);
  });
  return isInOrder ? texts : texts.sort();
}

function placeOf(events: Pick<EventTable, 'source'>, event: Parameters<EventTable['source']>[0]): string {
  const { member, line } = events.source(event);
  return `${member}:${line}`;
}

/** Whether the query itself puts its rows in an order. */
function isSorted(query: ReadingResult['query']): boolean {
  let plan: Plan | undefined = query?.plan;
  while (plan?.kind === 'limit') plan = plan.input;
  return plan?.kind === 'sort';
}
