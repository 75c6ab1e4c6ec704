import { eventLines, withDirectoryEntry, withFlippedBit, zipOf } from '@/lib/ingest/zip-fixtures.test-support';

/** Archives that a person may well open by mistake, and a healthy one. */
export async function madeArchives(): Promise<Readonly<Record<MadeArchive, Uint8Array>>> {
  const healthy = await zipOf({ 'events.json': eventLines(2000) });
  return {
    'healthy.zip': healthy,
    'with-bad-lines.zip': await zipOf({ 'events.json': `${eventLines(3)}{"EventID":5140,\n${eventLines(2)}not an event\n` }),
    'not-a-zip.zip': new TextEncoder().encode('<!doctype html><title>Sign in</title>'),
    // Bit 0 of the general purpose flags says "encrypted" (APPNOTE 4.4.4); JSZip and ours look at the directory entry.
    'password.zip': withDirectoryEntry(healthy, (entry) => entry.setUint16(8, entry.getUint16(8, true) | 1, true)),
    'no-events.zip': await zipOf({ 'readme.txt': 'There are no events here.\n', '__MACOSX/._readme.txt': '\0\0' }),
    'truncated.zip': healthy.slice(0, Math.floor(healthy.length / 2)),
    'corrupt.zip': withFlippedBit(await zipOf({ 'events.json': eventLines(2000) }, 'STORE'), 500),
  };
}

export type MadeArchive =
  | 'healthy.zip'
  | 'with-bad-lines.zip'
  | 'not-a-zip.zip'
  | 'password.zip'
  | 'no-events.zip'
  | 'truncated.zip'
  | 'corrupt.zip';

/** The text in UTF-16, with a byte order mark. */
export function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}
