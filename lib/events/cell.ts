import type { CellKind } from './event-table';
import { decodeBytes } from './json-bytes';

/** By the first byte of a value that is known to be valid. */
export function kindOfCell(bytes: Uint8Array, start: number): CellKind {
  switch (bytes[start]) {
    case 0x22:
      return 'string';
    case 0x5b:
      return 'array';
    case 0x7b:
      return 'object';
    case 0x74:
    case 0x66:
      return 'boolean';
    case 0x6e:
      return 'null';
    default:
      return 'number';
  }
}

/** A string decoded, null for a JSON null, anything else as its JSON. */
export function textOfCell(bytes: Uint8Array, start: number, end: number): string | null {
  const kind = kindOfCell(bytes, start);
  if (kind === 'null') return null;
  return kind === 'string' ? decodeString(bytes, start, end) : decodeBytes(bytes, start, end);
}

/** The string between the quotes at `start` and before `end`. */
export function decodeString(bytes: Uint8Array, start: number, end: number): string {
  const text = decodeBytes(bytes, start + 1, end - 1);
  return text.includes('\\') ? String(JSON.parse(`"${text}"`)) : text;
}
