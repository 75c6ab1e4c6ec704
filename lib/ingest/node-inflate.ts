/**
 * A piece is inflated on another thread while the caller works on the one before. Each costs a turn of the event loop and a segment of
 * the table, so they are large; small enough that one is indexed in a few milliseconds, after which Cancel is heard.
 */
const PIECE_BYTES = 1024 * 1024;

/**
 * Inflates gzip data, given in whole parts, with Node's own streams; null in a browser, and in Node before 20.16. Behind
 * DecompressionStream stands the same native code, but in Node it hands on 16 KiB at a time through two more streams, which takes
 * several times as long as inflating.
 */
export function nodeInflatedPieces(parts: readonly Uint8Array[]): AsyncIterable<Uint8Array> | null {
  if (!('process' in globalThis) || typeof process.getBuiltinModule !== 'function') return null;
  const { createGunzip } = process.getBuiltinModule('node:zlib');
  const { Readable } = process.getBuiltinModule('node:stream');
  return Readable.from(parts).pipe(createGunzip({ chunkSize: PIECE_BYTES }));
}
