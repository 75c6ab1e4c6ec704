/**
 * Small enough that the worst ratio of deflate (1032:1) makes 16 MiB of one piece, which bounds memory and the time between
 * two chances to cancel; large enough that the pieces cost nothing.
 */
const PACKED_PIECE_BYTES = 16 * 1024;

/** What gzip data holds, given in whole parts, inflated by the platform on the caller's thread as it is pulled. */
export async function* webInflatedPieces(parts: readonly Uint8Array<ArrayBuffer>[]): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
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
function streamOf(pieces: Iterable<Uint8Array<ArrayBuffer>>): ReadableStream<BufferSource> {
  const iterator = pieces[Symbol.iterator]();
  return new ReadableStream<BufferSource>(
    {
      pull: (controller) => {
        const next = iterator.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
    },
    { highWaterMark: 0 },
  );
}

function* packedPieces(parts: readonly Uint8Array<ArrayBuffer>[]): Generator<Uint8Array<ArrayBuffer>, void, undefined> {
  for (const part of parts) {
    for (let at = 0; at < part.length; at += PACKED_PIECE_BYTES) yield part.subarray(at, at + PACKED_PIECE_BYTES);
  }
}
