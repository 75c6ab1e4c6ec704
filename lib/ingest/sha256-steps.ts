const BLOCK_BYTES = 64;

/** The first 32 bits of the fractional part of `root` of each of the first primes, as the standard (4.2.2, 5.3.3) defines its constants. */
function fractions(count: number, root: (prime: number) => number): Int32Array {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return Int32Array.from(primes, (prime) => ((root(prime) % 1) * 2 ** 32) | 0);
}

const INITIAL = fractions(8, Math.sqrt);
const ROUNDS = fractions(64, Math.cbrt);

/** SHA-256 (FIPS 180-4) of bytes that come piece by piece, which crypto.subtle does not take. */
export class Sha256 {
  private readonly state = Int32Array.from(INITIAL);
  private readonly words = new Int32Array(64);
  private readonly rest = new Uint8Array(BLOCK_BYTES);
  private used = 0;
  private bytes = 0;

  update(piece: Uint8Array): void {
    this.bytes += piece.length;
    let at = 0;
    if (this.used > 0) {
      at = Math.min(BLOCK_BYTES - this.used, piece.length);
      this.rest.set(piece.subarray(0, at), this.used);
      this.used += at;
      if (this.used < BLOCK_BYTES) return;
      this.mix(this.rest, 0);
    }
    for (; at + BLOCK_BYTES <= piece.length; at += BLOCK_BYTES) this.mix(piece, at);
    this.rest.set(piece.subarray(at));
    this.used = piece.length - at;
  }

  /** Ends it; in lower-case hex. */
  digest(): string {
    const bits = 8 * this.bytes;
    const end = new Uint8Array(this.used < 56 ? BLOCK_BYTES - this.used : 2 * BLOCK_BYTES - this.used);
    end[0] = 0x80;
    const view = new DataView(end.buffer);
    view.setUint32(end.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(end.length - 4, bits % 2 ** 32);
    this.update(end);
    return Array.from(this.state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }

  private mix(bytes: Uint8Array, start: number): void {
    const { state, words } = this;
    for (let i = 0, at = start; i < 16; i++, at += 4) words[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    for (let i = 16; i < 64; i++) {
      const near = words[i - 2];
      const far = words[i - 15];
      const small1 = ((near >>> 17) | (near << 15)) ^ ((near >>> 19) | (near << 13)) ^ (near >>> 10);
      const small0 = ((far >>> 7) | (far << 25)) ^ ((far >>> 18) | (far << 14)) ^ (far >>> 3);
      words[i] = (small1 + words[i - 7] + small0 + words[i - 16]) | 0;
    }
    let a = state[0];
    let b = state[1];
    let c = state[2];
    let d = state[3];
    let e = state[4];
    let f = state[5];
    let g = state[6];
    let h = state[7];
    for (let i = 0; i < 64; i++) {
      const large1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const large0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const first = (h + large1 + ((e & f) ^ (~e & g)) + ROUNDS[i] + words[i]) | 0;
      const second = (large0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }
}
