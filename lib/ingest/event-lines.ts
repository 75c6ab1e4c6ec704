import type { EventTableBuilder } from '@/lib/events/event-table-builder';
import type { WrittenPiece } from '@/lib/events/written-texts';

const CHUNK_BYTES = 256 * 1024;
const NEWLINE = Uint8Array.of(0x0a);
const PREVIEW_CHARACTERS = 120;

/** Takes one JSON value after the other and hands them to the builder as lines, with the line where each began in its file. */
export class EventLines {
  private chunk = new Uint8Array(CHUNK_BYTES);
  private used = 0;
  private lines: number[] = [];
  /** What the events of the chunk were made from, and where each ends. */
  private written: Uint8Array[] = [];
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
    const original = this.encoder.encode(written);
    this.written.push(original);
    this.ends.push((this.writtenBytes += original.length));
    const bytes = this.encoder.encode(json);
    this.put(bytes, 0, bytes.length);
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
  private takeWritten(): WrittenPiece | undefined {
    if (this.ends.length === 0) return undefined;
    const bytes = new Uint8Array(this.writtenBytes);
    this.written.forEach((text, i) => bytes.set(text, i === 0 ? 0 : this.ends[i - 1]));
    const ends = Uint32Array.from(this.ends);
    this.written = [];
    this.writtenBytes = 0;
    this.ends = [];
    return { bytes, ends };
  }
}
