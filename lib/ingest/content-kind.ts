import { isTar } from './tar-archive';
import { textKind, type TextKind } from './text-kind';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** What the beginning of a file says that it is. `what` finishes the sentence "it is …". */
export type ContentKind =
  | { readonly format: 'zip' | 'gzip' | 'tar' | 'other'; readonly what: string }
  | (TextKind & { readonly encoding: TextEncoding });

/** Bytes of a file's beginning that `contentKind` looks at. */
export const HEAD_BYTES = 64 * 1024;

/** Signatures from the formats' own specifications and from the `file` command's magic database. */
const SIGNATURES: readonly { readonly hex: string; readonly format?: 'zip' | 'gzip'; readonly what: string }[] = [
  { hex: '504b0304', format: 'zip', what: 'a zip archive' },
  { hex: '504b0506', format: 'zip', what: 'a zip archive' },
  { hex: 'd4c3b2a1', what: 'a packet capture' },
  { hex: 'a1b2c3d4', what: 'a packet capture' },
  { hex: '4d3cb2a1', what: 'a packet capture' },
  { hex: 'a1b23c4d', what: 'a packet capture' },
  { hex: '0a0d0d0a', what: 'a packet capture' },
  { hex: '456c6646696c6500', what: 'a Windows event log (EVTX)' },
  { hex: '1f8b', format: 'gzip', what: 'a gzip file' },
  { hex: '377abcaf271c', what: 'a 7-Zip archive' },
  { hex: '526172211a07', what: 'a RAR archive' },
  { hex: '425a68', what: 'a bzip2 file' },
  { hex: 'fd377a585a00', what: 'an xz file' },
  { hex: '28b52ffd', what: 'a Zstandard file' },
  { hex: '53514c69746520666f726d6174203300', what: 'an SQLite database' },
  { hex: '25504446', what: 'a PDF document' },
  { hex: '89504e47', what: 'a picture' },
  { hex: 'ffd8ff', what: 'a picture' },
  { hex: '4d5a', what: 'a Windows program' },
  { hex: '7f454c46', what: 'a Linux program' },
  { hex: '0005160700', what: 'macOS metadata' },
];

/** Judges by content alone; `head` is the file's first `HEAD_BYTES` bytes, or all of it. */
export function contentKind(head: Uint8Array): ContentKind {
  if (isTar(head)) return { format: 'tar', what: 'a tar archive' };
  const signature = SIGNATURES.find(({ hex }) => startsWith(head, hex));
  if (signature) return { format: signature.format ?? 'other', what: signature.what };
  const encoding = textEncoding(head);
  if (encoding === null) return { format: 'other', what: 'binary data' };
  return { ...textKind(new TextDecoder(encoding).decode(head), head.length < HEAD_BYTES), encoding };
}

/** By the byte order mark; without one, UTF-16 shows by the zero in every other byte of what is ASCII. Null for what is no text. */
function textEncoding(head: Uint8Array): TextEncoding | null {
  if (startsWith(head, 'fffe') && head.length > 3) return 'utf-16le';
  if (startsWith(head, 'feff') && head.length > 3) return 'utf-16be';
  if (!head.includes(0)) return 'utf-8';
  const zeros = [0, 0];
  head.forEach((byte, at) => (zeros[at & 1] += byte === 0 ? 1 : 0));
  const many = 0.4 * head.length;
  if (zeros[0] === 0 && zeros[1] > many) return 'utf-16le';
  return zeros[1] === 0 && zeros[0] > many ? 'utf-16be' : null;
}

function startsWith(bytes: Uint8Array, hex: string): boolean {
  for (let i = 0; i * 2 < hex.length; i++) {
    if (bytes[i] !== Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16)) return false;
  }
  return true;
}
