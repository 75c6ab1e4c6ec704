import { decodeBytes } from './json-bytes';

/** The texts that some events were made from, back to back, in UTF-8, and how many bytes each has. */
export interface WrittenPiece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lengths: readonly number[];
  /** Told when the bytes are not needed any more. */
  readonly onDeflated: () => void;
}

/** A piece as it is kept: seldom asked for, and as large as half the events, so it is deflated. */
interface KeptPiece {
  readonly first: number;
  /** Of two bytes each, unless a text is too long for that. */
  readonly lengths: Uint16Array | Uint32Array;
  bytes: Uint8Array<ArrayBuffer>;
  isDeflated: boolean;
}

/** What the events of one member look like in their file, where the table holds JSON that was made from it. */
export class WrittenTexts {
  private readonly pieces: KeptPiece[] = [];
  count = 0;
  /** Resolves when all pieces so far are deflated: wait for it before the next ones come, or they pile up. */
  deflated: Promise<void> = Promise.resolve();

  add({ bytes, lengths, onDeflated }: WrittenPiece): void {
    const areShort = lengths.every((length) => length <= 0xffff);
    const piece: KeptPiece = { first: this.count, lengths: areShort ? Uint16Array.from(lengths) : Uint32Array.from(lengths), bytes, isDeflated: false };
    this.pieces.push(piece);
    this.count += lengths.length;
    this.deflated = this.deflated.then(() => deflate(piece)).then(onDeflated);
  }

  /** Of the member's event `index`, from 0. */
  async text(index: number): Promise<string> {
    const piece = this.pieces.findLast(({ first }) => first <= index);
    if (!piece || index >= this.count) throw new Error('The member has no such event');
    const at = index - piece.first;
    const bytes = piece.isDeflated ? await through(piece.bytes, new DecompressionStream('deflate-raw')) : piece.bytes;
    let start = 0;
    for (const length of piece.lengths.subarray(0, at)) start += length;
    return decodeBytes(bytes, start, start + piece.lengths[at]);
  }
}

async function deflate(piece: KeptPiece): Promise<void> {
  piece.bytes = await through(piece.bytes, new CompressionStream('deflate-raw'));
  piece.isDeflated = true;
}

/** Without a Blob, whose bytes a browser would hand to another process and back. */
async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  const writer = stream.writable.getWriter();
  const [result] = await Promise.all([new Response(stream.readable).arrayBuffer(), writer.write(bytes), writer.close()]);
  return new Uint8Array(result);
}
