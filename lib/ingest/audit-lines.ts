import { AuditRecord } from './audit-record';
import type { EventLines } from './event-lines';
import type { Transcoder } from './transcoder';

const NEWLINE = 0x0a;
const SPACE = 0x20;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** A line that is longer is no record. */
const MAX_LINE_BYTES = 16 * 1024 * 1024;
/** Of a line that is refused, what a preview may show. */
const PREVIEW_BYTES = 1_024;

/** Makes an object of each audit record, from bytes to bytes: a string for each line would cost more than all the rest. */
export class AuditLines implements Transcoder {
  private readonly record = new AuditRecord();
  private readonly decoder = new TextDecoder();
  /** The beginning of a line whose end has not come yet: `pendingBytes` of `pending`. */
  private pending = new Uint8Array(4_096);
  private pendingBytes = 0;
  private line = 1;

  constructor(private readonly out: EventLines) {}

  push(bytes: Uint8Array): void {
    let at = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, at)) {
      if (this.pendingBytes > 0) {
        this.addPending(bytes.subarray(at, end));
        this.takePending();
      } else this.take(bytes, at, end);
      at = end + 1;
      this.line++;
    }
    this.addPending(bytes.subarray(at));
    if (this.pendingBytes > MAX_LINE_BYTES) {
      this.refuse('a line that does not end', this.pending, 0, this.pendingBytes);
      this.pendingBytes = 0;
    }
  }

  end(): void {
    this.takePending();
  }

  private addPending(bytes: Uint8Array): void {
    const length = this.pendingBytes + bytes.length;
    if (length > this.pending.length) {
      const larger = new Uint8Array(2 * length);
      larger.set(this.pending.subarray(0, this.pendingBytes));
      this.pending = larger;
    }
    this.pending.set(bytes, this.pendingBytes);
    this.pendingBytes = length;
  }

  private takePending(): void {
    this.take(this.pending, 0, this.pendingBytes);
    this.pendingBytes = 0;
  }

  private take(bytes: Uint8Array, from: number, to: number): void {
    let start = from;
    let end = to;
    if (this.line === 1 && BYTE_ORDER_MARK.every((byte, i) => bytes[start + i] === byte)) start += BYTE_ORDER_MARK.length;
    while (end > start && bytes[end - 1] <= SPACE) end--;
    if (end === start) return;
    if (this.record.read(bytes, start, end)) this.out.eventBytes(this.record.json, this.record.jsonLength, this.line, bytes, start, end);
    else this.refuse('not an audit record', bytes, start, end);
  }

  private refuse(reason: string, bytes: Uint8Array, start: number, end: number): void {
    this.out.refuse(this.line, reason, this.decoder.decode(bytes.subarray(start, Math.min(end, start + PREVIEW_BYTES))));
  }
}
