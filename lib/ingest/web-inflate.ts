import { piecesOf, type BytesPart } from './bytes-part';

/**
 * Small enough that the worst ratio of deflate (1032:1) makes 16 MiB of one piece, which bounds memory and the time between
 * two chances to cancel; large enough that the pieces cost nothing.
 */
const PACKED_PIECE_BYTES = 16 * 1024;

/** What gzip data holds, given in parts, inflated by the platform on the caller's thread as it is pulled. @throws FileUnreadable */
export async function* webInflatedPieces(parts: readonly BytesPart[]): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const reader = streamOf(packedPieces(parts)).pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Without a queue, so that no more is inflated than was asked for. */
function streamOf(pieces: AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>): ReadableStream<BufferSource> {
  return new ReadableStream<BufferSource>(
    {
      pull: async (controller) => {
        const next = await pieces.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
    },
    { highWaterMark: 0 },
  );
}

async function* packedPieces(parts: readonly BytesPart[]): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  for (const part of parts) yield* piecesOf(part, PACKED_PIECE_BYTES);
}
