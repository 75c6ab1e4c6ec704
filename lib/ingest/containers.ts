import { HEAD_BYTES, type ContentKind } from './content-kind';
import { gunzip, nameInside, statedSize } from './gunzip';
import { inflateMember } from './inflate-member';
import { isTar, tarEntries } from './tar-archive';
import { openZip } from './zip-archive';

/** A file inside a container. */
export interface ContainedFile {
  readonly name: string;
  /** Bytes of its content, as the container states. */
  readonly size: number;
  /** @throws UserError 'corrupt' while being read */
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
  /** `onPassed` is awaited for bytes that are inflated only to get past them. @throws UserError */
  open(name: string, bytes: Uint8Array<ArrayBuffer>, onPassed: OnPassed): Promise<Contents>;
}

const PIECE_BYTES = 1024 * 1024;

export const CONTAINERS: readonly Container[] = [
  {
    format: 'zip',
    open: async (name, bytes) => {
      const { members, warnings } = await openZip(name, bytes);
      const files = members.map((member) => ({ name: member.name, size: member.size, read: () => inflateMember(member) }));
      return { files, totalBytes: files.reduce((sum, file) => sum + file.size, 0), warnings, isArchive: true };
    },
  },
  { format: 'gzip', open: async (name, bytes, onPassed) => ({ files: gzipFiles(name, bytes, onPassed), totalBytes: statedSize(bytes), warnings: [], isArchive: true }) },
  {
    format: 'tar',
    open: async (name, bytes, onPassed) => ({ files: tarEntries(name, pieces(bytes), onPassed), totalBytes: bytes.length, warnings: [], isArchive: true }),
  },
];

/** A file that is a text by itself. */
export function plainFile(name: string, bytes: Uint8Array): Contents {
  return { files: [{ name, size: bytes.length, read: () => pieces(bytes) }], totalBytes: bytes.length, warnings: [], isArchive: false };
}

/** The one file inside, or the files of the tar archive that it is. */
async function* gzipFiles(name: string, bytes: Uint8Array<ArrayBuffer>, onPassed: OnPassed): AsyncGenerator<ContainedFile, void, undefined> {
  const read = () => gunzip(name, [bytes]);
  if (isTar(await headOf(read()))) yield* tarEntries(name, read(), onPassed);
  else yield { name: nameInside(name, bytes), size: statedSize(bytes), read };
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

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}
