import type { EventTableBuilder } from '@/lib/events/event-table-builder';
import type { ContainedFile } from './containers';
import { contentKind, HEAD_BYTES } from './content-kind';

/**
 * Reads one file of a container into the table, if it holds events. Returns why it was skipped (finishing "it is …"), or null.
 * `onPiece` is awaited after each piece of its bytes. @throws UserError 'corrupt', and what `onPiece` throws
 */
export async function readMember(
  file: ContainedFile,
  builder: EventTableBuilder,
  onPiece: (bytes: number) => Promise<void>,
): Promise<string | null> {
  if (isMacMetadata(file.name)) return 'macOS metadata';
  let head: Uint8Array[] | null = [];
  let headBytes = 0;

  /** Null as long as the file may hold events; its beginning is appended once it has been judged. */
  const judge = (): string | null => {
    if (!head) return null;
    const { format, what } = contentKind(join(head, headBytes).subarray(0, HEAD_BYTES));
    if (format !== 'json-lines') return what;
    builder.startMember(file.name, file.size);
    for (const piece of head) builder.append(piece);
    head = null;
    return null;
  };

  for await (const piece of file.read()) {
    if (head) {
      head.push(piece);
      headBytes += piece.length;
      if (headBytes >= HEAD_BYTES) {
        const reason = judge();
        if (reason !== null) return reason;
      }
    } else {
      builder.append(piece);
    }
    await onPiece(piece.length);
  }
  const reason = judge();
  if (reason !== null) return reason;
  return builder.endMember() === 0 ? 'text of which no line is a JSON object' : null;
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
