import { EventTableBuilder } from '@/lib/events/event-table-builder';
import type { ContainedFile } from './containers';
import { contentKind, HEAD_BYTES, type TextEncoding } from './content-kind';
import { EventLines } from './event-lines';
import { transcoderOf } from './text-formats';

/** Room for the beginning of a member. */
const PEEKED_BYTES = 64 * 1024;

/**
 * Reads one file of a container into the table, under `name`, if it holds events. Returns why it was skipped (finishing "it is …"),
 * or null. `onPiece` is awaited after each piece of its bytes; `isEnough` stops before the next one.
 * @throws UserError 'corrupt', and what `onPiece` throws
 */
export async function readMember(
  file: ContainedFile,
  name: string,
  builder: EventTableBuilder,
  onPiece: (bytes: number) => Promise<void>,
  isEnough: () => boolean = () => false,
): Promise<string | null> {
  if (isMacMetadata(file.name)) return 'macOS metadata';
  const head: Uint8Array[] = [];
  let bytes = 0;
  let reader: TextReader | null = null;

  for await (const piece of file.read()) {
    bytes += piece.length;
    if (reader) {
      reader.push(piece);
    } else {
      head.push(piece);
      if (bytes >= HEAD_BYTES) {
        const judged = judge(join(head, bytes), name, file.size, builder);
        if (typeof judged === 'string') return judged;
        reader = judged;
        for (const first of head) reader.push(first);
      }
    }
    await onPiece(piece.length);
    if (reader) await builder.settled();
    if (isEnough()) break;
  }
  if (!reader) {
    const judged = judge(join(head, bytes), name, file.size, builder);
    if (typeof judged === 'string') return judged;
    reader = judged;
    for (const first of head) reader.push(first);
  }
  reader.end();
  await builder.settled();
  return builder.endMember(bytes) === 0 ? 'text in which nothing is a whole JSON object' : null;
}

/** Why a file of a container would be skipped, as `readMember` tells it; reads on only until the first event. @throws as `readMember` */
export async function peekMember(file: ContainedFile, onPiece: (bytes: number) => Promise<void>): Promise<string | null> {
  const builder = new EventTableBuilder();
  return readMember({ ...file, size: PEEKED_BYTES }, file.name, builder, onPiece, () => builder.eventCount > 0);
}

/** At a time: strings of more than that are not let go of when they are young. */
const TRANSCODED_BYTES = 64 * 1024;

/** Takes the bytes of a text into the table. */
interface TextReader {
  push(bytes: Uint8Array): void;
  end(): void;
}

/** By its beginning: a reader, with the member begun; or why the file holds no events. */
function judge(beginning: Uint8Array, name: string, size: number, builder: EventTableBuilder): TextReader | string {
  const kind = contentKind(beginning.subarray(0, HEAD_BYTES));
  if (!('encoding' in kind) || kind.format === 'no-events') return kind.what;
  builder.startMember(name, size);
  const lines = new EventLines(builder);
  const transcoder = transcoderOf(kind, lines);
  const push = (bytes: Uint8Array) => {
    if (!transcoder) return builder.append(bytes);
    for (let at = 0; at < bytes.length; at += TRANSCODED_BYTES) transcoder.push(bytes.subarray(at, at + TRANSCODED_BYTES));
  };
  const recode = kind.encoding === 'utf-8' ? null : recoder(kind.encoding);
  return {
    push: (bytes) => push(recode ? recode(bytes) : bytes),
    end: () => {
      if (recode) push(recode(null));
      transcoder?.end();
      lines.close();
    },
  };
}

/** UTF-16 to UTF-8, piece by piece; null for the end. A byte order mark is left out. */
function recoder(encoding: TextEncoding): (bytes: Uint8Array | null) => Uint8Array {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return (bytes) => encoder.encode(bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode());
}

/** macOS puts resource forks beside the files of an archive. */
function isMacMetadata(name: string): boolean {
  return name.startsWith('__MACOSX/') || name.split('/').at(-1)?.startsWith('._') === true;
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array {
  if (pieces.length === 1) return pieces[0];
  const joined = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
