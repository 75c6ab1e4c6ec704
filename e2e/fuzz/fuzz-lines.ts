import { isDeepStrictEqual } from 'node:util';
import { rowId } from '@/lib/base/row-id';
import type { Column, EventTable } from '@/lib/events/event-table';
import { EventTableBuilder } from '@/lib/events/event-table-builder';
import type { Random } from '@/lib/sample/random';
import { changeBytes } from './change-bytes';
import { changeTokens } from './change-tokens';
import type { GoodLines } from './good-input';
import { parsedLine } from './parsed-line';

const BATCH_LINES = 100;
const encoder = new TextEncoder();

interface Tally {
  accepted: number;
  refused: number;
  blank: number;
  /** Lines of which only accept and reject could be compared: two of their fields have one dotted name. */
  ambiguous: number;
  /** Where the index and JSON.parse differ: the line and how. */
  readonly differences: { readonly line: string; readonly what: string }[];
}

export type LinesReport = Readonly<Tally>;

/** Changes `count` lines and compares what the index and JSON.parse make of them. */
export function fuzzLines({ sources }: GoodLines, count: number, random: Random, onBatch: (done: number) => void = () => undefined): LinesReport {
  const tally: Tally = { accepted: 0, refused: 0, blank: 0, ambiguous: 0, differences: [] };
  for (let done = 0; done < count; done += BATCH_LINES) {
    compareBatch(batchOf(random.pick(sources), Math.min(BATCH_LINES, count - done), random), random, tally);
    onBatch(done);
  }
  return tally;
}

/** Changed lines between whole ones, so that they meet predictions; the last sees to it that there is an event. */
function batchOf(source: readonly string[], count: number, random: Random): Uint8Array {
  const parts: Uint8Array[] = [];
  const add = (line: Uint8Array) => parts.push(line, Uint8Array.of(0x0a));
  for (let i = 0; i < count; i++) {
    const line = random.pick(source);
    if (i % 10 === 0) add(encoder.encode(line));
    add(random.integer(0, 1) === 0 ? changeBytes(encoder.encode(line), random, 3) : encoder.encode(changeTokens(line, random)));
  }
  add(encoder.encode('{"a":1}'));
  return new Uint8Array(Buffer.concat(parts));
}

function compareBatch(bytes: Uint8Array, random: Random, tally: Tally): void {
  const table = tableOf(bytes, random);
  const columns = table.fields.flatMap(({ name }) => table.ownColumn(name) ?? []);
  const rows = new Map(Array.from({ length: table.rowCount }, (_, row) => [table.source(rowId(row)).line, row]));
  const refused = new Set(table.skipped.map(({ line }) => line));
  new TextDecoder().decode(bytes).split('\n').forEach((line, i) => {
    const row = rows.get(i + 1);
    const judged = parsedLine(line);
    const differ = (what: string) => tally.differences.push({ line, what });
    switch (judged.kind) {
      case 'blank':
        tally.blank++;
        if (row !== undefined || refused.has(i + 1)) differ('blank, but not to the index');
        return;
      case 'refused':
        tally.refused++;
        if (row !== undefined || !refused.has(i + 1)) differ('JSON.parse refuses it, the index does not');
        return;
      case 'event':
        tally.accepted++;
        if (row === undefined) differ('JSON.parse accepts it, the index does not');
        else if (judged.ambiguous) tally.ambiguous++;
        else if (!isDeepStrictEqual(leavesOf(columns, row), judged.leaves)) differ('the values are not those of JSON.parse');
    }
  });
}

/** In whole or in small pieces: neither may matter. */
function tableOf(bytes: Uint8Array, random: Random): EventTable {
  const builder = new EventTableBuilder();
  builder.startMember('lines.json');
  const piece = random.integer(0, 1) === 0 ? bytes.length : random.integer(1, 5_000);
  for (let at = 0; at < bytes.length; at += piece) builder.append(bytes.slice(at, at + piece));
  return builder.finish();
}

function leavesOf(columns: readonly Column[], row: number): ReadonlyMap<string, unknown> {
  const present = columns.filter(({ codes }) => codes[row] !== 0);
  return new Map(present.map((column) => [column.name, column.value(column.codes[row])]));
}
