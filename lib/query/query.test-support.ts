import type { EventTable } from '@/lib/events/event-table';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { runQuery } from './execute/run-query';
import type { ResultTable } from './result-table';
import { compileSql } from './sql/compile-sql';

/** A dataset of these events. */
export function tableOf(events: readonly object[]): EventTable {
  return eventTableOf(events.map((event) => JSON.stringify(event)).join('\n'));
}

/** Runs SQL that must compile. */
export function runSql(sql: string, table: EventTable): ResultTable {
  const compiled = compileSql(sql, table);
  if (!compiled.ok) throw new Error(`${compiled.error.message} at ${compiled.error.span.start}`);
  return runQuery(compiled.value, table);
}

export function rowsOf(result: ResultTable): (string | null)[][] {
  return Array.from({ length: result.rowCount }, (_, row) => result.columns.map((_column, column) => result.cell(row, column)));
}

/** The rows of a query over a few events, each row's cells joined by '|', missing ones shown as '·'. */
export function sqlRows(sql: string, events: readonly object[]): string[] {
  return rowsOf(runSql(sql, tableOf(events))).map((cells) => cells.map((cell) => cell ?? '·').join('|'));
}
