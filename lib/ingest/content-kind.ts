/** What the beginning of a file says that it is. `what` finishes the sentence "it is …". */
export interface ContentKind {
  readonly format: 'zip' | 'json-lines' | 'empty' | 'other';
  readonly what: string;
}

/** Bytes of a file's beginning that `contentKind` looks at. */
export const HEAD_BYTES = 64 * 1024;

/** Signatures from the formats' own specifications and from the `file` command's magic database. */
const SIGNATURES: readonly { readonly hex: string; readonly format?: 'zip'; readonly what: string }[] = [
  { hex: '504b0304', format: 'zip', what: 'a zip archive' },
  { hex: '504b0506', format: 'zip', what: 'a zip archive' },
  { hex: 'd4c3b2a1', what: 'a packet capture' },
  { hex: 'a1b2c3d4', what: 'a packet capture' },
  { hex: '4d3cb2a1', what: 'a packet capture' },
  { hex: 'a1b23c4d', what: 'a packet capture' },
  { hex: '0a0d0d0a', what: 'a packet capture' },
  { hex: '456c6646696c6500', what: 'a Windows event log (EVTX)' },
  { hex: '1f8b', what: 'a gzip file' },
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
  const signature = SIGNATURES.find(({ hex }) => startsWith(head, hex));
  if (signature) return { format: signature.format ?? 'other', what: signature.what };
  if (head.length > 1 && ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))) {
    return other('UTF-16 text, not newline-delimited JSON in UTF-8');
  }
  if (head.includes(0)) return other('binary data');
  return textKind(new TextDecoder().decode(head));
}

function textKind(text: string): ContentKind {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  if (lines.length === 0) return { format: 'empty', what: 'empty' };
  const first = lines[0];
  const objects = lines.filter((line) => line.startsWith('{')).length;
  if (first.startsWith('{') || objects * 2 >= lines.length) return { format: 'json-lines', what: 'newline-delimited JSON' };
  if (first.startsWith('[')) return other('a JSON array, not newline-delimited JSON');
  if (/^<(!doctype html|html)/i.test(first)) return other('a web page (HTML), not newline-delimited JSON');
  if (first.startsWith('<')) return other('XML, not newline-delimited JSON');
  if (/^type=\S+ msg=audit\(/.test(first)) return other('a Linux audit log, not newline-delimited JSON');
  if (first.split(',').length > 2) return other('comma-separated values, not newline-delimited JSON');
  return other('text, not newline-delimited JSON');
}

function other(what: string): ContentKind {
  return { format: 'other', what };
}

function startsWith(bytes: Uint8Array, hex: string): boolean {
  for (let i = 0; i * 2 < hex.length; i++) {
    if (bytes[i] !== Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16)) return false;
  }
  return true;
}
