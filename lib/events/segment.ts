/**
 * A stretch of one member's bytes that ends at a line's end, and where its events and their values are. Behind the bytes stand a '\n'
 * and some slack, so that scans need no bounds.
 *
 *   bytes    {"EventID":5140,"Channel":"Security"}\n{"EventID":…
 *   starts   ^                                       ^             of each event, from the segment's first byte
 *   cells               ^              ^             ^             of each value, and the event's end, after its '\n': from its start
 */
export interface Segment {
  readonly member: number;
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Row of its first event in the table. */
  readonly firstRow: number;
  readonly rowCount: number;
  readonly starts: Uint32Array;
  /** Line of the first event in its member, from 1. */
  readonly firstLine: number;
  /** Line of each event; null where each stands on the line behind the one before. */
  readonly lines: Uint32Array | null;
  /** Of two bytes each, unless the dataset has too many for that. */
  readonly shapes: Uint16Array | Uint32Array;
  /** Where each event's values begin in `cells`. */
  readonly firstCells: Uint32Array;
  /** Of two bytes each, unless an event of the segment is too long for that. */
  readonly cells: Uint16Array | Uint32Array;
}

/** Bytes that must be there behind the last line: its '\n' if it has none, and the rest of the word it stands in. */
export const SLACK = 16;

/** Uint32s that grow; `values` may be longer than what was written. */
export function grown(values: Uint32Array, atLeast: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(atLeast, values.length * 2));
  larger.set(values);
  return larger;
}
