import type { Column, EventTable, TextScan } from '@/lib/events/event-table';
import type { EventFilter, FieldFilter } from './event-filter-shapes';
import type { OpenTable } from './open-table';
import { spellingsOf } from './spellings';

/** Fails several parts. */
const SEVERAL = 255;

/**
 * The events that meet a filter, as far as its text has been searched for. What a row fails is kept in a byte, so that it can be asked
 * what would be without one part.
 *
 *   failed   0 0 2 255 1      0 nothing, 1 only the first part, 2 only the second …, 255 several
 */
export class FilteredEvents {
  /** By row. */
  private readonly failed: Uint8Array;
  /** The fields that the filter asks of, in the order of their parts; then the time. */
  private readonly parts: readonly string[];
  private readonly timePart: number;
  private readonly hasText: Uint8Array | null;
  private marked = 0;
  /** What each of several facets asks for, of the events found until then. */
  private met: { readonly marked: number; readonly rows: Uint32Array } | null = null;

  constructor(
    private readonly open: OpenTable,
    filter: EventFilter,
    private readonly scan: TextScan | null,
  ) {
    const { rowCount } = open.table;
    this.failed = new Uint8Array(rowCount);
    this.hasText = scan && new Uint8Array(rowCount);
    this.parts = [...new Set(filter.fields.map(({ field }) => field))];
    this.parts.forEach((field, part) => this.failField(part + 1, field, filter.fields.filter((each) => each.field === field)));
    this.timePart = this.parts.length + 1;
    if (filter.time) this.failTime(filter.time.from, filter.time.to);
    this.markText();
  }

  /** The rows, in order, that meet the filter, or all of it but what it asks of a field. */
  rows(but: string | null = null): Uint32Array {
    const part = but === null ? 0 : this.parts.indexOf(but) + 1;
    if (part > 0) return this.rowsBut(part);
    if (this.met?.marked !== this.marked) this.met = { marked: this.marked, rows: this.rowsBut(0) };
    return this.met.rows;
  }

  /** The rows, in order, that meet all of the filter but what it asks of the time. */
  rowsOfAnyTime(): Uint32Array {
    return this.rowsBut(this.timePart);
  }

  private rowsBut(part: number): Uint32Array {
    const { failed, hasText } = this;
    const rows = new Uint32Array(failed.length);
    let count = 0;
    for (let row = 0; row < failed.length; row++) if ((failed[row] === 0 || failed[row] === part) && (hasText === null || hasText[row] === 1)) rows[count++] = row;
    return rows.subarray(0, count);
  }

  /** Of rows in some order those that meet the filter, in that order. */
  among(order: Uint32Array): Uint32Array {
    const { failed, hasText } = this;
    const rows = new Uint32Array(order.length);
    let count = 0;
    for (let i = 0; i < order.length; i++) if (failed[order[i]] === 0 && (hasText === null || hasText[order[i]] === 1)) rows[count++] = order[i];
    return rows.subarray(0, count);
  }

  count(): number {
    const { failed, scan } = this;
    let rows = 0;
    if (scan) for (const row of scan.rows) rows += Number(failed[row] === 0);
    else for (const part of failed) rows += Number(part === 0);
    return rows;
  }

  /** Places of the filter's text in the events that meet it. */
  countHits(): number {
    let hits = 0;
    this.scan?.rows.forEach((row, i) => (hits += this.failed[row] === 0 ? (this.scan?.rowHits[i] ?? 0) : 0));
    return hits;
  }

  /** Goes on looking for the text for about so long; true once it was looked for everywhere. */
  advance(millis: number): boolean {
    const isDone = this.scan?.advance(millis) ?? true;
    this.markText();
    return isDone;
  }

  private markText(): void {
    const { scan, hasText } = this;
    if (!scan || !hasText) return;
    const { rows } = scan;
    for (; this.marked < rows.length; this.marked++) hasText[rows[this.marked]] = 1;
  }

  private failField(part: number, field: string, filters: readonly FieldFilter[]): void {
    const { failed } = this;
    const column = fieldColumn(this.open.table, field);
    const { keyOf } = spellingsOf(this.open, field, column);
    const asked = filters.map((each) => ({ ...each, value: each.value === null ? null : keyOf(each.value) }));
    const isMet = column ? metCodes(column, keyOf, asked) : Uint8Array.of(meets(null, asked) ? 1 : 0);
    const codes = column?.codes;
    for (let row = 0; row < failed.length; row++) if (isMet[codes ? codes[row] : 0] === 0) failed[row] = failed[row] === 0 ? part : SEVERAL;
  }

  private failTime(from: number, to: number): void {
    const { failed, timePart } = this;
    const millis = this.open.clock?.millis;
    for (let row = 0; row < failed.length; row++) {
      const at = millis ? millis[row] : NaN;
      if (!(at >= from && at < to)) failed[row] = failed[row] === 0 ? timePart : SEVERAL;
    }
  }
}

/** A field by any of its names; null if the dataset has none of them. */
export function fieldColumn(table: EventTable, field: string): Column | null {
  const { found } = table.resolve(field);
  return found === null ? null : table.column(found);
}

function metCodes(column: Column, keyOf: (text: string) => string, filters: readonly FieldFilter[]): Uint8Array {
  return Uint8Array.from({ length: column.size }, (_, code) => {
    const text = column.text(code);
    return meets(text === null ? null : keyOf(text), filters) ? 1 : 0;
  });
}

/** Both by the keys of their spellings. */
function meets(text: string | null, filters: readonly FieldFilter[]): boolean {
  let wants = false;
  let isWanted = false;
  for (const { value, exclude } of filters) {
    if (exclude && value === text) return false;
    if (exclude) continue;
    wants = true;
    isWanted ||= value === text;
  }
  return !wants || isWanted;
}
