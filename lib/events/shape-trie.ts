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

/** All shapes of a dataset, and the fields they name. */
export class ShapeTrie {
  readonly root: TrieNode = { edges: [], recent: null, shape: -1 };
  readonly shapes: Shape[] = [];
  readonly fieldNames: string[] = [];
  private readonly fieldNumbers = new Map<string, number>();
  private nodes = 1;

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
    const fields = Int32Array.from(names, (name) => (name === null ? -1 : this.fieldNumber(name)));
    const gaps = Uint32Array.from(steps, (step) => step.to - step.from);
    return this.shapes.push({ fields, gaps, kinds: new Uint8Array(fields.length) }) - 1;
  }

  private fieldNumber(name: string): number {
    const known = this.fieldNumbers.get(name);
    if (known !== undefined) return known;
    const number = this.fieldNames.push(name) - 1;
    this.fieldNumbers.set(name, number);
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
