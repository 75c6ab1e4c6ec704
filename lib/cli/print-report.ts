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
  for (const { analytic, readings } of analytics) {
    lines.push('', `Analytic ${analytic.id}  ${analytic.title}`);
    for (const reading of readings) {
      if (choice === 'all' || reading.kind === choice) lines.push(...printReading(reading));
    }
  }
  return `${lines.map(printable).join('\n')}\n`;
}

function printReading({ kind, verdict, reason, table }: ReadingResult): string[] {
  const outcome = { hits: count(table?.rowCount ?? 0, 'row'), 'no-hit': 'no hit', 'cannot-know': 'cannot know', error: 'error' }[verdict];
  const lines = [`  ${kind}: ${outcome}${reason === null ? '' : ` (${reason})`}`];
  for (const { message } of table?.warnings ?? []) lines.push(`    ! ${message}`);
  if (!table || table.rowCount === 0) return lines;
  const rows = Array.from({ length: Math.min(ROWS, table.rowCount) }, (_, row) => table.columns.map((_name, column) => table.cell(row, column) ?? ''));
  lines.push(...grid([[...table.columns], ...rows]).map((line) => `    ${line}`));
  if (table.rowCount > ROWS) lines.push(`    … and ${table.rowCount - ROWS} more`);
  return lines;
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
