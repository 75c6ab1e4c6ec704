import type { EventTableBuilder } from '@/lib/events/event-table-builder';
import type { WrittenPiece } from '@/lib/events/written-texts';

const CHUNK_BYTES = 256 * 1024;
const NEWLINE = Uint8Array.of(0x0a);
const PREVIEW_CHARACTERS = 120;
/** Of UTF-8, for one UTF-16 code unit. */
const MAX_BYTES_OF_UNIT = 3;

/** Takes one JSON value after the other and hands them to the builder as lines, with the line where each began in its file. */
export class EventLines {
  private chunk = new Uint8Array(CHUNK_BYTES);
  private used = 0;
  private lines: number[] = [];
  /** What the events of the chunk were made from, and where each ends. */
  private written = new Uint8Array(CHUNK_BYTES);
  private writtenBytes = 0;
  private ends: number[] = [];
  private readonly encoder = new TextEncoder();

  constructor(private readonly builder: EventTableBuilder) {}

  /** `put` gives the value's bytes, without any '\n', and `end` ends it. */
  begin(line: number): void {
    this.lines.push(line);
  }

  put(bytes: Uint8Array, start: number, end: number): void {
    for (let at = start; at < end; ) {
      if (this.used === CHUNK_BYTES) this.flush();
      const part = bytes.subarray(at, Math.min(end, at + CHUNK_BYTES - this.used));
      this.chunk.set(part, this.used);
      this.used += part.length;
      at += part.length;
    }
  }

  end(): void {
    this.put(NEWLINE, 0, 1);
  }

  /** `written` is the text that the event was made from. */
  event(json: string, line: number, written: string): void {
    this.begin(line);
    this.keepWritten(written);
    for (let at = 0; at < json.length; ) {
      const { read, written: taken } = this.encoder.encodeInto(at === 0 ? json : json.slice(at), this.chunk.subarray(this.used));
      this.used += taken;
      at += read;
      if (at < json.length) this.flush();
    }
    this.end();
  }

  /** The same of bytes, which are copied. */
  eventBytes(json: Uint8Array, line: number, written: Uint8Array): void {
    this.begin(line);
    this.makeRoomForWritten(written.length);
    this.written.set(written, this.writtenBytes);
    this.writtenBytes += written.length;
    this.ends.push(this.writtenBytes);
    this.put(json, 0, json.length);
    this.end();
  }

  refuse(line: number, reason: string, text: string): void {
    this.flush();
    this.builder.refuse(line, reason, text.slice(0, PREVIEW_CHARACTERS).trimEnd());
  }

  flush(): void {
    if (this.used === 0) return;
    this.builder.append(this.chunk.subarray(0, this.used), this.lines, this.takeWritten());
    this.chunk = new Uint8Array(CHUNK_BYTES);
    this.used = 0;
    this.lines = [];
  }

  private keepWritten(text: string): void {
    this.makeRoomForWritten(MAX_BYTES_OF_UNIT * text.length);
    this.writtenBytes += this.encoder.encodeInto(text, this.written.subarray(this.writtenBytes)).written;
    this.ends.push(this.writtenBytes);
  }

  private makeRoomForWritten(bytes: number): void {
    const needed = this.writtenBytes + bytes;
    if (needed <= this.written.length) return;
    const larger = new Uint8Array(Math.max(needed, 2 * this.written.length));
    larger.set(this.written.subarray(0, this.writtenBytes));
    this.written = larger;
  }

  private takeWritten(): WrittenPiece | undefined {
    if (this.ends.length === 0) return undefined;
    const piece = { bytes: this.written.slice(0, this.writtenBytes), ends: Uint32Array.from(this.ends) };
    this.writtenBytes = 0;
    this.ends = [];
    return piece;
  }
}
