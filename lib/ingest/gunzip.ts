import { FileUnreadable, type BytesPart } from './bytes-part';
import { corrupt } from './failures';
import { workerInflatedPieces } from './inflater';
import { nodeInflatedPieces } from './node-inflate';
import { webInflatedPieces } from './web-inflate';

/**
 * What the gzip file (RFC 1952) holds, in pieces as they are pulled; `parts` are its bytes in order, `name` is for the failure.
 * @throws UserError 'corrupt'; FileUnreadable
 */
export async function* gunzip(name: string, parts: readonly BytesPart[]): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* nodeInflatedPieces(parts) ?? workerInflatedPieces(parts) ?? webInflatedPieces(parts);
  } catch (error) {
    if (error instanceof FileUnreadable) throw error;
    throw corrupt(name, 'its compressed data is damaged or its checksum does not match');
  }
}

/** Bytes when inflated, modulo 2^32, as the file's last four bytes state: only a hint. */
export function statedSize(end: Uint8Array): number {
  return end.length < 4 ? 0 : new DataView(end.buffer, end.byteOffset, end.byteLength).getUint32(end.length - 4, true);
}

/** As much of the file's beginning as `nameInside` may look at. */
export const NAME_BYTES = 67 * 1024;

/** The name of the file inside: as the header states it, else the file's own without `.gz`. */
export function nameInside(name: string, beginning: Uint8Array): string {
  const stated = statedName(beginning);
  if (stated !== '') return stated;
  return name.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, '') || name;
}

/** RFC 1952: ID1 ID2 CM FLG MTIME(4) XFL OS, then the extra field, then the name, which ends in a zero byte. */
function statedName(bytes: Uint8Array): string {
  const EXTRA = 4;
  const NAME = 8;
  if ((bytes[3] & NAME) === 0) return '';
  const start = bytes[3] & EXTRA ? 12 + bytes[10] + 256 * bytes[11] : 10;
  const end = bytes.subarray(0, start + 1_024).indexOf(0, start);
  return end < 0 ? '' : new TextDecoder('latin1').decode(bytes.subarray(start, end));
}
