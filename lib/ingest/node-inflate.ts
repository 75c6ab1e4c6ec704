import { piecesOf, type BytesPart } from './bytes-part';

/**
 * A piece is inflated on another thread while the caller works on the one before. Each costs a turn of the event loop and a segment of
 * the table, so they are large; small enough that one is indexed in a few milliseconds, after which Cancel is heard.
 */
const PIECE_BYTES = 1024 * 1024;

/**
 * Inflates gzip data, given in parts, with Node's own streams; null in a browser, and in Node before 20.16. Behind
 * DecompressionStream stands the same native code, but in Node it hands on 16 KiB at a time through two more streams, which takes
 * several times as long as inflating.
 */
export function nodeInflatedPieces(parts: readonly BytesPart[]): AsyncIterable<Uint8Array> | null {
  if (!('process' in globalThis) || typeof process.getBuiltinModule !== 'function') return null;
  const { createGunzip } = process.getBuiltinModule('node:zlib');
  const { pipeline, Readable } = process.getBuiltinModule('node:stream');
  const inflated = createGunzip({ chunkSize: PIECE_BYTES });
  // Whoever pulls hears of a failure; `pipe` alone would keep one of the file's to itself.
  pipeline(Readable.from(packedPieces(parts)), inflated, () => undefined);
  return inflated;
}

async function* packedPieces(parts: readonly BytesPart[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (const part of parts) yield* piecesOf(part);
}
