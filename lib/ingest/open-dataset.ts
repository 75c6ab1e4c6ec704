import type { EventTable } from '@/lib/events/event-table';
import { EventTableBuilder } from '@/lib/events/event-table-builder';
import { CONTAINERS, type Contents } from './containers';
import { contentKind, HEAD_BYTES } from './content-kind';
import { noEvents, notAnArchive, unreadableFile } from './failures';
import { fetchLink, type Download } from './fetch-link';
import { orCancelled, Pace } from './pace';
import { readMember } from './read-member';
import { sha256 } from './sha256';
import type { DatasetSource, OpenOptions } from './source';

export interface OpenedDataset {
  readonly table: EventTable;
  readonly name: string;
  /** Of the file as opened, lower-case hex; null where the platform cannot compute it. */
  readonly sha256: string | null;
  /** Of the file as opened. */
  readonly fileBytes: number;
  readonly skippedMembers: readonly SkippedMember[];
  readonly warnings: readonly string[];
}

/** `reason` finishes the sentence "it is …". */
export interface SkippedMember {
  readonly name: string;
  readonly reason: string;
}

/**
 * Opens a file or a link: its container, then every member that holds events, in the archive's order.
 * @throws UserError 'not-an-archive', 'password-protected', 'no-events', 'corrupt', 'unreadable-file', 'not-http',
 *   'http-error', 'cross-origin-refused', 'cancelled'
 */
export async function openDataset(source: DatasetSource, options: OpenOptions = {}): Promise<OpenedDataset> {
  const { onProgress, signal } = options;
  const { name, blob } = await fetchSource(source, options);
  const bytes = await orCancelled(readBlob(name, blob), signal);
  const digest = sha256(bytes);
  digest.catch(() => undefined);

  const contents = await openContainer(name, bytes);
  const totalBytes = contents.files.reduce((sum, file) => sum + file.size, 0);
  const builder = new EventTableBuilder();
  const pace = new Pace(signal);
  const skippedMembers: SkippedMember[] = [];
  let read = 0;
  const report = () => onProgress?.({ phase: 'read', bytes: read, totalBytes, events: builder.eventCount });

  report();
  for (const file of contents.files) {
    const reason = await readMember(file, builder, async (pieceBytes) => {
      read += pieceBytes;
      if (await pace.breathe()) report();
    });
    if (reason !== null) skippedMembers.push({ name: file.name, reason });
  }
  const table = builder.finish();
  report();
  if (table.rowCount === 0) throw noEvents(name, skippedMembers);
  return { table, name, sha256: await digest, fileBytes: bytes.length, skippedMembers, warnings: contents.warnings };
}

async function fetchSource(source: DatasetSource, { onProgress, signal }: OpenOptions): Promise<Download> {
  if (source.kind === 'file') return source;
  return fetchLink(source.url, (bytes, totalBytes) => onProgress?.({ phase: 'download', bytes, totalBytes, events: 0 }), signal);
}

async function readBlob(name: string, blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const buffer = await blob.arrayBuffer().catch((error: unknown) => {
    throw unreadableFile(name, error instanceof Error ? error.message : String(error));
  });
  return new Uint8Array(buffer);
}

async function openContainer(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Contents> {
  const kind = contentKind(bytes.subarray(0, HEAD_BYTES));
  const container = CONTAINERS.find(({ format }) => format === kind.format);
  if (container) return container.open(name, bytes);
  throw notAnArchive(name, kind.what);
}
