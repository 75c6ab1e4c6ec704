import type { EventTable, Member, SkippedLine } from './event-table';
import { IndexedEvents } from './indexed-events';
import { decodeBytes, NEWLINE } from './json-bytes';
import { LineIndexer } from './line-indexer';
import { SLACK, type Segment } from './segment';
import { ShapeTrie } from './shape-trie';

/** Bytes of a full segment. Small enough that the unused end of the last one does not matter. */
const SEGMENT_BYTES = 16 * 1024 * 1024;
/** First guess at a member whose size nobody told. */
const UNTOLD_BYTES = 64 * 1024;
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
  private readonly segments: Segment[] = [];
  private readonly members: Member[] = [];
  private readonly skipped: SkippedLine[] = [];
  private skippedCount = 0;
  private rows = 0;
  private bytes = 0;
  private member: OpenMember | null = null;

  /** Events indexed so far. */
  get eventCount(): number {
    return this.rows + (this.member?.indexer.rowCount ?? 0);
  }

  /** Bytes of text taken so far. */
  get byteCount(): number {
    return this.bytes;
  }

  /** `expectedBytes` is only a hint: it may come from an archive's directory, which may lie. */
  startMember(name: string, expectedBytes = UNTOLD_BYTES): void {
    if (this.member) throw new Error('The member before has not ended');
    const capacity = Math.min(Math.max(expectedBytes, 0), SEGMENT_BYTES);
    this.member = {
      name,
      startBytes: this.bytes,
      startRows: this.rows,
      startSkipped: this.skippedCount,
      line: 1,
      buffer: new Uint8Array(capacity + SLACK),
      used: 0,
      indexed: 0,
      dropping: false,
      indexer: this.newIndexer(),
    };
  }

  append(chunk: Uint8Array): void {
    const member = this.openMember();
    let taken = 0;
    while (taken < chunk.length) {
      if (member.dropping) taken += this.drop(member, chunk.subarray(taken));
      else if (member.used + SLACK === member.buffer.length) this.makeRoom(member);
      else taken += this.take(member, chunk.subarray(taken));
    }
    this.bytes += chunk.length;
  }

  /**
   * Takes the last line, which needs no '\n', and returns the member's number of events. A member without any leaves no trace:
   * it is no file of events with bad lines, but some other file.
   */
  endMember(): number {
    const member = this.openMember();
    if (member.indexed < member.used) {
      member.buffer[member.used] = NEWLINE;
      this.indexTo(member, member.used + 1);
    }
    this.closeSegment(member);
    this.member = null;
    const events = this.rows - member.startRows;
    if (events === 0) {
      this.skippedCount = member.startSkipped;
      this.skipped.length = Math.min(this.skipped.length, this.skippedCount);
    } else {
      this.members.push({ name: member.name, events, bytes: this.bytes - member.startBytes });
    }
    return events;
  }

  finish(): EventTable {
    if (this.member) this.endMember();
    return new IndexedEvents(this.segments, this.members, this.trie, this.skipped, this.skippedCount);
  }

  private openMember(): OpenMember {
    if (!this.member) throw new Error('No member has been started');
    return this.member;
  }

  private newIndexer(): LineIndexer {
    return new LineIndexer(this.trie, (line, reason, start, end) => this.skip(line, reason, start, end));
  }

  private skip(line: number, reason: string, start: number, end: number): void {
    this.skippedCount++;
    if (this.skipped.length >= MAX_SKIPPED) return;
    const bytes = this.openMember().buffer;
    // No character of a preview takes more than three bytes (four make two UTF-16 code units).
    const text = decodeBytes(bytes, start, Math.min(end - 1, start + 3 * PREVIEW_CHARACTERS));
    this.skipped.push({ member: this.members.length, line, reason, preview: text.slice(0, PREVIEW_CHARACTERS).trimEnd() });
  }

  /** Takes what there is room for, and indexes up to the last line's end in it. Returns the number of bytes taken. */
  private take(member: OpenMember, bytes: Uint8Array): number {
    const piece = bytes.subarray(0, member.buffer.length - SLACK - member.used);
    member.buffer.set(piece, member.used);
    const newline = piece.lastIndexOf(NEWLINE);
    if (newline >= 0) this.indexTo(member, member.used + newline + 1);
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

  private indexTo(member: OpenMember, end: number): void {
    const { buffer } = member;
    const atFileStart = member.line === 1 && member.indexed === 0;
    const hasMark = atFileStart && buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
    const view = new DataView(buffer.buffer);
    member.line = member.indexer.index(buffer, view, hasMark ? 3 : member.indexed, end, member.line);
    member.indexed = end;
  }

  /** Room for at least one byte: a larger buffer until the segment is full or has no line's end, else the next segment. */
  private makeRoom(member: OpenMember): void {
    const capacity = member.buffer.length - SLACK;
    if (capacity >= SEGMENT_BYTES && member.indexed > 0) this.nextSegment(member, SEGMENT_BYTES);
    else if (capacity < MAX_LINE_BYTES) this.enlarge(member, Math.max(UNTOLD_BYTES, Math.min(2 * capacity, MAX_LINE_BYTES)));
    else {
      this.skip(member.line, `longer than ${MAX_LINE_BYTES / 1024 / 1024} MiB`, 0, member.used);
      member.dropping = true;
      member.buffer = new Uint8Array(SEGMENT_BYTES + SLACK);
      member.used = 0;
    }
  }

  private enlarge(member: OpenMember, capacity: number): void {
    const larger = new Uint8Array(capacity + SLACK);
    larger.set(member.buffer.subarray(0, member.used));
    member.buffer = larger;
  }

  private nextSegment(member: OpenMember, capacity: number): void {
    const rest = member.buffer.subarray(member.indexed, member.used);
    this.closeSegment(member);
    member.buffer = new Uint8Array(Math.max(capacity, rest.length) + SLACK);
    member.buffer.set(rest);
    member.used = rest.length;
    member.indexed = 0;
    member.indexer = this.newIndexer();
  }

  private closeSegment(member: OpenMember): void {
    const { buffer, indexed, indexer } = member;
    if (indexer.rowCount === 0) return;
    const wanted = indexed + SLACK;
    const bytes = wanted < 0.9 * buffer.length ? buffer.slice(0, wanted) : buffer;
    this.segments.push(indexer.finish(this.members.length, bytes, this.rows));
    this.rows += indexer.rowCount;
  }
}

interface OpenMember {
  readonly name: string;
  readonly startBytes: number;
  readonly startRows: number;
  readonly startSkipped: number;
  line: number;
  /** `used` bytes of text, of which lines up to `indexed` are in `indexer`, and SLACK. */
  buffer: Uint8Array<ArrayBuffer>;
  used: number;
  indexed: number;
  /** Inside a line that is too long, of which nothing is kept. */
  dropping: boolean;
  indexer: LineIndexer;
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
