import JSZip from 'jszip';
import { corrupt, passwordProtected, unsupportedCompression } from './failures';
import type { PackedMember } from './inflate-member';

/** `packed` is a part of the archive's bytes, not a copy. */
export type ZipMember = PackedMember & { readonly packed: Uint8Array<ArrayBuffer> };

export interface ZipArchive {
  readonly members: readonly ZipMember[];
  readonly warnings: readonly string[];
}

/**
 * Reads the archive's directory; inflates nothing. Folders are left out.
 * @throws UserError 'password-protected', 'corrupt', 'unreadable-file'
 */
export async function openZip(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<ZipArchive> {
  const zip = await new JSZip().loadAsync(bytes).catch((error: unknown) => {
    throw failureOf(name, error instanceof Error ? error.message : String(error));
  });
  const entries = Object.values(zip.files);
  const stated = entriesStated(bytes);
  const warnings =
    stated === null || stated === entries.length ? [] : [`The archive states ${stated} entries; ${entries.length} could be told apart.`];
  return { members: entries.filter((entry) => !entry.dir).map(packedMember), warnings };
}

/** JSZip throws plain errors; these words are those of 3.10 (lib/zipEntry.js, lib/zipEntries.js, lib/reader). */
function failureOf(name: string, message: string): Error {
  if (/encrypted/i.test(message)) return passwordProtected(name);
  if (/compression .* unknown/is.test(message)) return unsupportedCompression(name);
  if (/end of central directory/i.test(message)) return corrupt(name, 'the directory at its end is missing');
  return corrupt(name, 'its directory does not fit its contents');
}

/** What JSZip keeps of a member in its private `_data` (lib/compressedObject.js): the packed bytes, which it has no public way to. */
interface CompressedObject {
  readonly uncompressedSize: number;
  readonly crc32: number;
  readonly compression: { readonly magic: string };
  readonly compressedContent: Uint8Array<ArrayBuffer>;
}

function packedMember(entry: JSZip.JSZipObject): ZipMember {
  const data: unknown = Reflect.get(entry, '_data');
  // JSZip puts a promise of nothing in place of a member that is empty by the directory.
  if (data instanceof Promise) return { name: entry.name, method: 'stored', packed: new Uint8Array(0), size: 0, crc32: 0 };
  if (!isCompressedObject(data)) throw new Error('This JSZip keeps the packed bytes of a member elsewhere than 3.10 does');
  return {
    name: entry.name,
    method: data.compression.magic === '\0\0' ? 'stored' : 'deflated',
    packed: data.compressedContent,
    // JSZip reads 32-bit fields as signed.
    size: data.uncompressedSize < 0 ? data.uncompressedSize + 2 ** 32 : data.uncompressedSize,
    crc32: data.crc32 >>> 0,
  };
}

function isCompressedObject(value: unknown): value is CompressedObject {
  if (typeof value !== 'object' || value === null) return false;
  const { uncompressedSize, crc32, compression, compressedContent }: Partial<Record<string, unknown>> = { ...value };
  return (
    typeof uncompressedSize === 'number' &&
    typeof crc32 === 'number' &&
    typeof compression === 'object' &&
    compression !== null &&
    'magic' in compression &&
    typeof compression.magic === 'string' &&
    compressedContent instanceof Uint8Array &&
    compressedContent.buffer instanceof ArrayBuffer
  );
}

/** Entries that the end record states (APPNOTE 4.3.16); null where it does not say (ZIP64). JSZip merges entries of one name. */
function entriesStated(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const total = view.getUint16(at + 10, true);
    return total === 0xffff ? null : total;
  }
  return null;
}
