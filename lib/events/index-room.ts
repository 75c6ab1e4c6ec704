/** One buffer that arrays of four and of two bytes are cut from, one behind the other. */
export class IndexRoom {
  private readonly buffer: ArrayBuffer;
  private used = 0;

  constructor(bytes: number) {
    this.buffer = new ArrayBuffer(bytes);
  }

  take(count: number): Uint32Array {
    const taken = new Uint32Array(this.buffer, this.used, count);
    this.used += bytesOf(count, true);
    return taken;
  }

  takeShort(count: number): Uint16Array {
    const taken = new Uint16Array(this.buffer, this.used, count);
    this.used += bytesOf(count, false);
    return taken;
  }

  copy(values: Uint32Array, count: number): Uint32Array {
    const taken = this.take(count);
    taken.set(values.subarray(0, count));
    return taken;
  }

  copyShort(values: Uint32Array, count: number): Uint16Array {
    const taken = this.takeShort(count);
    taken.set(values.subarray(0, count));
    return taken;
  }
}

/** What an array takes, so that one of four bytes each may follow. */
export function bytesOf(count: number, isLong: boolean): number {
  return isLong ? 4 * count : 4 * Math.ceil(count / 2);
}
