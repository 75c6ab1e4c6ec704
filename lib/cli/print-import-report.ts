import type { ReportSection } from '@/lib/engine/report-shapes';
import { printable } from './print-report';

const CELL_CHARACTERS = 80;

/** The import report for people. */
export function printImportReport(sections: readonly ReportSection[]): string {
  const lines = sections.flatMap(({ title, notes, columns, numeric, rows, more }) => [
    '',
    title,
    ...notes.map((note) => `  ${note}`),
    ...grid(columns.some((name) => name !== '') ? [columns, ...rows] : rows, numeric),
    ...(more > 0 ? [`  … and ${more.toLocaleString('en')} more`] : []),
  ]);
  return `${lines.slice(1).map(printable).join('\n')}\n`;
}

function grid(rows: readonly (readonly string[])[], numeric: readonly number[]): string[] {
  const cut = rows.map((cells) => cells.map((cell) => (cell.length > CELL_CHARACTERS ? `${cell.slice(0, CELL_CHARACTERS - 1)}…` : cell)));
  const widths = cut[0]?.map((_, column) => cut.reduce((widest, cells) => Math.max(widest, cells[column].length), 0)) ?? [];
  const padded = (cell: string, column: number) => (numeric.includes(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column]));
  return cut.map((cells) => `  ${cells.map(padded).join('  ')}`.trimEnd());
}
