/** What a kept dataset is, as its folder's manifest says. */
export interface KeptDataset {
  /** Its folder's name. */
  readonly id: string;
  /** Of the dataset as opened, lower-case hex. */
  readonly sha256: string;
  /** Where it came from; null for files that the viewer chose. */
  readonly url: string | null;
  /** As the address has it. */
  readonly name: string;
  /** Its files' own names, in the order in which they make up the dataset. */
  readonly fileNames: readonly string[];
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
}

export function writeManifest(dataset: Omit<KeptDataset, 'id'>): string {
  const { sha256, url, name, fileNames, bytes, keptAt } = dataset;
  return JSON.stringify({ version: 1, sha256, url, name, fileNames, bytes, keptAt });
}

/** Null for what this page did not write: another version, or half a file. */
export function readManifest(id: string, text: string): KeptDataset | null {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof given !== 'object' || given === null || !('version' in given) || given.version !== 1) return null;
  const { sha256, url, name, fileNames, bytes, keptAt } = given as Partial<Record<keyof KeptDataset, unknown>>;
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) return null;
  if (url !== null && typeof url !== 'string') return null;
  if (typeof name !== 'string' || typeof bytes !== 'number' || typeof keptAt !== 'number') return null;
  if (!Array.isArray(fileNames) || fileNames.length === 0 || !fileNames.every((fileName) => typeof fileName === 'string')) return null;
  return { id, sha256, url, name, fileNames, bytes, keptAt };
}
