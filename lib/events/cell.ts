import type { CellKind } from './event-table';
import { decodeBytes } from './json-bytes';

/** By the first byte of a value that is known to be valid. */
export function kindOfCell(bytes: Uint8Array, start: number): CellKind {
  return kindOfByte(bytes[start]);
}

function kindOfByte(first: number): CellKind {
  switch (first) {
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

const KINDS: readonly CellKind[] = ['string', 'number', 'boolean', 'null', 'array', 'object'];

/** By the first byte of a value, its kind as a bit, so that the kinds of many fit a number. */
export const KIND_BITS = Uint8Array.from({ length: 256 }, (_, byte) => 1 << KINDS.indexOf(kindOfByte(byte)));

export function kindsOfBits(bits: number): readonly CellKind[] {
  return KINDS.filter((_, kind) => (bits >> kind) & 1);
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
