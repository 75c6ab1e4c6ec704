import { bytesOf, piecesOf, type BytesPart } from './bytes-part';
import type { NamedFile } from './source';

/** A smaller file is read at once, and held while it is opened. */
const SMALL_BYTES = 32 * 1024 * 1024;
/** What of a larger one is read at once where small stretches of it are asked for, one behind the other. */
const WINDOW_BYTES = 8 * 1024 * 1024;
/** Longer stretches are read where they are needed, by whoever inflates them. */
const NEAR_BYTES = 512 * 1024;

/** A file's bytes, read when they are asked for: a large file is not in memory as a whole while the table grows. */
export class FileBytes {
  readonly name: string;
  readonly blob: Blob;
  /** The stretch that was read last, of a small file all of it. */
  private window: { readonly start: number; readonly bytes: Uint8Array<ArrayBuffer> } = { start: 0, bytes: new Uint8Array(0) };

  constructor({ name, blob }: NamedFile) {
    this.name = name;
    this.blob = blob;
  }

  get size(): number {
    return this.blob.size;
  }

  private get isSmall(): boolean {
    return this.size <= SMALL_BYTES;
  }

  /** All of it; null for a file that is not small. @throws FileUnreadable */
  async small(): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.isSmall ? this.read(0, this.size) : null;
  }

  /** All of it, however large: to be let go of soon. @throws FileUnreadable */
  async whole(): Promise<Uint8Array<ArrayBuffer>> {
    return (await this.small()) ?? bytesOf(this.blob);
  }

  /** Up to `end` or the end of the file. @throws FileUnreadable */
  async read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    const from = Math.max(0, Math.min(start, this.size));
    const to = Math.min(end, this.size);
    const { start: known, bytes } = this.window;
    if (from < known || to > known + bytes.length) {
      const wanted = this.isSmall ? { start: 0, end: this.size } : { start: from, end: Math.max(to, from + WINDOW_BYTES) };
      this.window = { start: wanted.start, bytes: await bytesOf(this.blob.slice(wanted.start, wanted.end)) };
    }
    return this.window.bytes.subarray(from - this.window.start, to - this.window.start);
  }

  /** A stretch of it: its bytes, or where they are read from. @throws FileUnreadable */
  async part(start: number, end: number): Promise<BytesPart> {
    return this.isSmall || end - start <= NEAR_BYTES ? this.read(start, end) : this.blob.slice(start, end);
  }

  /** The whole file, piece by piece, each of which the caller may keep. @throws FileUnreadable */
  async *pieces(): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
    yield* piecesOf(await this.part(0, this.size));
  }
}
