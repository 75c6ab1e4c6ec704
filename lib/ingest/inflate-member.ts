import { piecesOf, type BytesPart } from './bytes-part';
import { crc32 } from './crc32';
import { corrupt } from './failures';
import { gunzip } from './gunzip';

/** A member as its archive's directory describes it, with its bytes as packed. */
export interface PackedMember {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly packed: BytesPart;
  /** Bytes when inflated, by the directory: not to be trusted. */
  readonly size: number;
  /** Of the inflated bytes, unsigned. */
  readonly crc32: number;
}

/**
 * The member's bytes, inflated, in pieces as they are pulled. Size and CRC-32 are checked: the last piece may come before the
 * failure. @throws UserError 'corrupt'; FileUnreadable
 */
export async function* inflateMember(member: PackedMember): AsyncGenerator<Uint8Array, void, undefined> {
  const pieces = member.method === 'stored' ? storedPieces(member) : gunzip(member.name, gzipParts(member));
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > member.size) break;
    yield piece;
  }
  if (size > member.size) throw corrupt(member.name, `it inflates to more than the ${member.size} bytes its archive states`);
  if (size < member.size) throw corrupt(member.name, `it inflates to ${size} bytes where its archive states ${member.size}`);
}

async function* storedPieces(member: PackedMember): AsyncGenerator<Uint8Array, void, undefined> {
  let crc = 0;
  for await (const piece of piecesOf(member.packed)) {
    crc = crc32(piece, crc);
    yield piece;
  }
  if (crc !== member.crc32) throw corrupt(member.name, 'its checksum does not match');
}

/**
 * A zip member holds raw deflate data; the same data between a gzip header and trailer is a gzip file (RFC 1952), whose CRC-32
 * and size the platform's native code checks while it inflates.
 */
function gzipParts(member: PackedMember): readonly BytesPart[] {
  const header = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
  const trailer = new Uint8Array(8);
  const view = new DataView(trailer.buffer);
  view.setUint32(0, member.crc32, true);
  view.setUint32(4, member.size % 2 ** 32, true);
  return [header, member.packed, trailer];
}
