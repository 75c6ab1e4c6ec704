import { kindOfCell, textOfCell } from './cell';
import { forEachCell, type FieldCells } from './field-cells';
import { instantOf } from './instant';
import { decodeBytes } from './json-bytes';
import type { Segment } from './segment';

const DAY_BYTES = 'YYYY-MM-DD'.length;
const COLON = 0x3a;

/**
 * What `instantOf` makes of every row's value, in milliseconds since 1970; NaN where there is none. Almost every event has a time of its
 * own, so that a dictionary of them would only cost: they are read where they stand.
 */
export function readInstants(cells: FieldCells, segments: readonly Segment[], rowCount: number): Float64Array {
  const instants = new Float64Array(rowCount).fill(NaN);
  const reader = new InstantReader();
  forEachCell(segments, cells, (row, segment, start, length) => {
    const { bytes } = segments[segment];
    const kind = kindOfCell(bytes, start);
    if (kind !== 'string' && kind !== 'number') return;
    const plain = kind === 'string' ? reader.read(bytes, start + 1, start + length - 1) : NaN;
    instants[row] = Number.isNaN(plain) ? instantOf(textOfCell(bytes, start, start + length) ?? '') : plain;
  });
  return instants;
}

/** Reads the common form, `2020-09-22T18:54:15.768Z` with or without its fraction and `Z`, from bytes. */
class InstantReader {
  /** The day read last, in milliseconds since 1970, and its bytes: the next event is mostly of the same. */
  private day = NaN;
  private readonly dayBytes = new Uint8Array(DAY_BYTES);

  /** NaN for any other form, and for no time. */
  read(bytes: Uint8Array, start: number, end: number): number {
    const at = start + DAY_BYTES;
    if (end < at + 9 || (bytes[at] !== 0x54 && bytes[at] !== 0x20) || bytes[at + 3] !== COLON || bytes[at + 6] !== COLON) return NaN;
    for (let i = 0; i < DAY_BYTES; i++) {
      if (bytes[start + i] === this.dayBytes[i]) continue;
      this.day = instantOf(`${decodeBytes(bytes, start, at)}T00:00:00`);
      this.dayBytes.set(bytes.subarray(start, at));
      break;
    }
    const hour = twoDigits(bytes, at + 1);
    const minute = twoDigits(bytes, at + 4);
    const second = twoDigits(bytes, at + 7);
    if (!(hour <= 23 && minute <= 59 && second <= 59)) return NaN;
    const whole = this.day + 3_600_000 * hour + 60_000 * minute + 1_000 * second;
    const last = bytes[end - 1] === 0x5a ? end - 1 : end;
    if (last === at + 9) return whole;
    if (bytes[at + 9] !== 0x2e || last === at + 10) return NaN;
    let fraction = 0;
    for (let i = at + 10; i < last; i++) {
      const digit = bytes[i] - 0x30;
      if (digit < 0 || digit > 9) return NaN;
      fraction = 10 * fraction + digit;
    }
    return whole + (1_000 * fraction) / 10 ** (last - at - 10);
  }
}

/** NaN where they are none. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at] - 0x30;
  const ones = bytes[at + 1] - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : NaN;
}
