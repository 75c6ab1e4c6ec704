import { parseCsv, type CsvDialect } from './csv-dialect';
import type { EventLines } from './event-lines';
import type { Transcoder } from './transcoder';

/** A row that is longer is no row: a quote was opened and never closed. */
const MAX_ROW_CHARACTERS = 16 * 1024 * 1024;

/** An integer as JSON writes it, and small enough that a number holds it exactly. */
const INTEGER = /^(?:0|-?[1-9]\d{0,14})$/;

/**
 * Makes an object of each row of a CSV text: the header names the fields. An integer becomes a number, as readers of CSV do; an empty
 * cell becomes null; anything else stays the text it is.
 */
export class CsvRows implements Transcoder {
  private readonly decoder = new TextDecoder();
  private pending = '';
  /** No row ended in the pending text when it was this long; it is parsed again once it has doubled. */
  private tried = 0;
  private line = 1;
  private names: readonly string[] | null = null;

  constructor(
    private readonly dialect: CsvDialect,
    private readonly out: EventLines,
  ) {}

  push(bytes: Uint8Array): void {
    this.pending += this.decoder.decode(bytes, { stream: true });
    if (this.pending.length < 2 * this.tried) return;
    this.take(true);
    if (this.pending.length > MAX_ROW_CHARACTERS) {
      this.out.refuse(this.line, 'a row that does not end', this.pending);
      this.line += newlinesIn(this.pending);
      this.pending = '';
    }
    this.tried = this.pending.length;
  }

  end(): void {
    this.pending += this.decoder.decode();
    this.take(false);
  }

  private take(leaveLast: boolean): void {
    const text = this.pending;
    const { rows, end } = parseCsv(text, this.dialect, leaveLast);
    this.pending = leaveLast ? text.slice(end) : '';
    let at = 0;
    for (const row of rows) {
      const lines = 1 + row.reduce((sum, cell) => sum + newlinesIn(cell), 0);
      const next = afterLines(text, at, lines);
      this.row(row, () => text.slice(at, next).replace(/\r?\n$/, ''));
      this.line += lines;
      at = next;
    }
  }

  private row(cells: readonly string[], written: () => string): void {
    if (cells.length === 1 && cells[0].trim() === '') return;
    if (this.names === null) {
      this.names = fieldNames(cells);
      return;
    }
    if (cells.length !== this.names.length) {
      this.out.refuse(this.line, `${cells.length} cells where the header names ${this.names.length}`, cells.join(this.dialect.delimiter));
      return;
    }
    const pairs = this.names.map((name, i) => `${JSON.stringify(name)}:${cellJson(cells[i])}`);
    this.out.event(`{${pairs.join(',')}}`, this.line, written());
  }
}

function cellJson(cell: string): string {
  if (cell === '') return 'null';
  return INTEGER.test(cell) ? cell : JSON.stringify(cell);
}

/** A column without a name is called by its place. */
function fieldNames(header: readonly string[]): readonly string[] {
  return header.map((cell, i) => cell.trim() || `column ${i + 1}`);
}

/** Where the text goes on `lines` lines behind `start`. */
function afterLines(text: string, start: number, lines: number): number {
  let at = start;
  for (let i = 0; i < lines; i++) at = (text.indexOf('\n', at) + 1) || text.length;
  return at;
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
