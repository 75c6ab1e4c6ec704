import { JsonRecord } from './json-record';

/** The beginning of a record of the Linux audit daemon: `[node=HOST] type=TYPE msg=audit(SECONDS.MILLIS:SERIAL):` (auditd.conf(5)). */
export const AUDIT_LINE = /^(?:node=\S+ )?type=\S+ msg=audit\(\d+(?:\.\d+)?:\d+\):/;

const SPACE = 0x20;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const COLON = 0x3a;
const EQUALS = 0x3d;
const LETTER_Z = 0x5a;
const LETTER_A = 0x61;

/** As many digits as a number surely holds exactly. */
const MAX_DIGITS = 15;
/** The end of the year 9999: ISO 8601 has four digits for a year. */
const LAST_SECOND = 253_402_300_799;

/** Where it stands in `2020-09-13T12:26:40.000Z`. */
const FRACTION_AT = 20;

const encoder = new TextEncoder();
const NODE = encoder.encode('node');
const TYPE = encoder.encode('type');
const NODE_IS = encoder.encode('node=');
const TYPE_IS = encoder.encode('type=');
const AUDIT = encoder.encode(' msg=audit(');
const BEHIND_SERIAL = encoder.encode('):');
const TIMESTAMP = encoder.encode('@timestamp');
const SERIAL = encoder.encode('serial');

/**
 * Makes an object of each record: `type`, `node`, the time as `@timestamp`, `serial` (which the records of one event share), then its
 * keys. The keys inside a quoted `msg='…'` stand beside the others, as ausearch has them. Any byte up to a space parts keys: an enriched
 * record (log_format = ENRICHED) puts what was looked up behind a group separator.
 */
export class AuditRecord {
  private readonly out = new JsonRecord();
  /** The second read last, since 1970, and its time in ISO 8601 to the millisecond: most records share it with the one before. */
  private second = NaN;
  private time = new Uint8Array(0);

  /** The record read last, as JSON, in the first `jsonLength` bytes. */
  get json(): Uint8Array {
    return this.out.bytes;
  }

  get jsonLength(): number {
    return this.out.used;
  }

  /** False if the line is no record. */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    const { out } = this;
    const node = begins(bytes, start, end, NODE_IS) ? start + NODE_IS.length : -1;
    const nodeEnd = node < 0 ? -1 : endOfWord(bytes, node, end);
    const beforeType = node < 0 ? start : nodeEnd + 1;
    const type = beforeType + TYPE_IS.length;
    const typeEnd = endOfWord(bytes, type, end);
    const seconds = typeEnd + AUDIT.length;
    if (nodeEnd === node && node >= 0) return false;
    if (!begins(bytes, beforeType, end, TYPE_IS) || typeEnd === type || !begins(bytes, typeEnd, end, AUDIT)) return false;
    const secondsEnd = endOfDigits(bytes, seconds, end);
    const hasFraction = bytes[secondsEnd] === POINT;
    const fraction = hasFraction ? secondsEnd + 1 : secondsEnd;
    const fractionEnd = hasFraction ? endOfDigits(bytes, fraction, end) : fraction;
    const serial = fractionEnd + 1;
    const serialEnd = endOfDigits(bytes, serial, end);
    if (secondsEnd === seconds || (hasFraction && fractionEnd === fraction) || bytes[fractionEnd] !== COLON || serialEnd <= serial) return false;
    if (!begins(bytes, serialEnd, end, BEHIND_SERIAL) || !this.readSecond(bytes, seconds, secondsEnd)) return false;

    out.begin();
    out.key(TYPE, 0, TYPE.length);
    out.string(bytes, type, typeEnd);
    if (node >= 0) {
      out.key(NODE, 0, NODE.length);
      out.string(bytes, node, nodeEnd);
    }
    out.key(TIMESTAMP, 0, TIMESTAMP.length);
    this.writeTime(bytes, fraction, fractionEnd);
    out.key(SERIAL, 0, SERIAL.length);
    this.writeBare(bytes, serial, serialEnd);
    this.writePairs(bytes, serialEnd + BEHIND_SERIAL.length, end);
    out.end();
    return true;
  }

  /** False for a time that no date holds. */
  private readSecond(bytes: Uint8Array, start: number, end: number): boolean {
    let second = 0;
    for (let at = start; at < end; at++) second = 10 * second + bytes[at] - ZERO;
    if (second > LAST_SECOND) return false;
    if (second !== this.second) {
      this.second = second;
      this.time = encoder.encode(new Date(second * 1_000).toISOString());
    }
    return true;
  }

  /** With at least three digits of the second's fraction. */
  private writeTime(bytes: Uint8Array, start: number, end: number): void {
    const length = Math.max(3, end - start);
    const text = FRACTION_AT + length + 1 === this.time.length ? this.time : new Uint8Array(FRACTION_AT + length + 1);
    if (text !== this.time) text.set(this.time.subarray(0, FRACTION_AT));
    for (let i = 0; i < length; i++) text[FRACTION_AT + i] = start + i < end ? bytes[start + i] : ZERO;
    text[FRACTION_AT + length] = LETTER_Z;
    this.out.string(text, 0, text.length);
  }

  /** Pairs of `key=value`, where the value may be quoted either way. */
  private writePairs(bytes: Uint8Array, start: number, end: number): void {
    for (let key = start; key < end; ) {
      if (bytes[key] <= SPACE) {
        key++;
        continue;
      }
      let keyEnd = key;
      while (keyEnd < end && bytes[keyEnd] > SPACE && bytes[keyEnd] !== EQUALS) keyEnd++;
      if (keyEnd === key || keyEnd === end || bytes[keyEnd] !== EQUALS) {
        key = endOfWord(bytes, keyEnd, end);
        continue;
      }
      const value = keyEnd + 1;
      const closed = value < end && (bytes[value] === QUOTE || bytes[value] === APOSTROPHE) ? endOfQuoted(bytes, value, end) : -1;
      if (closed < 0) {
        const valueEnd = endOfWord(bytes, value, end);
        if (this.out.key(bytes, key, keyEnd)) this.writeValue(bytes, key, keyEnd, valueEnd);
        key = valueEnd;
        continue;
      }
      if (bytes[value] === APOSTROPHE && holdsPair(bytes, value + 1, closed)) this.writePairs(bytes, value + 1, closed);
      else if (this.out.key(bytes, key, keyEnd)) this.out.string(bytes, value + 1, closed);
      key = endOfWord(bytes, closed + 1, end);
    }
  }

  /** The arguments of a system call, `a0` and so on, are hexadecimal, whatever their digits. */
  private writeValue(bytes: Uint8Array, key: number, keyEnd: number, end: number): void {
    const isArgument = bytes[key] === LETTER_A && keyEnd > key + 1 && endOfDigits(bytes, key + 1, keyEnd) === keyEnd;
    if (isArgument) this.out.string(bytes, keyEnd + 1, end);
    else this.writeBare(bytes, keyEnd + 1, end);
  }

  /** As a number where it is an integer as JSON writes it. */
  private writeBare(bytes: Uint8Array, start: number, end: number): void {
    const digits = bytes[start] === MINUS ? start + 1 : start;
    const isInteger = end > digits && end - digits <= MAX_DIGITS && endOfDigits(bytes, digits, end) === end && (bytes[digits] !== ZERO || end === start + 1);
    if (isInteger) this.out.raw(bytes, start, end);
    else this.out.string(bytes, start, end);
  }
}

function begins(bytes: Uint8Array, start: number, end: number, wanted: Uint8Array): boolean {
  if (start + wanted.length > end) return false;
  for (let i = 0; i < wanted.length; i++) if (bytes[start + i] !== wanted[i]) return false;
  return true;
}

function endOfWord(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] > SPACE) at++;
  return at;
}

function endOfDigits(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] >= ZERO && bytes[at] <= 0x39) at++;
  return at;
}

/** The place of the quote that ends the one at `open`; -1 if there is none: then there are none of its kind behind it at all. */
function endOfQuoted(bytes: Uint8Array, open: number, end: number): number {
  const quote = bytes[open];
  for (let at = open + 1; at < end; at++) if (bytes[at] === quote) return at;
  return -1;
}

function holdsPair(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === EQUALS) return true;
  return false;
}
