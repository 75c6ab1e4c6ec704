import { EarlyColumns } from './early-columns';
import type { EventTable, Member, SkippedLine } from './event-table';
import { HEAP_BYTES, IndexFull, MAX_INDEX_BYTES } from './index-budget';
import { IndexedEvents } from './indexed-events';
import { decodeBytes, NEWLINE } from './json-bytes';
import { LineIndexer } from './line-indexer';
import { LineOrigins } from './line-origins';
import { SLACK, type Segment } from './segment';
import { ShapeTrie } from './shape-trie';
import { WrittenTexts, type WrittenPiece } from './written-texts';

/** Chunks from this size on become segments as they are; smaller ones, and lines that cross chunks, are copied together. */
const KEPT_CHUNK_BYTES = 32 * 1024;
/** Bytes of a full segment of copies. Small enough that the unused end of the last one does not matter. */
const SEGMENT_BYTES = 16 * 1024 * 1024;
const FIRST_BUFFER_BYTES = 64 * 1024;
/** A longer line is skipped: no string of JavaScript could hold several times as much, and a line has to become one. */
const MAX_LINE_BYTES = 128 * 1024 * 1024;
const MAX_SKIPPED = 1_000;
const PREVIEW_CHARACTERS = 120;

/**
 * Makes an EventTable from text as it comes: one event is one JSON object on one line, in UTF-8. Lines are indexed as soon as they
 * are whole, so that indexing overlaps inflating; a call takes time in proportion to its chunk.
 *
 *   builder.startMember('events.json'); builder.append(chunk) …; builder.endMember(); …; const table = builder.finish();
 */
export class EventTableBuilder {
  private readonly trie = new ShapeTrie();
  private readonly indexer = new LineIndexer(this.trie, (...refused) => this.skip(...refused));
  private readonly segments: Segment[] = [];
  private readonly columns = new EarlyColumns(this.trie, this.segments);
  private readonly members: Member[] = [];
  private readonly written = new Map<number, WrittenTexts>();
  private readonly skipped: SkippedLine[] = [];
  private skippedCount = 0;
  private rows = 0;
  private bytes = 0;
  private member: OpenMember | null = null;

  /** Events indexed so far. */
  get eventCount(): number {
    return this.rows + this.indexer.rowCount;
  }

  /** Members with events so far, and those that were left out. */
  get memberCount(): number {
    return this.members.length;
  }

  /** Bytes of text taken so far. */
  get byteCount(): number {
    return this.bytes;
  }

  /** `expectedBytes` is only a hint: it may come from an archive's directory, which may lie. */
  startMember(name: string, expectedBytes = FIRST_BUFFER_BYTES): void {
    if (this.member) throw new Error('The member before has not ended');
    const capacity = Math.min(Math.max(expectedBytes, 0), FIRST_BUFFER_BYTES);
    this.member = {
      name,
      startBytes: this.bytes,
      startRows: this.rows,
      startSkipped: this.skippedCount,
      line: 1,
      origins: null,
      written: null,
      firstSegment: this.segments.length,
      buffer: new Uint8Array(capacity + SLACK),
      used: 0,
      indexed: 0,
      dropping: false,
    };
  }

  /**
   * May keep the chunk, so its bytes must not change afterwards. Where the text was made from another one, `lines` tells for each line
   * that begins in the chunk on which line of that other text it began; `written` is that other text for the lines that none was given
   * for yet, in order: it may come with a later chunk.
   * @throws IndexFull
   */
  append(chunk: Uint8Array, lines?: readonly number[], written?: WrittenPiece): void {
    const member = this.openMember();
    if (written) (member.written ??= new WrittenTexts()).add(written);
    if (lines) (member.origins ??= new LineOrigins()).add(lines);
    this.bytes += chunk.length;
    this.copy(member, chunk.length < KEPT_CHUNK_BYTES ? chunk : this.keep(member, chunk));
    this.checkSize();
  }

  /** Resolves when what was appended takes no more room than it will in the end: await it between chunks that come with `written`. */
  settled(): Promise<void> {
    return this.openMember().written?.deflated ?? Promise.resolve();
  }

  /**
   * Takes the last line, which needs no '\n', and returns the member's number of events. A member without any leaves no trace:
   * it is no file of events with bad lines, but some other file. `bytes` are those of the text that it was made from.
   * @throws IndexFull
   */
  endMember(bytes?: number): number {
    const member = this.openMember();
    if (member.indexed < member.used) {
      member.buffer[member.used] = NEWLINE;
      this.index(member, member.buffer, member.indexed, member.used + 1);
      member.indexed = member.used + 1;
    }
    this.closeCopies(member);
    this.member = null;
    this.checkSize();
    const events = this.rows - member.startRows;
    if (events === 0) {
      this.skippedCount = member.startSkipped;
      this.skipped.length = Math.min(this.skipped.length, this.skippedCount);
    } else {
      const numbering = this.numberEvents(member);
      // A line that was refused would shift the rest.
      if (member.written?.count === events) this.written.set(this.members.length, member.written);
      this.members.push({ name: member.name, events, bytes: bytes ?? this.bytes - member.startBytes, ...numbering });
    }
    return events;
  }

  /** A member whose events are not read keeps its place: what names an event by its member means the same one with it and without. */
  leaveOut(name: string): void {
    if (this.member) throw new Error('The member before has not ended');
    this.members.push({ name, events: 0, bytes: 0 });
  }

  /** Counts a place of the text that it was made from and that gave no line, as if a line had been refused. */
  refuse(line: number, reason: string, preview: string): void {
    this.openMember();
    this.skippedCount++;
    if (this.skipped.length < MAX_SKIPPED) this.skipped.push({ member: this.members.length, line, reason, preview });
  }

  finish(): EventTable {
    if (this.member) this.endMember();
    return new IndexedEvents(this.segments, this.members, this.trie, this.skipped, this.skippedCount, this.written, this.columns.finish());
  }

  private checkSize(): void {
    const { trie, segments } = this;
    if (trie.heapBytes + HEAP_BYTES.member * segments.length <= MAX_INDEX_BYTES) return;
    throw new IndexFull(this.eventCount, trie.shapes.length, trie.fieldNames.length, this.memberCount);
  }

  private openMember(): OpenMember {
    if (!this.member) throw new Error('No member has been started');
    return this.member;
  }

  /**
   * Makes a segment of the chunk, from where the line ends that began before it to the last line's end that has slack behind it.
   * Returns what stands behind that.
   *
   *   {"a":1}\n{"a │ ":2}\n{"a":3}\n{"a":4}\n{"a" │ :5}\n
   *                  copied ~~~~~~~~~~~~~~~~~~~ returned
   */
  private keep(member: OpenMember, chunk: Uint8Array): Uint8Array {
    const crosses = member.dropping || member.indexed < member.used;
    const start = crosses ? chunk.indexOf(NEWLINE) + 1 : 0;
    const end = chunk.lastIndexOf(NEWLINE, chunk.length - SLACK - 1) + 1;
    if (end <= start) return chunk;
    this.copy(member, chunk.subarray(0, start));
    this.closeCopies(member);
    this.index(member, chunk, start, end);
    this.addSegment(chunk);
    return chunk.subarray(end);
  }

  private copy(member: OpenMember, bytes: Uint8Array): void {
    for (let taken = 0; taken < bytes.length; ) {
      const rest = bytes.subarray(taken);
      if (member.dropping) taken += this.drop(member, rest);
      else if (member.used + SLACK === member.buffer.length) this.makeRoom(member);
      else taken += this.take(member, rest);
    }
  }

  /** Takes what there is room for, and indexes up to the last line's end in it. Returns the number of bytes taken. */
  private take(member: OpenMember, bytes: Uint8Array): number {
    const piece = bytes.subarray(0, member.buffer.length - SLACK - member.used);
    member.buffer.set(piece, member.used);
    const newline = piece.lastIndexOf(NEWLINE);
    if (newline >= 0) {
      const end = member.used + newline + 1;
      this.index(member, member.buffer, member.indexed, end);
      member.indexed = end;
    }
    member.used += piece.length;
    return piece.length;
  }

  /** Passes over the rest of a line that is too long. Returns the number of bytes passed. */
  private drop(member: OpenMember, bytes: Uint8Array): number {
    const newline = bytes.indexOf(NEWLINE);
    if (newline < 0) return bytes.length;
    member.dropping = false;
    member.line++;
    return newline + 1;
  }

  private index(member: OpenMember, bytes: Uint8Array, start: number, end: number): void {
    const hasMark = member.line === 1 && start === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    member.line = this.indexer.index(bytes, viewOf(bytes), hasMark ? 3 : start, end, member.line);
  }

  /** Room for at least one byte: a larger buffer until the segment is full or has no line's end, else the next segment. */
  private makeRoom(member: OpenMember): void {
    const capacity = member.buffer.length - SLACK;
    if (capacity >= SEGMENT_BYTES && member.indexed > 0) this.closeCopies(member);
    else if (capacity < MAX_LINE_BYTES) {
      const larger = new Uint8Array(Math.max(FIRST_BUFFER_BYTES, Math.min(2 * capacity, MAX_LINE_BYTES)) + SLACK);
      larger.set(member.buffer.subarray(0, member.used));
      member.buffer = larger;
    } else {
      this.skip(member.line, `longer than ${MAX_LINE_BYTES / 1024 / 1024} MiB`, member.buffer, 0, member.used);
      member.dropping = true;
      member.buffer = new Uint8Array(FIRST_BUFFER_BYTES + SLACK);
      member.used = 0;
    }
  }

  /** Makes a segment of the copied lines; the bytes of a line begun stand at the beginning of the buffer afterwards. */
  private closeCopies(member: OpenMember): void {
    const { buffer, used, indexed } = member;
    const rest = buffer.subarray(Math.min(indexed, used), used);
    if (this.indexer.rowCount > 0) {
      const isFull = indexed + SLACK > 0.9 * buffer.length;
      this.addSegment(isFull ? buffer : buffer.slice(0, indexed + SLACK));
      if (isFull) member.buffer = new Uint8Array(buffer.length);
    }
    member.buffer.set(rest);
    member.used = rest.length;
    member.indexed = 0;
  }

  /** An event has the line where it began in its file; its number among the events, where two began on one line. */
  private numberEvents({ origins, firstSegment, startRows }: OpenMember): { readonly numbering?: 'events' } {
    if (origins === null || origins.areApart) return {};
    for (let at = firstSegment; at < this.segments.length; at++) {
      const segment = this.segments[at];
      this.segments[at] = { ...segment, firstLine: segment.firstRow - startRows + 1, lines: null };
    }
    return { numbering: 'events' };
  }

  private addSegment(bytes: Uint8Array): void {
    const segment = this.indexer.takeSegment(this.members.length, bytes, viewOf(bytes), this.rows, this.member?.origins ?? null);
    this.columns.add(this.segments.push(segment) - 1);
    this.rows += segment.rowCount;
  }

  private skip(ownLine: number, reason: string, bytes: Uint8Array, start: number, end: number): void {
    this.skippedCount++;
    if (this.skipped.length >= MAX_SKIPPED) return;
    // No character of a preview takes more than three bytes (four make two UTF-16 code units).
    const line = this.member?.origins?.of(ownLine) ?? ownLine;
    const text = decodeBytes(bytes, start, Math.min(end - 1, start + 3 * PREVIEW_CHARACTERS));
    this.skipped.push({ member: this.members.length, line, reason, preview: text.slice(0, PREVIEW_CHARACTERS).trimEnd() });
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

interface OpenMember {
  readonly name: string;
  readonly startBytes: number;
  readonly startRows: number;
  readonly startSkipped: number;
  /** The line that comes next. */
  line: number;
  /** Where the text was made from another one. */
  origins: LineOrigins | null;
  written: WrittenTexts | null;
  readonly firstSegment: number;
  /** `used` bytes of copied text, of which lines up to `indexed` are in the indexer, and SLACK. */
  buffer: Uint8Array<ArrayBuffer>;
  used: number;
  indexed: number;
  /** Inside a line that is too long, of which nothing is kept. */
  dropping: boolean;
}

/** A whole text as a table of one member, for tests. */
export function eventTableOf(text: string | Uint8Array, name = 'events.json'): EventTable {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const builder = new EventTableBuilder();
  builder.startMember(name, bytes.length);
  builder.append(bytes);
  builder.endMember();
  return builder.finish();
}
