const UNITS = ['B', 'kB', 'MB', 'GB'] as const;

/** "665.7 kB": powers of 1,000, as file managers count. */
export function bytesText(bytes: number): string {
  let unit = 0;
  let size = bytes;
  while (size >= 999.95 && unit < UNITS.length - 1) {
    size /= 1_000;
    unit += 1;
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${UNITS[unit]}`;
}

/** "8 GiB": a limit is a power of two. */
export function limitText(bytes: number): string {
  return `${(bytes / 2 ** 30).toLocaleString('en')} GiB`;
}

/** "1 event", "25,993 events". */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
