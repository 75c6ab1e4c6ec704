import type { EventLines } from './event-lines';
import type { Transcoder } from './transcoder';

const NEWLINE = 0x0a;
const SPACE = 0x20;
/** No JSON string may hold it, so a line that was broken inside a string stays as bad as it was. */
const CONTROL = 0x01;
const MAX_KEY_BYTES = 256;

/** Where events stand: one after the other, in an array, or in the array that is the value of `key` in an object. */
export type Place = { readonly kind: 'values' } | { readonly kind: 'array' } | { readonly kind: 'wrapper'; readonly key: string };

/**
 * Cuts the values that stand at one depth out of a JSON text, each onto a line of its own. It knows brackets and strings and
 * nothing else: whether a value is an event is for the table to say, so a bad one costs no more than itself.
 *
 *   [ {"a":1,       values      {"a":1,   "b":[2]}
 *     "b":[2]},       →         {"a":3}
 *     {"a":3} ]
 */
export class JsonObjects implements Transcoder {
  private depth = 0;
  private inString = false;
  private escaped = false;
  private line = 1;
  /** Depth at which the value that is being cut began; -1 between values. */
  private from = -1;
  /** A number or a word, which ends where something else begins. */
  private isBare = false;
  /** In a wrapper: the string at depth 1 that was read last, and whether the array that is open is the wanted one. */
  private key: number[] = [];
  private inList = false;
  private readonly wantedKey: string | null;
  private isFirst = true;

  constructor(
    private readonly place: Place,
    private readonly out: EventLines,
  ) {
    this.wantedKey = place.kind === 'wrapper' ? place.key : null;
  }

  push(bytes: Uint8Array): void {
    let run = 0;
    let at = 0;
    if (this.isFirst && bytes.length > 0) {
      this.isFirst = false;
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) at = 3;
    }
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (this.inString) {
        if (byte === NEWLINE) {
          run = this.breakLine(bytes, run, at, CONTROL);
          this.escaped = false;
        } else if (this.escaped) this.escaped = false;
        else if (byte === 0x5c) this.escaped = true;
        else if (byte === 0x22) {
          this.inString = false;
          if (this.from === this.depth) run = this.close(bytes, run, at + 1);
        } else if (this.wantedKey !== null && this.depth === 1 && this.key.length < MAX_KEY_BYTES) this.key.push(byte);
        continue;
      }
      if (byte === NEWLINE) {
        if (this.from === this.depth && this.isBare) run = this.close(bytes, run, at);
        run = this.breakLine(bytes, run, at, SPACE);
        continue;
      }
      if (byte > 0x22 && this.from >= 0 && byte !== 0x7b && byte !== 0x7d && byte !== 0x5b && byte !== 0x5d && byte !== 0x2c) continue;
      if (this.from === this.depth && this.isBare && endsBare(byte)) run = this.close(bytes, run, at);
      if (this.from < 0 && this.begins(byte)) {
        this.from = this.depth;
        this.isBare = byte !== 0x22 && byte !== 0x7b && byte !== 0x5b;
        this.out.begin(this.line);
        run = at;
      }
      if (byte === 0x22) {
        this.inString = true;
        if (this.depth === 1) this.key = [];
      } else if (byte === 0x7b || byte === 0x5b) {
        if (this.from < 0 && this.depth === 1 && byte === 0x5b) this.enterList();
        this.depth++;
      } else if ((byte === 0x7d || byte === 0x5d) && this.depth > 0) {
        this.depth--;
        if (this.from >= 0 && this.depth === this.from) run = this.close(bytes, run, at + 1);
        else if (this.depth <= 1) this.inList = false;
      }
    }
    if (this.from >= 0) this.out.put(bytes, run, bytes.length);
  }

  end(): void {
    // What was cut inside a value is refused as one.
    if (this.from >= 0) this.out.end();
    else if (this.depth > 0) this.out.refuse(this.line, 'the text ends before its list of events does', '');
  }

  private begins(byte: number): boolean {
    if (byte <= 0x20 || byte === 0x2c || (byte === 0x7d && this.depth > 0)) return false;
    if (this.place.kind === 'values') return true;
    if (this.place.kind === 'wrapper') return this.inList && this.depth === 2 && byte !== 0x5d;
    return this.depth === 0 ? byte !== 0x5b : this.depth === 1 && byte !== 0x5d;
  }

  private enterList(): void {
    this.inList = this.wantedKey !== null && new TextDecoder().decode(Uint8Array.from(this.key)) === this.wantedKey;
  }

  private close(bytes: Uint8Array, run: number, end: number): number {
    this.out.put(bytes, run, end);
    this.out.end();
    this.from = -1;
    this.isBare = false;
    return end;
  }

  private breakLine(bytes: Uint8Array, run: number, at: number, instead: number): number {
    this.line++;
    if (this.from < 0) return run;
    this.out.put(bytes, run, at);
    this.out.put(Uint8Array.of(instead), 0, 1);
    return at + 1;
  }
}

function endsBare(byte: number): boolean {
  return byte <= 0x22 || byte === 0x2c || byte === 0x7b || byte === 0x7d || byte === 0x5b || byte === 0x5d;
}
