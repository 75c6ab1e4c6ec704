import { grown, type Segment } from './segment';

/**
 * The distinct values of one column, as places in the segments: equal bytes have one code, from 1. Nothing is decoded here.
 */
export class ValueDictionary {
  /** Codes given, 0 included. */
  size = 1;
  private segmentOf = new Uint32Array(64);
  private starts = new Uint32Array(64);
  private lengths = new Uint32Array(64);
  private hashes = new Uint32Array(64);
  /** Open addressing: the code in each slot, 0 where it is free. */
  private table = new Uint32Array(256);

  constructor(private readonly segments: readonly Segment[]) {}

  codeOf(segment: number, start: number, length: number): number {
    const view = this.segments[segment].view;
    const hash = hashOf(view, start, length);
    const mask = this.table.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = this.table[slot];
      if (code === 0) return this.add(slot, segment, start, length, hash);
      if (this.hashes[code] !== hash || this.lengths[code] !== length) continue;
      if (equalBytes(view, start, this.segments[this.segmentOf[code]].view, this.starts[code], length)) return code;
    }
  }

  /** Whether the code, 0 for none, stands for these bytes. */
  hasAt(code: number, segment: number, start: number, length: number): boolean {
    if (this.lengths[code] !== length || code === 0) return false;
    return equalBytes(this.segments[segment].view, start, this.segments[this.segmentOf[code]].view, this.starts[code], length);
  }

  /** The bytes of a code's value. */
  place(code: number): { readonly bytes: Uint8Array; readonly start: number; readonly end: number } {
    const start = this.starts[code];
    return { bytes: this.segments[this.segmentOf[code]].bytes, start, end: start + this.lengths[code] };
  }

  private add(slot: number, segment: number, start: number, length: number, hash: number): number {
    const code = this.size++;
    if (code === this.starts.length) {
      this.segmentOf = grown(this.segmentOf, code + 1);
      this.starts = grown(this.starts, code + 1);
      this.lengths = grown(this.lengths, code + 1);
      this.hashes = grown(this.hashes, code + 1);
    }
    this.segmentOf[code] = segment;
    this.starts[code] = start;
    this.lengths[code] = length;
    this.hashes[code] = hash;
    this.table[slot] = code;
    if (2 * this.size > this.table.length) this.rehash();
    return code;
  }

  private rehash(): void {
    const table = new Uint32Array(4 * this.table.length);
    const mask = table.length - 1;
    for (let code = 1; code < this.size; code++) {
      let slot = this.hashes[code] & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = code;
    }
    this.table = table;
  }
}

/** Words at a time; the slack behind a segment's bytes lets the last one reach past the value. */
function hashOf(view: DataView, start: number, length: number): number {
  let hash = length;
  const whole = start + (length & ~3);
  for (let at = start; at < whole; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at, true), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  const rest = length & 3;
  if (rest > 0) {
    hash = Math.imul(hash ^ (view.getInt32(whole, true) & ((1 << (8 * rest)) - 1)), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}

function equalBytes(a: DataView, aStart: number, b: DataView, bStart: number, length: number): boolean {
  const whole = length & ~3;
  for (let i = 0; i < whole; i += 4) if (a.getInt32(aStart + i, true) !== b.getInt32(bStart + i, true)) return false;
  const rest = length & 3;
  if (rest === 0) return true;
  return ((a.getInt32(aStart + whole, true) ^ b.getInt32(bStart + whole, true)) & ((1 << (8 * rest)) - 1)) === 0;
}
