import { assertNever } from '@/lib/base/assert-never';
import type { EventTable } from '@/lib/events/event-table';
import { cannotKnowWords } from '@/lib/hunts/coverage-words';
import type { DataSourceStatus } from '@/lib/hunts/data-source-status';
import { readingCoverage } from '@/lib/hunts/host-coverage';
import type { HuntResult, ReadingResult } from '@/lib/hunts/hunt-result';
import type { OpenedDataset } from '@/lib/ingest/open-dataset';
import type { ReadingChoice } from './arguments';
import { datasetWarnings } from './hunt-report';

/** Rows printed of each reading. */
const ROWS = 10;
const CELL_CHARACTERS = 40;

/** The result for people. */
export function printReport(opened: OpenedDataset, { document, analytics }: HuntResult, choice: ReadingChoice): string {
  const { table } = opened;
  const lines = [
    `${opened.name}: ${count(table.rowCount, 'event')}, ${count(table.skippedCount, 'skipped line')}`,
    ...datasetWarnings(opened).map((warning) => `! ${warning}`),
    '',
    document.title,
  ];
  for (const { analytic, dataSources, readings } of analytics) {
    lines.push('', `Analytic ${analytic.id}  ${analytic.title}`);
    for (const reading of readings) {
      if (choice === 'all' || reading.kind === choice) lines.push(...printReading(reading, dataSources, table));
    }
  }
  return `${lines.map(printable).join('\n')}\n`;
}

function printReading(reading: ReadingResult, sources: readonly DataSourceStatus[], events: EventTable): string[] {
  const { kind, table } = reading;
  const lines = [`  ${kind}: ${outcome(reading, sources, events)}`];
  for (const { message } of table?.warnings ?? []) lines.push(`    ! ${message}`);
  if (!table || table.rowCount === 0) return lines;
  const rows = Array.from({ length: Math.min(ROWS, table.rowCount) }, (_, row) => table.columns.map((_name, column) => table.cell(row, column) ?? ''));
  lines.push(...grid([[...table.columns], ...rows]).map((line) => `    ${line}`));
  if (table.rowCount > ROWS) lines.push(`    … and ${table.rowCount - ROWS} more`);
  return lines;
}

/** "3 rows", "no hit", "no hit (cannot know on DC01: no Sysmon 11)", "cannot know (…)". */
function outcome(reading: ReadingResult, sources: readonly DataSourceStatus[], events: EventTable): string {
  const { verdict, reason, table } = reading;
  const because = reason === null ? '' : ` (${reason})`;
  switch (verdict) {
    case 'hits':
      return count(table?.rowCount ?? 0, 'row');
    case 'no-hit': {
      const coverage = readingCoverage(reading, sources, events);
      const unknown = coverage && cannotKnowWords(coverage);
      if (!coverage || unknown === null) return 'no hit';
      return coverage.counts.noHit === 0 ? unknown : `no hit (${unknown})`;
    }
    case 'cannot-know':
      return `cannot know${because}`;
    case 'error':
      return `error${because}`;
    default:
      return assertNever(verdict);
  }
}

/** Columns of equal width; long cells are cut. */
function grid(rows: readonly (readonly string[])[]): string[] {
  const cut = rows.map((cells) => cells.map((cell) => (cell.length > CELL_CHARACTERS ? `${cell.slice(0, CELL_CHARACTERS - 1)}…` : cell)));
  const widths = cut[0].map((_, column) => Math.max(...cut.map((cells) => cells[column].length)));
  return cut.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd());
}

function count(number: number, what: string): string {
  return `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`;
}

/** A dataset must not steer the terminal: control characters are shown as such. */
export function printable(line: string): string {
  return line.replace(/\p{Cc}/gu, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
