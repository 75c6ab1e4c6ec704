import { HEAD_BYTES, type ContentKind } from './content-kind';
import type { FileBytes } from './file-bytes';
import { gunzip, NAME_BYTES, nameInside, statedSize } from './gunzip';
import { inflateMember } from './inflate-member';
import { isTar, tarEntries } from './tar-archive';
import { openZip } from './zip-archive';

/** A file inside a container. */
export interface ContainedFile {
  readonly name: string;
  /** Bytes of its content, as the container states. */
  readonly size: number;
  /** @throws UserError 'corrupt', FileUnreadable while being read */
  read(): AsyncIterable<Uint8Array>;
}

export interface Contents {
  /** A tar archive has no directory: a file of it must be read before the next is asked for. @throws UserError 'corrupt' */
  readonly files: Iterable<ContainedFile> | AsyncIterable<ContainedFile>;
  /** Of all files, as the container states: only a hint. */
  readonly totalBytes: number;
  readonly warnings: readonly string[];
  /** False where the file itself is the one text in it. */
  readonly isArchive: boolean;
}

type OnPassed = (bytes: number) => Promise<void>;

/** One importer a format, chosen by content (`ContentKind.format`). */
export interface Container {
  readonly format: ContentKind['format'];
  /** `onPassed` is awaited for bytes that are inflated only to get past them. @throws UserError, FileUnreadable */
  open(file: FileBytes, onPassed: OnPassed): Promise<Contents>;
}

export const CONTAINERS: readonly Container[] = [
  { format: 'zip', open: openZipFile },
  { format: 'gzip', open: openGzipFile },
  {
    format: 'tar',
    open: async (file, onPassed) => ({ files: tarEntries(file.name, file.pieces(), onPassed), totalBytes: file.size, warnings: [], isArchive: true }),
  },
];

/** A file that is a text by itself. */
export function plainFile(file: FileBytes): Contents {
  return { files: [{ name: file.name, size: file.size, read: () => file.pieces() }], totalBytes: file.size, warnings: [], isArchive: false };
}

async function openZipFile(file: FileBytes): Promise<Contents> {
  const { members, warnings } = await zipPlaces(file);
  const files = members.map(({ start, length, ...member }): ContainedFile => ({
    name: member.name,
    size: member.size,
    async *read() {
      yield* inflateMember({ ...member, packed: await file.part(start, start + length) });
    },
  }));
  return { files, totalBytes: files.reduce((sum, { size }) => sum + size, 0), warnings, isArchive: true };
}

/** JSZip reads the directory out of the whole archive. Only the places in it are kept, so that its bytes can be let go. */
async function zipPlaces(file: FileBytes) {
  const bytes = await file.whole();
  const { members, warnings } = await openZip(file.name, bytes);
  return {
    members: members.map(({ packed, ...member }) => ({ ...member, start: packed.length === 0 ? 0 : packed.byteOffset - bytes.byteOffset, length: packed.length })),
    warnings,
  };
}

async function openGzipFile(file: FileBytes, onPassed: OnPassed): Promise<Contents> {
  const totalBytes = statedSize(await file.read(file.size - 4, file.size));
  return { files: gzipFiles(file, totalBytes, onPassed), totalBytes, warnings: [], isArchive: true };
}

/** The one file inside, or the files of the tar archive that it is. */
async function* gzipFiles(file: FileBytes, size: number, onPassed: OnPassed): AsyncGenerator<ContainedFile, void, undefined> {
  const read = async function* () {
    yield* gunzip(file.name, [await file.part(0, file.size)]);
  };
  if (isTar(await headOf(read()))) yield* tarEntries(file.name, read(), onPassed);
  else yield { name: nameInside(file.name, await file.read(0, NAME_BYTES)), size, read };
}

async function headOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const head = new Uint8Array(HEAD_BYTES);
  let used = 0;
  for await (const piece of pieces) {
    const part = piece.subarray(0, HEAD_BYTES - used);
    head.set(part, used);
    used += part.length;
    if (used === HEAD_BYTES) break;
  }
  return head.subarray(0, used);
}
