import { assertNever } from '@/lib/base/assert-never';
import { sha256 } from '@/lib/base/sha256';
import { UserError } from '@/lib/base/user-error';
import type { EventTable } from '@/lib/events/event-table';
import { EventTableBuilder } from '@/lib/events/event-table-builder';
import { IndexFull } from '@/lib/events/index-budget';
import { FileUnreadable } from './bytes-part';
import { ChosenMembers } from './chosen-members';
import { CONTAINERS, plainFile, type Contents } from './containers';
import { contentKind, HEAD_BYTES } from './content-kind';
import { eventsShareLines, noEvents, notAnArchive, tooManyNames, unreadableFile } from './failures';
import { fetchLink } from './fetch-link';
import { FileBytes } from './file-bytes';
import { workerDigest } from './inflater';
import { InflationLimit } from './inflation-limit';
import { orCancelled, Pace } from './pace';
import { peekMember, readMember } from './read-member';
import { digestInSteps } from './digest-in-steps';
import type { DatasetSource, NamedFile, OpenOptions } from './source';

export interface OpenedDataset {
  readonly table: EventTable;
  readonly name: string;
  /** Of the file as opened, lower-case hex (of several, see `digestOf`); null where the platform cannot compute it. */
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
 * Opens a file, several, or a link: each container, then every member in it that holds events (or is chosen of those), in the
 * archive's order.
 * @throws UserError 'not-an-archive', 'password-protected', 'no-events', 'corrupt', 'too-large', 'unreadable-file', 'not-http',
 *   'http-error', 'cross-origin-refused', 'cancelled', 'out-of-memory' where names of fields take more than a heap has, 'not-found' for a
 *   member that was asked for and is not there
 */
export async function openDataset(source: DatasetSource, options: OpenOptions = {}): Promise<OpenedDataset> {
  const { onProgress, signal } = options;
  const files = await fetchSource(source, options);
  const name = datasetName(files);
  const builder = new EventTableBuilder();
  const pace = new Pace(signal);
  const chosen = new ChosenMembers(options.members);
  const limit = new InflationLimit(name, options.maxBytes);
  const skippedMembers: SkippedMember[] = [];
  const warnings: string[] = [];
  const digests: Promise<string | null>[] = [];
  let read = 0;
  let totalBytes = 0;
  let fileBytes = 0;
  const report = () => {
    onProgress?.({ phase: 'read', bytes: read, totalBytes: Math.max(read, totalBytes), events: builder.eventCount });
  };
  const onPiece = async (pieceBytes: number) => {
    read += pieceBytes;
    limit.inflate(pieceBytes);
    if (await pace.breathe()) report();
  };

  const readFile = async (file: FileBytes) => {
    const head = await orCancelled(file.read(0, HEAD_BYTES), signal);
    fileBytes += file.size;
    const digest = digestOf(file, signal);
    digest.catch(() => undefined);
    digests.push(digest);
    const contents = await openContainer(file, head, onPiece).catch((error: unknown) => {
      // One of several files that cannot be opened is told of as a member would be.
      const reason = files.length > 1 ? reasonToSkip(error, head) : null;
      if (reason === null) throw error;
      skippedMembers.push({ name: file.name, reason });
      return null;
    });
    if (contents === null) return;
    totalBytes += contents.totalBytes;
    if (chosen.areAll) limit.state(contents.totalBytes);
    warnings.push(...contents.warnings);
    report();
    for await (const member of contents.files) {
      const memberName = files.length > 1 && contents.isArchive ? `${file.name}/${member.name}` : member.name;
      const place = builder.memberCount;
      const isChosen = chosen.isChosen(memberName, place);
      const before = read;
      const reading = isChosen ? readMember(member, memberName, builder, onPiece) : peekMember(member, onPiece);
      const reason = await reading.catch((error: unknown) => {
        throw error instanceof IndexFull ? tooManyNames(memberName, error) : error;
      });
      if (reason !== null) skippedMembers.push({ name: memberName, reason });
      else if (isChosen) chosen.meet(memberName, place);
      else builder.leaveOut(memberName);
      // What is not read of it need not be waited for, unless the rest of the archive only comes behind it.
      if (Symbol.iterator in contents.files) totalBytes -= Math.max(0, member.size - (read - before));
    }
  };

  for (const file of files) {
    await readFile(new FileBytes(file)).catch((error: unknown) => {
      throw error instanceof FileUnreadable ? unreadableFile(file.name, error.message) : error;
    });
  }
  const table = builder.finish();
  totalBytes = read;
  report();
  chosen.end(name, table.members.map((member) => member.name));
  if (table.rowCount === 0) throw noEvents(name, skippedMembers);
  for (const member of table.members) if (member.numbering) warnings.push(eventsShareLines(member.name));
  return { table, name, sha256: await digestOfAll(files, await Promise.all(digests)), fileBytes, skippedMembers, warnings };
}

/** Several files come in the order of their names, whatever the order in which they were dropped. */
async function fetchSource(source: DatasetSource, { onProgress, onFetched, signal }: OpenOptions): Promise<readonly NamedFile[]> {
  switch (source.kind) {
    case 'file':
      return [source];
    case 'files':
      return [...source.files].sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
    case 'link': {
      const file = await fetchLink(source.url, (bytes, totalBytes) => onProgress?.({ phase: 'download', bytes, totalBytes, events: 0 }), signal);
      onFetched?.(file);
      return [file];
    }
    default:
      return assertNever(source);
  }
}

function datasetName(files: readonly NamedFile[]): string {
  const first = files.length === 0 ? 'nothing' : files[0].name;
  return files.length > 1 ? `${first} and ${files.length - 1} more` : first;
}

/** Worked out beside this thread, where that can be. @throws FileUnreadable; UserError 'cancelled' */
async function digestOf(file: FileBytes, signal: AbortSignal | undefined): Promise<string | null> {
  const bytes = await file.small();
  return bytes ? sha256(bytes) : (workerDigest(file.blob, signal) ?? digestInSteps(file.blob, signal));
}

/** Of one file, its own; of several, that of the list that sha256sum would print of them. */
async function digestOfAll(files: readonly NamedFile[], digests: readonly (string | null)[]): Promise<string | null> {
  if (digests.length === 1 || digests.includes(null)) return digests[0] ?? null;
  return sha256(new TextEncoder().encode(digests.map((digest, i) => `${digest}  ${files[i].name}\n`).join('')));
}

/** Finishes "it is …"; null for what is no reason to go on with the other files. */
function reasonToSkip(error: unknown, head: Uint8Array): string | null {
  if (!(error instanceof UserError)) return null;
  if (error.failure.code === 'password-protected') return 'password-protected';
  return error.failure.code === 'not-an-archive' ? contentKind(head).what : null;
}

async function openContainer(file: FileBytes, head: Uint8Array, onPassed: (bytes: number) => Promise<void>): Promise<Contents> {
  const kind = contentKind(head);
  const container = CONTAINERS.find(({ format }) => format === kind.format);
  if (container) return container.open(file, onPassed);
  if (!('encoding' in kind) || kind.format === 'no-events') throw notAnArchive(file.name, kind.what);
  return plainFile(file);
}
