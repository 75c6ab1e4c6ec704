import JSZip from 'jszip';

/** Members of a made-up archive: name → content. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export async function zipOf(files: Files, compression: 'DEFLATE' | 'STORE' = 'DEFLATE'): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) zip.file(name, content, { createFolders: false });
  return new Uint8Array(await zip.generateAsync({ type: 'arraybuffer', compression }));
}

/** Copies the archive with bytes of the first member's directory entry replaced. Offsets as in APPNOTE 4.3.12. */
export function withDirectoryEntry(archive: Uint8Array, edit: (entry: DataView) => void): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(archive);
  const at = findSignature(copy, 0x02014b50);
  edit(new DataView(copy.buffer, at));
  return copy;
}

/** Copies the archive with one bit of the first member's packed data flipped, `offset` bytes into it. */
export function withFlippedBit(archive: Uint8Array, offset: number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(archive);
  const header = new DataView(copy.buffer, findSignature(copy, 0x04034b50));
  const data = header.byteOffset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  copy[data + offset] ^= 0x10;
  return copy;
}

function findSignature(bytes: Uint8Array<ArrayBuffer>, signature: number): number {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 4 <= bytes.length; at++) if (view.getUint32(at, true) === signature) return at;
  throw new Error('no such signature in the archive');
}

/** `count` event lines, each with its number, so that no two are alike. */
export function eventLines(count: number): string {
  return Array.from({ length: count }, (_, i) => `{"EventID":5140,"Channel":"Security","RecordNumber":${i}}\n`).join('');
}
