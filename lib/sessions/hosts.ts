/** The hosts of a dataset: names that surely mean one machine are one host. */
export interface Hosts {
  /** The fullest name of each host, as written. */
  readonly names: readonly string[];
  /** The host of a name, in any case, short or full; null if no event has it or it could be several. */
  indexOf(name: string): number | null;
}

/** An event without a host name belongs to this one, written as Windows writes what is missing. */
export const NO_HOST = '-';

/**
 * `PEDRO01` and `Pedro01` are one host; so are `WORKSTATION6` and `WORKSTATION6.theshire.local`, unless another full name begins
 * with the same label: then it stays open which of them the short one means, and it is a host of its own.
 */
export function mergeHosts(written: Iterable<string>): Hosts {
  const byName = new Map<string, string>();
  for (const name of [NO_HOST, ...written]) if (!byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), name);

  const fullNames = new Map<string, string[]>();
  for (const name of byName.keys()) {
    if (!isFullName(name)) continue;
    const short = shortName(name);
    fullNames.set(short, [...(fullNames.get(short) ?? []), name]);
  }
  const onlyFullName = new Map([...fullNames].flatMap(([short, full]) => (full.length === 1 ? [[short, full[0]] as const] : [])));

  const names: string[] = [];
  const index = new Map<string, number>();
  for (const [name, asWritten] of byName) {
    if (onlyFullName.has(name)) continue;
    index.set(name, names.length);
    names.push(asWritten);
  }
  for (const [short, full] of onlyFullName) {
    const host = index.get(full);
    if (host !== undefined) index.set(short, host);
  }
  return { names, indexOf: (name) => index.get(name.toLowerCase()) ?? null };
}

function isFullName(name: string): boolean {
  return name.includes('.') && !/^[\d.]+$/.test(name) && !name.includes(':');
}

function shortName(fullName: string): string {
  return fullName.slice(0, fullName.indexOf('.'));
}
