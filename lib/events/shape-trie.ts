import { HEAP_BYTES } from './index-budget';
import type { Step } from './line-reader';
import { namesOfValues } from './value-names';

/**
 * The key sequence of an event, met again and again: a dataset of 60,000 events has a few dozen.
 *
 *   line    {"EventID":5140,"Channel":"Security"}\n
 *   gaps    ~~~~~~~~~~~    ~~~~~~~~~~~          ~~~     bytes in front of each value, and behind the last
 *   fields             7              2                 field number of each value; -1 where a later duplicate replaced it
 *   kinds            number         string              of the values met there, as bits (KIND_BITS)
 *
 * Values lie between the gaps, so a value ends where the next begins, less the gap.
 */
export interface Shape {
  readonly fields: Int32Array;
  readonly gaps: Uint32Array;
  readonly kinds: Uint8Array;
}

/** The bytes between two values, as words to compare with. Leads to what may follow. */
export interface Edge {
  readonly length: number;
  readonly words: Int32Array;
  /** Of the last word, the bytes that belong to the edge. */
  readonly lastMask: number;
  readonly node: TrieNode;
}

export interface TrieNode {
  /** Longest first: one edge may be the beginning of another (`"a":` and `"a":{"b":`). */
  edges: Edge[];
  /** The edge that was met last here: the prediction. */
  recent: Edge | null;
  /** Set where a line ends. */
  shape: number;
}

/*
 * Keys that are data (a GUID, a path) could make the trie as large as the dataset. Past these limits a line's shape is its own:
 * slower, but bounded.
 */
const MAX_NODES = 100_000;
const MAX_EDGES = 256;
const ROOM_BYTES = 32 * 1024;

/** All shapes of a dataset, and the fields they name. */
export class ShapeTrie {
  readonly root: TrieNode = { edges: [], recent: null, shape: -1 };
  readonly shapes: Shape[] = [];
  readonly fieldNames: string[] = [];
  private readonly fieldNumbers = new Map<string, number>();
  private nodes = 1;
  private bytes = 0;
  /** The shapes' numbers stand together: where each event orders its fields anew, an array of its own for each would fill the heap. */
  private room = new ArrayBuffer(0);
  private used = 0;

  /** About what it takes of the JavaScript heap. */
  get heapBytes(): number {
    return this.bytes;
  }

  /** The number of the line's shape; learns what is new in it. */
  learn(bytes: Uint8Array, view: DataView, steps: readonly Step[]): number {
    let node: TrieNode | null = this.root;
    for (const step of steps) {
      const edge: Edge | null = findEdge(node, view, step.from, step.to - step.from) ?? this.addEdge(node, bytes, step);
      node.recent = edge ?? node.recent;
      if (edge === null) return this.addShape(steps);
      node = edge.node;
    }
    if (node.shape < 0) node.shape = this.addShape(steps);
    return node.shape;
  }

  private addEdge(node: TrieNode, bytes: Uint8Array, { from, to }: Step): Edge | null {
    if (this.nodes >= MAX_NODES || node.edges.length >= MAX_EDGES) return null;
    this.nodes++;
    const length = to - from;
    this.bytes += HEAP_BYTES.node + length;
    const padded = new Uint8Array((length + 3) & ~3);
    padded.set(bytes.subarray(from, to));
    const view = new DataView(padded.buffer);
    const words = Int32Array.from({ length: padded.length / 4 }, (_, i) => view.getInt32(4 * i, true));
    const lastMask = length % 4 === 0 ? -1 : (1 << (8 * (length % 4))) - 1;
    const edge: Edge = { length, words, lastMask, node: { edges: [], recent: null, shape: -1 } };
    node.edges = [...node.edges, edge].sort((a, b) => b.length - a.length);
    return edge;
  }

  private addShape(steps: readonly Step[]): number {
    const names = namesOfValues(steps);
    const count = names.length;
    const at = this.takeRoom(9 * count + 4);
    const fields = new Int32Array(this.room, at, count);
    names.forEach((name, i) => (fields[i] = name === null ? -1 : this.fieldNumber(name)));
    const gaps = new Uint32Array(this.room, at + 4 * count, count + 1);
    steps.forEach((step, i) => (gaps[i] = step.to - step.from));
    this.bytes += HEAP_BYTES.shape;
    return this.shapes.push({ fields, gaps, kinds: new Uint8Array(this.room, at + 8 * count + 4, count) }) - 1;
  }

  /** Where so many bytes are free in `room`. */
  private takeRoom(bytes: number): number {
    const at = (this.used + 3) & ~3;
    this.used = at + bytes;
    if (this.used <= this.room.byteLength) return at;
    this.room = new ArrayBuffer(Math.max(bytes, ROOM_BYTES));
    this.used = bytes;
    return 0;
  }

  private fieldNumber(name: string): number {
    const known = this.fieldNumbers.get(name);
    if (known !== undefined) return known;
    const number = this.fieldNames.push(name) - 1;
    this.fieldNumbers.set(name, number);
    this.bytes += HEAP_BYTES.name + HEAP_BYTES.character * name.length;
    return number;
  }
}

function findEdge(node: TrieNode, view: DataView, at: number, length: number): Edge | null {
  for (const edge of node.edges) if (edge.length === length && startsWithEdge(view, at, edge)) return edge;
  return null;
}

export function startsWithEdge(view: DataView, at: number, edge: Edge): boolean {
  const words = edge.words;
  const last = words.length - 1;
  for (let i = 0; i < last; i++) if (view.getInt32(at + 4 * i, true) !== words[i]) return false;
  return ((view.getInt32(at + 4 * last, true) ^ words[last]) & edge.lastMask) === 0;
}
