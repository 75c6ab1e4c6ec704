import type { EventTableBuilder } from '@/lib/events/event-table-builder';
import { SLACK } from '@/lib/events/segment';
import type { WrittenPiece } from '@/lib/events/written-texts';

const CHUNK_BYTES = 256 * 1024;
/** What events were made from is handed over when there is this much. */
const WRITTEN_BYTES = 1024 * 1024;
const NEWLINE = 0x0a;
const NEWLINES = Uint8Array.of(NEWLINE);
/** An empty line behind a chunk's last event: what ends just before the chunk does is copied, and kept for itself. */
const EMPTY_LINE = new Uint8Array(SLACK).fill(0x20).fill(NEWLINE, -1);
const PREVIEW_CHARACTERS = 120;
/** Of UTF-8, for one UTF-16 code unit. */
const MAX_BYTES_OF_UNIT = 3;
/** Shorter stretches are copied as quickly byte by byte, and leave no view of them behind. */
const SHORT_BYTES = 1_024;

/** Takes one JSON value after the other and hands them to the builder as lines, with the line where each began in its file. */
export class EventLines {
  private chunk = new Uint8Array(CHUNK_BYTES);
  private used = 0;
  private lines: number[] = [];
  /** What events were made from, and the bytes of each. */
  private written = new Uint8Array(CHUNK_BYTES);
  private writtenBytes = 0;
  /** Used again: they would pile up by the dozen before they are collected. */
  private readonly spare: Uint8Array<ArrayBuffer>[] = [];
  private lengths: number[] = [];
  private readonly encoder = new TextEncoder();

  constructor(private readonly builder: EventTableBuilder) {}

  /** `put` gives the value's bytes, without any '\n', and `end` ends it. */
  begin(line: number): void {
    this.lines.push(line);
  }

  put(bytes: Uint8Array, start: number, end: number): void {
    if (end - start <= SHORT_BYTES && end - start <= this.chunk.length - this.used) {
      const { chunk } = this;
      let { used } = this;
      for (let at = start; at < end; at++) chunk[used++] = bytes[at];
      this.used = used;
      return;
    }
    for (let at = start; at < end; ) {
      if (this.used === this.chunk.length) this.startChunk();
      const part = bytes.subarray(at, Math.min(end, at + this.chunk.length - this.used));
      this.chunk.set(part, this.used);
      this.used += part.length;
      at += part.length;
    }
  }

  end(): void {
    this.put(NEWLINES, 0, 1);
  }

  /** `written` is the text that the event was made from. */
  event(json: string, line: number, written: string): void {
    this.startEvent(MAX_BYTES_OF_UNIT * json.length, line);
    this.keepWritten(written);
    for (let at = 0; at < json.length; ) {
      const { read, written: taken } = this.encoder.encodeInto(at === 0 ? json : json.slice(at), this.chunk.subarray(this.used));
      this.used += taken;
      at += read;
      if (at < json.length) this.startChunk();
    }
    this.end();
  }

  /** The same of bytes, which are copied: the first `length` of `json`, and those of the text that it was made from. */
  eventBytes(json: Uint8Array, length: number, line: number, written: Uint8Array, start: number, end: number): void {
    this.startEvent(length, line);
    this.makeRoomForWritten(end - start);
    let { writtenBytes } = this;
    for (let at = start; at < end; at++) this.written[writtenBytes++] = written[at];
    this.writtenBytes = writtenBytes;
    this.lengths.push(end - start);
    this.put(json, 0, length);
    this.end();
  }

  refuse(line: number, reason: string, text: string): void {
    this.flush();
    this.builder.refuse(line, reason, text.slice(0, PREVIEW_CHARACTERS).trimEnd());
  }

  /** No more come. */
  close(): void {
    this.flush();
    if (this.lengths.length > 0) this.builder.append(new Uint8Array(0), [], this.takeWritten());
  }

  private flush(): void {
    if (this.used === 0) return;
    // The builder may keep what it is given: of a chunk that is hardly begun a copy.
    const isBegun = 2 * this.used < this.chunk.length;
    const written = this.writtenBytes < WRITTEN_BYTES ? undefined : this.takeWritten();
    this.builder.append(isBegun ? this.chunk.slice(0, this.used) : this.chunk.subarray(0, this.used), this.lines, written);
    if (!isBegun) this.chunk = new Uint8Array(0);
    this.used = 0;
    this.lines = [];
  }

  /** Most events are whole in one chunk: the next one begins before one that does not fit. */
  private startEvent(bytes: number, line: number): void {
    const room = this.chunk.length - EMPTY_LINE.length - 1;
    if (this.used > 0 && bytes < room && this.used + bytes > room) {
      this.begin(line);
      this.put(EMPTY_LINE, 0, EMPTY_LINE.length);
      this.startChunk();
    } else if (this.chunk.length === 0) this.startChunk();
    this.begin(line);
  }

  private startChunk(): void {
    this.flush();
    if (this.chunk.length === 0) this.chunk = new Uint8Array(CHUNK_BYTES);
  }

  private keepWritten(text: string): void {
    this.makeRoomForWritten(MAX_BYTES_OF_UNIT * text.length);
    const { written: length } = this.encoder.encodeInto(text, this.written.subarray(this.writtenBytes));
    this.writtenBytes += length;
    this.lengths.push(length);
  }

  private makeRoomForWritten(bytes: number): void {
    const needed = this.writtenBytes + bytes;
    if (needed <= this.written.length) return;
    const larger = new Uint8Array(Math.max(needed, 2 * this.written.length));
    larger.set(this.written.subarray(0, this.writtenBytes));
    this.written = larger;
  }

  private takeWritten(): WrittenPiece {
    const { written, spare } = this;
    const piece = { bytes: written.subarray(0, this.writtenBytes), lengths: this.lengths, onDeflated: () => spare.push(written) };
    this.written = spare.pop() ?? new Uint8Array(WRITTEN_BYTES + 2 * CHUNK_BYTES);
    this.writtenBytes = 0;
    this.lengths = [];
    return piece;
  }
}
