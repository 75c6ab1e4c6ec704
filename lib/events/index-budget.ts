/**
 * Most bytes of the JavaScript heap that an index may take. The bytes of the events and their places lie outside it, and a browser says
 * so where those find no room; but it ends the whole tab, without a word, once a worker's heap is used up. V8 allows a heap a quarter
 * of the machine's memory, so this is half of what a machine with 4 GiB allows.
 */
export const MAX_INDEX_BYTES = 512 * 1024 * 1024;

/** What each takes of the heap, as measured in Node 20 (in Chromium, where pointers are half as long, it is less). */
export const HEAP_BYTES = { member: 1_600, shape: 400, name: 300, character: 2, node: 420 } as const;

/** The index has grown past MAX_INDEX_BYTES. */
export class IndexFull extends Error {
  constructor(
    /** Those indexed by then. */
    readonly events: number,
    readonly shapes: number,
    readonly fields: number,
    readonly members: number,
  ) {
    super('The index has grown too large');
  }
}
