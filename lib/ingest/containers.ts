import type { ContentKind } from './content-kind';
import { inflateMember } from './inflate-member';
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
  readonly files: readonly ContainedFile[];
  readonly warnings: readonly string[];
}

/** One importer a format, chosen by content (`ContentKind.format`). */
export interface Container {
  readonly format: ContentKind['format'];
  /** @throws UserError */
  open(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Contents>;
}

const PIECE_BYTES = 1024 * 1024;

export const CONTAINERS: readonly Container[] = [
  {
    format: 'zip',
    open: async (name, bytes) => {
      const { members, warnings } = await openZip(name, bytes);
      return { files: members.map((member) => ({ name: member.name, size: member.size, read: () => inflateMember(member) })), warnings };
    },
  },
  {
    format: 'json-lines',
    open: async (name, bytes) => ({ files: [{ name, size: bytes.length, read: () => pieces(bytes) }], warnings: [] }),
  },
];

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}
