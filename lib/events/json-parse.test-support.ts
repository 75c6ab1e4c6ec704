import { rowId } from '@/lib/base/row-id';
import type { Column, EventTable } from './event-table';

/** A leaf by its dotted name: what `JSON.parse` made of it, and of which kind it is. */
export type Leaves = ReadonlyMap<string, unknown>;

/**
 * The judge: what JSON.parse says of each line. Null for a line that is not an event, undefined for a blank one.
 * @param text a file as a decoder gives it
 */
export function parseLines(text: string): (Leaves | null | undefined)[] {
  return text.split('\n').map((line) => {
    if (/^[ \t\r]*$/.test(line)) return undefined;
    try {
      const event: unknown = JSON.parse(line);
      return isObject(event) ? leavesOf(event) : null;
    } catch {
      return null;
    }
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function leavesOf(event: Record<string, unknown>): Leaves {
  const leaves = new Map<string, unknown>();
  const visit = (object: Record<string, unknown>, prefix: string): void => {
    for (const key of Object.keys(object)) {
      const value = object[key];
      if (isObject(value) && Object.keys(value).length > 0) visit(value, `${prefix}${key}.`);
      else leaves.set(prefix + key, value);
    }
  };
  visit(event, '');
  return leaves;
}

/** What the table holds, in the judge's form; by line, for one member. */
export function tableLines(table: EventTable, lineCount: number): (Leaves | null | undefined)[] {
  const lines: (Leaves | null | undefined)[] = Array.from({ length: lineCount }, () => undefined);
  for (const { line } of table.skipped) lines[line - 1] = null;
  const columns = table.fields.map(({ name }) => table.ownColumn(name));
  for (let row = 0; row < table.rowCount; row++) {
    const leaves = new Map<string, unknown>();
    for (const column of columns) {
      if (column && column.codes[row] !== 0) leaves.set(column.name, column.value(column.codes[row]));
    }
    lines[table.source(rowId(row)).line - 1] = leaves;
  }
  return lines;
}

/** The column, where a test knows that it is there. */
export function columnOf(table: EventTable, name: string): Column {
  const column = table.column(name);
  if (!column) throw new Error(`The table has no column ${name}`);
  return column;
}

/** The texts of a column by row. */
export function textsOf(table: EventTable, name: string): (string | null)[] {
  const column = columnOf(table, name);
  return [...column.codes].map((code) => column.text(code));
}
