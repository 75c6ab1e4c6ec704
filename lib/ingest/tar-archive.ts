import { corrupt } from './failures';

/** A file in a tar archive; its bytes must be read, or left, before the next one is asked for. */
export interface TarEntry {
  readonly name: string;
  readonly size: number;
  read(): AsyncIterable<Uint8Array>;
}

const BLOCK = 512;
/** Longest name of a GNU or pax header that is believed: an archive may lie about it. */
const MAX_NAME_BYTES = 64 * 1024;

/** Whether the file begins as a tar archive does: a header whose checksum fits (POSIX pax, "ustar Interchange Format"; v7 has no magic). */
export function isTar(head: Uint8Array): boolean {
  return head.length >= BLOCK && head[0] !== 0 && checksumFits(head);
}

/**
 * The regular files of an archive, as it streams by. Folders, links and devices are left out. `name` is for failures. `onPassed` is
 * awaited for bytes that nobody reads, headers among them: they are inflated all the same.
 * @throws UserError 'corrupt', and what `onPassed` throws
 */
export async function* tarEntries(
  name: string,
  pieces: AsyncIterable<Uint8Array>,
  onPassed: (bytes: number) => Promise<void>,
): AsyncGenerator<TarEntry, void, undefined> {
  const input = new ByteReader(name, pieces[Symbol.asyncIterator]());
  let longName: string | null = null;
  let statedSize: number | null = null;
  try {
    for (;;) {
      const header = await input.take(BLOCK);
      await onPassed(BLOCK);
      // Two blocks of zeros end an archive; some writers leave them out.
      if (header === null || header.every((byte) => byte === 0)) return;
      if (!checksumFits(header)) throw corrupt(name, 'a header in it is damaged');
      const size = statedSize ?? numberIn(header, 124, 12);
      if (!Number.isSafeInteger(size) || size < 0) throw corrupt(name, 'a header in it states no size');
      const padding = (BLOCK - (size % BLOCK)) % BLOCK;
      const type = String.fromCharCode(header[156]);
      statedSize = null;
      if (type === 'L' || type === 'x') {
        if (size > MAX_NAME_BYTES) throw corrupt(name, 'a header in it is longer than any name');
        const bytes = await input.need(size);
        await onPassed(size);
        await input.skip(padding, onPassed);
        const pax = type === 'x' ? paxRecords(bytes) : null;
        longName = pax ? (pax.get('path') ?? longName) : textIn(bytes, 0, size);
        statedSize = pax?.has('size') ? Number(pax.get('size')) : null;
        continue;
      }
      let left = size;
      const read = async function* () {
        while (left > 0) {
          const piece = await input.some(left);
          left -= piece.length;
          yield piece;
        }
      };
      // '0', NUL and '7' are regular files.
      if (/[0\0\x37]/.test(type)) yield { name: longName ?? headerName(header), size, read };
      if (type !== 'g') longName = null;
      await input.skip(left + padding, onPassed);
      left = 0;
    }
  } finally {
    await input.close();
  }
}

function checksumFits(header: Uint8Array): boolean {
  let sum = 8 * 0x20;
  for (let i = 0; i < BLOCK; i++) if (i < 148 || i >= 156) sum += header[i];
  return sum === numberIn(header, 148, 8);
}

/** Octal digits, or GNU's base 256 where the first bit is set; NaN for neither. */
function numberIn(header: Uint8Array, at: number, length: number): number {
  if (header[at] & 0x80) return header.subarray(at + 1, at + length).reduce((sum, byte) => sum * 256 + byte, header[at] & 0x7f);
  const digits = textIn(header, at, length).trim();
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}

function headerName(header: Uint8Array): string {
  const isUstar = textIn(header, 257, 5) === 'ustar';
  const prefix = isUstar ? textIn(header, 345, 155) : '';
  const name = textIn(header, 0, 100);
  return prefix === '' ? name : `${prefix}/${name}`;
}

function textIn(bytes: Uint8Array, at: number, length: number): string {
  const field = bytes.subarray(at, at + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end));
}

/** "LENGTH KEY=VALUE\n", where the length counts the whole record. */
function paxRecords(bytes: Uint8Array): Map<string, string> {
  const records = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const length = Number.parseInt(textIn(bytes, at, 12), 10);
    if (!(length > 0)) break;
    const [, key, value] = /^\d+ ([^=]+)=([^]*)\n$/.exec(textIn(bytes, at, length)) ?? [];
    if (key !== undefined) records.set(key, value);
    at += length;
  }
  return records;
}

/** Reads by counts of bytes from pieces of any size. */
class ByteReader {
  private piece: Uint8Array = new Uint8Array(0);

  constructor(
    private readonly name: string,
    private readonly pieces: AsyncIterator<Uint8Array>,
  ) {}

  /** At most `limit` bytes, at least one. */
  async some(limit: number): Promise<Uint8Array> {
    if (!(await this.fill())) throw corrupt(this.name, 'it ends in the middle of a file');
    const some = this.piece.subarray(0, limit);
    this.piece = this.piece.subarray(some.length);
    return some;
  }

  /** Null at the end. */
  async take(count: number): Promise<Uint8Array | null> {
    return (await this.fill()) ? this.need(count) : null;
  }

  async need(count: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(count);
    for (let at = 0; at < count; ) {
      const some = await this.some(count - at);
      bytes.set(some, at);
      at += some.length;
    }
    return bytes;
  }

  async skip(count: number, onPassed: (bytes: number) => Promise<void>): Promise<void> {
    for (let left = count; left > 0; ) {
      const { length } = await this.some(left);
      left -= length;
      await onPassed(length);
    }
  }

  async close(): Promise<void> {
    await this.pieces.return?.();
  }

  private async fill(): Promise<boolean> {
    while (this.piece.length === 0) {
      const next = await this.pieces.next();
      if (next.done) return false;
      this.piece = next.value;
    }
    return true;
  }
}
