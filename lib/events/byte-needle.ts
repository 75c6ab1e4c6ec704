/** Finds one byte sequence in others, by Horspool's algorithm: it looks at the byte that would be the last and skips as far as that allows. */
export class ByteNeedle {
  private readonly folded: Uint8Array;
  /** By the byte that stands at the needle's last place, how far the needle can move; 0 where it may be found. */
  private readonly skips: Uint8Array;
  /** How far it can move from there. */
  private readonly step: number;
  /** What each byte is compared as. */
  private readonly fold: Uint8Array;
  readonly length: number;

  /** Not empty. `matchCase` false: A to Z equal a to z. */
  constructor(needle: Uint8Array, matchCase: boolean) {
    this.fold = matchCase ? AS_THEY_ARE : FOLDED;
    this.length = needle.length;
    this.folded = needle.map((byte) => this.fold[byte]);
    this.skips = new Uint8Array(256).fill(Math.min(255, needle.length));
    const first = Math.max(0, needle.length - 255);
    for (let at = first; at < needle.length - 1; at++) {
      this.skip(this.folded[at], Math.min(255, needle.length - 1 - at));
    }
    const last = this.folded[needle.length - 1];
    this.step = this.skips[last];
    this.skip(last, 0);
  }

  private skip(folded: number, by: number): void {
    for (let byte = 0; byte < 256; byte++) if (this.fold[byte] === folded) this.skips[byte] = by;
  }

  /** The first place from `from` on where it stands before `end`; -1 if it does not. */
  find(bytes: Uint8Array, from: number, end: number): number {
    const { folded, skips, fold, step } = this;
    const last = folded.length - 1;
    for (let at = from + last; at < end; at += step) {
      for (let by = skips[bytes[at]]; by > 0; by = skips[bytes[at]]) {
        at += by;
        if (at >= end) return -1;
      }
      const start = at - last;
      let i = last - 1;
      while (i >= 0 && fold[bytes[start + i]] === folded[i]) i--;
      if (i < 0) return start;
    }
    return -1;
  }
}

const AS_THEY_ARE = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const FOLDED = AS_THEY_ARE.map((byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte));
