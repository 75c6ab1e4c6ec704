import type { EventTableBuilder } from '@/lib/events/event-table-builder';

const CHUNK_BYTES = 256 * 1024;
const NEWLINE = Uint8Array.of(0x0a);
const PREVIEW_CHARACTERS = 120;

/** Takes one JSON value after the other and hands them to the builder as lines, with the line where each began in its file. */
export class EventLines {
  private chunk = new Uint8Array(CHUNK_BYTES);
  private used = 0;
  private lines: number[] = [];
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

  event(json: string, line: number): void {
    this.begin(line);
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
    this.builder.append(this.chunk.subarray(0, this.used), this.lines);
    this.chunk = new Uint8Array(CHUNK_BYTES);
    this.used = 0;
    this.lines = [];
  }
}
