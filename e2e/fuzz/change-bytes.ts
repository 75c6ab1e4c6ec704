import type { Random } from '@/lib/sample/random';

/** Bytes that JSON, UTF-8 or an archive's directory minds. */
const TELLING_BYTES = [...'{}[]",:\\/u0eE+-.tfn \t\r\n\0\x1f\x7f'].map((character) => character.charCodeAt(0)).concat(0x80, 0xc3, 0xe2, 0xed, 0xef, 0xff);

/** Copies the bytes with one to `most` changes: bits, bytes, stretches lost, doubled or moved, the end cut off. */
export function changeBytes(bytes: Uint8Array, random: Random, most: number): Uint8Array<ArrayBuffer> {
  let changed = Uint8Array.from(bytes);
  for (let left = random.integer(1, most); left > 0; left--) changed = changeOnce(changed, random);
  return changed;
}

function changeOnce(bytes: Uint8Array<ArrayBuffer>, random: Random): Uint8Array<ArrayBuffer> {
  if (bytes.length === 0) return Uint8Array.of(random.pick(TELLING_BYTES));
  const at = random.integer(0, bytes.length - 1);
  const stretch = () => bytes.subarray(at, at + random.integer(1, 1 + Math.min(40, bytes.length >> 2)));
  const telling = () => Uint8Array.from({ length: random.integer(1, 3) }, () => random.pick(TELLING_BYTES));
  switch (random.integer(0, 7)) {
    case 0:
      bytes[at] ^= 1 << random.integer(0, 7);
      return bytes;
    case 1:
      bytes[at] = random.pick(TELLING_BYTES);
      return bytes;
    case 2:
      bytes[at] = random.integer(0, 255);
      return bytes;
    case 3:
      return spliced(bytes, at, 0, telling());
    case 4:
      return spliced(bytes, at, stretch().length, new Uint8Array(0));
    case 5:
      return spliced(bytes, at, 0, stretch());
    case 6:
      return spliced(bytes, random.integer(0, bytes.length), 0, stretch());
    default:
      return random.integer(0, 3) === 0 ? bytes.slice(0, at) : spliced(bytes, at, 1, telling());
  }
}

export function spliced(bytes: Uint8Array, at: number, remove: number, insert: Uint8Array): Uint8Array<ArrayBuffer> {
  const rest = Math.min(at + remove, bytes.length);
  const joined = new Uint8Array(at + insert.length + bytes.length - rest);
  joined.set(bytes.subarray(0, at));
  joined.set(insert, at);
  joined.set(bytes.subarray(rest), at + insert.length);
  return joined;
}
