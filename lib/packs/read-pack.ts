import { UserError } from '@/lib/base/user-error';
import { corrupt, tooLarge } from '@/lib/ingest/failures';
import { inflateMember } from '@/lib/ingest/inflate-member';
import { openZip, type ZipMember } from '@/lib/ingest/zip-archive';
import { isPartName, LONGEST_MANIFEST, MANIFEST, MOST_PARTS, readManifest, SUMS, type PackManifest } from './pack-manifest';
import { sha256Of, sumsText, zipOf, type PackPart } from './write-pack';

export interface ReadPack {
  readonly manifest: PackManifest;
  /** By name. Those that are as the manifest says. */
  readonly parts: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** None: every byte is as it was made. */
  readonly problems: readonly PackProblem[];
}

/** What is not as it was made. */
export interface PackProblem {
  /** Null: the zip itself, between its parts. */
  readonly part: string | null;
  readonly message: string;
  /** SHA-256 that the manifest tells and that the part has; null where there is none. */
  readonly stated: string | null;
  readonly found: string | null;
}

/** Most bytes that a pack may hold, packed or inflated. */
export const LARGEST_PACK = 1024 * 1024 * 1024;
/** What zip itself tells of a member whose packed bytes were changed. */
const DAMAGED = 'It was altered: its packed bytes no longer give what was packed.';
const HEAD_BYTES = 64;
const TAIL_BYTES = 64 * 1024;

/** Whether a file is a pack, whole or damaged: its name stands at the zip's beginning and in the directory at its end. */
export async function looksLikePack(blob: Blob): Promise<boolean> {
  const [head, tail] = await Promise.all([latin1(blob.slice(0, HEAD_BYTES)), latin1(blob.slice(Math.max(0, blob.size - TAIL_BYTES)))]);
  const isZip = head.startsWith('PK\x03\x04') || tail.includes('PK\x05\x06');
  return isZip && (head.includes(MANIFEST) || tail.includes(MANIFEST));
}

/**
 * Unpacks a pack and checks every byte of it.
 * @throws UserError 'corrupt' where it is no zip any more, or nothing tells what it should hold; 'too-large'
 */
export async function readPack(name: string, blob: Blob): Promise<ReadPack> {
  if (blob.size > LARGEST_PACK) throw tooLarge(name, blob.size, LARGEST_PACK);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const { members } = await openZip(name, bytes);
  if (members.length > MOST_PARTS + 2) throw corrupt(name, `it holds ${members.length.toLocaleString('en')} files, more than a pack may`);
  const size = members.reduce((sum, member) => sum + member.size, 0);
  if (size > LARGEST_PACK) throw tooLarge(name, size, LARGEST_PACK);
  const read = new Map<string, Uint8Array<ArrayBuffer> | Error>();
  for (const member of members) read.set(member.name, await inflated(member));

  const manifestBytes = read.get(MANIFEST);
  if (manifestBytes === undefined) throw corrupt(name, `its ${MANIFEST} is missing, which tells what it should hold`);
  if (manifestBytes instanceof Error) throw corrupt(name, `its ${MANIFEST} was altered (${manifestBytes.message}), which tells what it should hold`);
  const manifest = manifestBytes.length > LONGEST_MANIFEST ? null : readManifest(new TextDecoder().decode(manifestBytes));
  if (manifest === null) throw corrupt(name, `its ${MANIFEST} was altered, or a newer Huntbook wrote it`);

  const problems: PackProblem[] = [];
  const parts = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const { name: part, bytes: length, sha256: stated } of manifest.parts) {
    const found = read.get(part);
    if (found === undefined) problems.push({ part, message: 'It is missing.', stated, found: null });
    else if (found instanceof Error) problems.push({ part, message: DAMAGED, stated, found: null });
    else {
      const sum = sha256Of(found);
      if (sum === stated && found.length === length) parts.set(part, found);
      else problems.push({ part, message: 'It was altered: its SHA-256 is another one.', stated, found: sum });
    }
  }
  problems.push(...sumsProblems(manifest, manifestBytes, read.get(SUMS)));
  const known = new Set([MANIFEST, SUMS, ...manifest.parts.map((part) => part.name)]);
  for (const { name: part } of members) if (!known.has(part)) problems.push({ part: shownName(part), message: 'It is not in the manifest.', stated: null, found: null });
  if (problems.length === 0) problems.push(...(await structureProblems(bytes, members, [...known].map((part) => ({ name: part, bytes: wholeOf(read.get(part)) })))));
  return { manifest, parts, problems };
}

async function inflated(member: ZipMember): Promise<Uint8Array<ArrayBuffer> | Error> {
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of inflateMember(member)) pieces.push(new Uint8Array(piece));
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** The list of sums is for other programs; whoever changes the manifest must change it too. */
function sumsProblems(manifest: PackManifest, manifestBytes: Uint8Array, found: Uint8Array | Error | undefined): PackProblem[] {
  if (found === undefined || found instanceof Error) return [{ part: SUMS, message: found ? DAMAGED : 'It is missing.', stated: null, found: null }];
  return new TextDecoder().decode(found) === sumsText(manifest, manifestBytes) ? [] : [{ part: SUMS, message: `It does not fit ${MANIFEST}: one of the two was altered.`, stated: null, found: null }];
}

/** The same parts make the same zip, so a byte between or beside them that differs was altered. */
async function structureProblems(bytes: Uint8Array, members: readonly ZipMember[], parts: readonly PackPart[]): Promise<PackProblem[]> {
  const made = await zipOf(parts);
  let at = 0;
  while (at < made.length && made[at] === bytes[at]) at++;
  if (at === made.length && at === bytes.length) return [];
  const within = members.find(({ packed }) => packed.byteOffset <= at && at < packed.byteOffset + packed.length);
  const where = within ? `the packed bytes of ${within.name}` : 'the headers or the directory of the zip';
  return [{ part: null, message: `Byte ${(at + 1).toLocaleString('en')} is not as it was made: it is in ${where}. The content of every part is as the manifest says.`, stated: null, found: null }];
}

/** Somebody else chose it. */
function shownName(name: string): string {
  const shown: string = JSON.stringify(name.slice(0, 100));
  return isPartName(name) ? name : shown;
}

function wholeOf(read: Uint8Array<ArrayBuffer> | Error | undefined): Uint8Array<ArrayBuffer> {
  return read instanceof Uint8Array ? read : new Uint8Array();
}

async function latin1(blob: Blob): Promise<string> {
  return Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join('');
}
