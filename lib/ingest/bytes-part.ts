/** Bytes that are in memory, or a file's, which are read piece by piece. A Blob crosses to another thread without them. */
export type BytesPart = Uint8Array<ArrayBuffer> | Blob;

/** The browser or the system does not give the file's bytes: it was moved or changed, say. */
export class FileUnreadable extends Error {}

/** Pieces that the event table may keep; it must give way to messages now and then. */
const PIECE_BYTES = 1024 * 1024;
/** Each reading of a file waits for another process. */
const READ_BYTES = 4 * 1024 * 1024;

export function sizeOf(part: BytesPart): number {
  return part instanceof Uint8Array ? part.length : part.size;
}

/** One after the other, none larger than `pieceBytes`. Reads one stretch of a file ahead. @throws FileUnreadable */
export async function* piecesOf(part: BytesPart, pieceBytes = PIECE_BYTES): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  if (part instanceof Uint8Array) return yield* stretches(part, pieceBytes);
  let ahead = readAt(part, 0);
  for (let at = 0; at < part.size; at += READ_BYTES) {
    const bytes = await ahead;
    if (at + READ_BYTES < part.size) ahead = readAt(part, at + READ_BYTES);
    yield* stretches(bytes, pieceBytes);
  }
}

function* stretches(bytes: Uint8Array<ArrayBuffer>, pieceBytes: number): Generator<Uint8Array<ArrayBuffer>, void, undefined> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

function readAt(blob: Blob, at: number): Promise<Uint8Array<ArrayBuffer>> {
  const reading = bytesOf(blob.slice(at, at + READ_BYTES));
  // Nobody may come for one that was read ahead.
  reading.catch(() => undefined);
  return reading;
}

/** All of it. @throws FileUnreadable */
export async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const buffer = await blob.arrayBuffer().catch((error: unknown) => {
    throw new FileUnreadable(error instanceof Error ? error.message : String(error));
  });
  return new Uint8Array(buffer);
}
