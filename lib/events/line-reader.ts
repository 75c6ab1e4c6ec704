import { decodeString } from './cell';
import { decodeBytes, endOfScalar, endOfString, endOfValue, NEWLINE, skipSpace } from './json-bytes';

/**
 * What stands between two values of a line, and what it means:
 *
 *   {"EventID":5140,"event_data":{"ShareName":"C$"},"Task":"0"}
 *   ~~~~~~~~~~~    ~~~~~~~~~~~~~~~~~~~~~~~~~~~     ~~~~~~~~      ~\n
 *   keys EventID   keys event_data, ShareName      closes 1      closes 1, no keys: the end
 *                                                  keys Task
 *
 * A step from `from` to `to` (exclusive) closes `closes` objects, then opens one for each key but the last, whose value starts at
 * `to`. The last step of a line runs to after its '\n' and has no keys.
 */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly closes: number;
  readonly keys: readonly string[];
}

export type LineReading =
  | { readonly kind: 'event'; readonly steps: readonly Step[] }
  | { readonly kind: 'blank' }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * An object is opened, so that its fields become columns, while the dotted name in front of them is at most this long. One
 * nested deeper stays a value, as arrays do. It keeps names from growing with the square of a hostile line.
 */
const MAX_PREFIX = 2_048;

/** The general path: reads any line from `start`, and takes those that JSON.parse takes (and that are objects). */
export function readLine(bytes: Uint8Array, view: DataView, start: number): LineReading {
  const first = skipSpace(bytes, start);
  if (bytes[first] === NEWLINE) return { kind: 'blank' };
  if (bytes[first] !== 0x7b) return refuseNonObject(bytes, view, start, first);

  const steps: Step[] = [];
  const prefixes = [0];
  let keys: string[] = [];
  let closes = 0;
  let from = start;
  let at = skipSpace(bytes, first + 1);
  let open = bytes[at] !== 0x7d;

  for (;;) {
    while (open) {
      const key = at;
      const keyEnd = bytes[at] === 0x22 ? endOfString(bytes, view, at + 1) : -1;
      if (keyEnd < 0) return refuse(bytes, start, at, 'a key was expected');
      at = skipSpace(bytes, keyEnd);
      if (bytes[at] !== 0x3a) return refuse(bytes, start, at, 'a colon was expected');
      at = skipSpace(bytes, at + 1);
      keys.push(decodeString(bytes, key, keyEnd));
      const inside = bytes[at] === 0x7b ? skipSpace(bytes, at + 1) : -1;
      const prefix = prefixes[prefixes.length - 1] + keys[keys.length - 1].length + 1;
      if (inside < 0 || bytes[inside] === 0x7d || prefix > MAX_PREFIX) break;
      prefixes.push(prefix);
      at = inside;
    }
    if (open) {
      const end = endOfValue(bytes, view, at);
      if (end < 0) return refuse(bytes, start, at, 'a value was expected');
      steps.push({ from, to: at, closes, keys });
      from = end;
      at = skipSpace(bytes, end);
      closes = 0;
      keys = [];
    }
    while (bytes[at] === 0x7d && prefixes.length > 0) {
      prefixes.pop();
      closes++;
      at = skipSpace(bytes, at + 1);
    }
    if (prefixes.length === 0) {
      if (bytes[at] !== NEWLINE) return refuse(bytes, start, at, 'nothing more was expected');
      steps.push({ from, to: at + 1, closes, keys });
      return { kind: 'event', steps };
    }
    if (bytes[at] !== 0x2c) return refuse(bytes, start, at, "',' or '}' was expected");
    at = skipSpace(bytes, at + 1);
    open = true;
  }
}

function refuseNonObject(bytes: Uint8Array, view: DataView, start: number, first: number): LineReading {
  const nested = bytes[first] === 0x5b;
  const end = nested ? endOfValue(bytes, view, first) : endOfScalar(bytes, view, first);
  if (end > 0 && bytes[skipSpace(bytes, end)] === NEWLINE) return { kind: 'refused', reason: 'not an object' };
  return refuse(bytes, start, first, "'{' was expected");
}

function refuse(bytes: Uint8Array, start: number, at: number, what: string): LineReading {
  const place = bytes[at] === NEWLINE ? 'the end of the line' : `character ${decodeBytes(bytes, start, at).length + 1}`;
  return { kind: 'refused', reason: `not JSON: ${what} at ${place}` };
}
