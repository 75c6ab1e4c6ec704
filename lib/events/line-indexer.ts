import { KIND_BITS } from './cell';
import { endOfScalar, endOfString, endOfValue, NEWLINE, skipSpace } from './json-bytes';
import { readLine } from './line-reader';
import type { LineOrigins } from './line-origins';
import { IndexRoom, bytesOf } from './index-room';
import { grown, type Segment } from './segment';
import { startsWithEdge, type Edge, type ShapeTrie, type TrieNode } from './shape-trie';

const MOST_OF_TWO_BYTES = 0xffff;

/** Told of each line that is not an event; `end` is after its '\n'. */
export type RefusedLine = (line: number, reason: string, bytes: Uint8Array, start: number, end: number) => void;

/** Indexes lines into the dataset's shapes, one segment after the other. */
export class LineIndexer {
  rowCount = 0;
  private cellCount = 0;
  private starts = new Uint32Array(256);
  private lines = new Uint32Array(256);
  private shapes = new Uint32Array(256);
  private firstCells = new Uint32Array(256);
  /** From the segment's first byte, as long as it is not taken. */
  private cells = new Uint32Array(4_096);

  constructor(
    private readonly trie: ShapeTrie,
    private readonly onRefused: RefusedLine,
  ) {}

  /** Indexes the lines from `start` to `end`, which is after a '\n'; the first has number `line`. Returns the number after the last. */
  index(bytes: Uint8Array, view: DataView, start: number, end: number, line: number): number {
    let at = start;
    let number = line;
    while (at < end) {
      const lineEnd = this.predict(bytes, view, at, number);
      at = lineEnd > 0 ? lineEnd : this.read(bytes, view, at, number);
      number++;
    }
    return number;
  }

  /** The fast path: follows the trie from one value to the next. Returns where the line ends, or -1 if it goes another way. */
  private predict(bytes: Uint8Array, view: DataView, start: number, line: number): number {
    let cells = this.cells;
    let cell = this.cellCount;
    let node: TrieNode = this.trie.root;
    let at = start;
    for (;;) {
      let edge: Edge | null = node.recent;
      if (edge === null) return -1;
      if (!startsWithEdge(view, at, edge) || !beginsScalar(bytes[at + edge.length], edge)) {
        edge = otherEdge(bytes, view, at, node);
        if (edge === null) return -1;
        node.recent = edge;
      }
      at += edge.length;
      node = edge.node;
      if (cell === cells.length) cells = this.cells = grown(cells, cell + 1);
      cells[cell++] = at;
      if (node.shape >= 0) break;
      const byte = bytes[at];
      if (byte === 0x22) at = endOfString(bytes, view, at + 1);
      else if (byte === 0x5b) at = endOfValue(bytes, view, at);
      else if (byte === 0x7b) at = endOfEmptyObject(bytes, at);
      else at = endOfScalar(bytes, view, at);
      if (at < 0) return -1;
    }
    this.addRow(bytes, start, line, node.shape, cell);
    return at;
  }

  /** The general path: reads the line, and teaches the trie what is new in it. Returns where the line ends. */
  private read(bytes: Uint8Array, view: DataView, start: number, line: number): number {
    const reading = readLine(bytes, view, start);
    if (reading.kind === 'event') {
      const steps = reading.steps;
      const cell = this.cellCount;
      const cellEnd = cell + steps.length;
      if (cellEnd > this.cells.length) this.cells = grown(this.cells, cellEnd);
      steps.forEach((step, i) => (this.cells[cell + i] = step.to));
      this.addRow(bytes, start, line, this.trie.learn(bytes, view, steps), cellEnd);
      return steps[steps.length - 1].to;
    }
    const end = bytes.indexOf(NEWLINE, start) + 1;
    if (reading.kind === 'refused') this.onRefused(line, reading.reason, bytes, start, end);
    return end;
  }

  private addRow(bytes: Uint8Array, start: number, line: number, shape: number, cellEnd: number): void {
    const row = this.rowCount++;
    if (row === this.starts.length) {
      this.starts = grown(this.starts, row + 1);
      this.lines = grown(this.lines, row + 1);
      this.shapes = grown(this.shapes, row + 1);
      this.firstCells = grown(this.firstCells, row + 1);
    }
    this.starts[row] = start;
    this.lines[row] = line;
    this.shapes[row] = shape;
    this.firstCells[row] = this.cellCount;
    const { kinds } = this.trie.shapes[shape];
    for (let slot = 0, cell = this.cellCount; slot < kinds.length; slot++, cell++) kinds[slot] |= KIND_BITS[bytes[this.cells[cell]]];
    this.cellCount = cellEnd;
  }

  /**
   * What was indexed since the last segment was taken. `bytes` are those that the lines' offsets count in; `origins` where the lines stand
   * in another text. The arrays share one buffer: each of its own would take more room than it says.
   */
  takeSegment(member: number, bytes: Uint8Array, view: DataView, firstRow: number, origins: LineOrigins | null): Segment {
    const { rowCount, cellCount } = this;
    const ownLines = this.lines.subarray(0, rowCount);
    origins?.replace(ownLines);
    const firstLine = ownLines[0] ?? 1;
    const areInTurn = ownLines.every((line, row) => line === firstLine + row);
    const isLong = this.longestEvent() > MOST_OF_TWO_BYTES;
    const areManyShapes = this.trie.shapes.length > MOST_OF_TWO_BYTES + 1;
    const room = new IndexRoom(4 * rowCount * (areInTurn ? 2 : 3) + bytesOf(rowCount, areManyShapes) + bytesOf(cellCount, isLong));
    const segment = {
      member,
      bytes,
      view,
      firstRow,
      rowCount,
      firstLine,
      starts: room.copy(this.starts, rowCount),
      lines: areInTurn ? null : room.copy(ownLines, rowCount),
      firstCells: room.copy(this.firstCells, rowCount),
      shapes: areManyShapes ? room.copy(this.shapes, rowCount) : room.copyShort(this.shapes, rowCount),
      cells: this.takeCells(isLong ? room.take(cellCount) : room.takeShort(cellCount)),
    };
    this.rowCount = 0;
    this.cellCount = 0;
    return segment;
  }

  private longestEvent(): number {
    let longest = 0;
    for (let row = 0; row < this.rowCount; row++) longest = Math.max(longest, this.cells[this.endOf(row) - 1] - this.starts[row]);
    return longest;
  }

  /** As they count from their event's start. */
  private takeCells<Taken extends Uint16Array | Uint32Array>(taken: Taken): Taken {
    const { starts, firstCells, cells } = this;
    for (let row = 0; row < this.rowCount; row++) {
      const start = starts[row];
      const end = this.endOf(row);
      for (let cell = firstCells[row]; cell < end; cell++) taken[cell] = cells[cell] - start;
    }
    return taken;
  }

  /** Where the row's cells end. */
  private endOf(row: number): number {
    return row + 1 < this.rowCount ? this.firstCells[row + 1] : this.cellCount;
  }
}

/** False where the edge is only the beginning of what stands there: more white space, or an object to open. */
function beginsScalar(byte: number, edge: Edge): boolean {
  return (byte > 0x20 && byte !== 0x7b) || edge.node.shape >= 0;
}

/** Longest first, so that the edge which opens an object comes before the one it begins with. */
function otherEdge(bytes: Uint8Array, view: DataView, at: number, node: TrieNode): Edge | null {
  for (const edge of node.edges) {
    if (!startsWithEdge(view, at, edge)) continue;
    const next = at + edge.length;
    if (edge.node.shape >= 0 || bytes[next] > 0x20) return edge;
  }
  return null;
}

function endOfEmptyObject(bytes: Uint8Array, start: number): number {
  const inside = skipSpace(bytes, start + 1);
  return bytes[inside] === 0x7d ? inside + 1 : -1;
}
