const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
/** Most that a byte of a string becomes: `\u0001`. */
const ESCAPED_BYTES = 6;
const FIRST_SLOTS = 256;

const HEX_DIGITS = new TextEncoder().encode('0123456789abcdef');

/** Writes flat JSON objects, one after the other, as bytes of UTF-8 from bytes of UTF-8. Of two equal keys the first stays. */
export class JsonRecord {
  /** The object that was ended last takes the first `used`, until the next begins. */
  bytes = new Uint8Array(4_096);
  used = 0;
  /** Where each key begins and ends. */
  private places = new Uint32Array(FIRST_SLOTS);
  private keyCount = 0;
  /** Open addressing: the number of a key from 1, 0 where a slot is free. */
  private slots = new Uint32Array(FIRST_SLOTS);

  begin(): void {
    this.used = 0;
    this.keyCount = 0;
    if (this.slots.length > FIRST_SLOTS) this.slots = new Uint32Array(FIRST_SLOTS);
    else this.slots.fill(0);
    this.put(OPEN);
  }

  /** A value must follow, unless the record has the key: then it returns false. */
  key(source: Uint8Array, start: number, end: number): boolean {
    const from = this.used;
    this.writeString(source, start, end);
    if (this.learn(from, this.used)) {
      this.put(COLON);
      return true;
    }
    this.used = from;
    return false;
  }

  string(source: Uint8Array, start: number, end: number): void {
    this.writeString(source, start, end);
    this.put(COMMA);
  }

  /** What is JSON as it stands. */
  raw(source: Uint8Array, start: number, end: number): void {
    this.makeRoom(end - start + 1);
    for (let at = start; at < end; at++) this.bytes[this.used++] = source[at];
    this.put(COMMA);
  }

  /** The object must have a key. */
  end(): void {
    this.bytes[this.used - 1] = CLOSE;
  }

  private writeString(source: Uint8Array, start: number, end: number): void {
    this.makeRoom(ESCAPED_BYTES * (end - start) + 2);
    const { bytes } = this;
    let used = this.used;
    bytes[used++] = QUOTE;
    for (let at = start; at < end; at++) {
      const byte = source[at];
      if (byte < SPACE) {
        bytes[used++] = BACKSLASH;
        bytes[used++] = 0x75;
        bytes[used++] = HEX_DIGITS[0];
        bytes[used++] = HEX_DIGITS[0];
        bytes[used++] = HEX_DIGITS[byte >> 4];
        bytes[used++] = HEX_DIGITS[byte & 15];
        continue;
      }
      if (byte === QUOTE || byte === BACKSLASH) bytes[used++] = BACKSLASH;
      bytes[used++] = byte;
    }
    bytes[used++] = QUOTE;
    this.used = used;
  }

  private put(byte: number): void {
    this.makeRoom(1);
    this.bytes[this.used++] = byte;
  }

  private makeRoom(count: number): void {
    if (this.used + count <= this.bytes.length) return;
    const larger = new Uint8Array(2 * (this.used + count));
    larger.set(this.bytes.subarray(0, this.used));
    this.bytes = larger;
  }

  /** False if the key that stands there is known. */
  private learn(from: number, to: number): boolean {
    const mask = this.slots.length - 1;
    for (let slot = this.hashOf(from, to) & mask; ; slot = (slot + 1) & mask) {
      const key = this.slots[slot] - 1;
      if (key >= 0) {
        if (this.areEqual(this.places[2 * key], this.places[2 * key + 1], from, to)) return false;
        continue;
      }
      if (2 * this.keyCount === this.places.length) {
        const larger = new Uint32Array(2 * this.places.length);
        larger.set(this.places);
        this.places = larger;
      }
      this.places[2 * this.keyCount] = from;
      this.places[2 * this.keyCount + 1] = to;
      this.slots[slot] = ++this.keyCount;
      if (2 * this.keyCount > this.slots.length) this.spread();
      return true;
    }
  }

  private spread(): void {
    this.slots = new Uint32Array(4 * this.slots.length);
    const mask = this.slots.length - 1;
    for (let key = 0; key < this.keyCount; key++) {
      let slot = this.hashOf(this.places[2 * key], this.places[2 * key + 1]) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = key + 1;
    }
  }

  private hashOf(from: number, to: number): number {
    let hash = to - from;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ this.bytes[at], 0x01000193);
    return (hash ^ (hash >>> 15)) >>> 0;
  }

  private areEqual(aFrom: number, aTo: number, bFrom: number, bTo: number): boolean {
    if (aTo - aFrom !== bTo - bFrom) return false;
    for (let a = aFrom, b = bFrom; a < aTo; a++, b++) if (this.bytes[a] !== this.bytes[b]) return false;
    return true;
  }
}
