import type { HuntFile } from '@/lib/engine/engine';
import type { NamedFile } from '@/lib/ingest/source';

/** A hunt document that the viewer gave, as it is listed. */
export interface KeptHunt {
  /** Of the document, lower-case hex. */
  readonly sha256: string;
  /** Of its file. */
  readonly name: string;
  readonly title: string;
}

const FOLDER = 'hunts';

/**
 * Hunt documents that the viewer gave, in the browser's own storage (the origin private file system), until they are removed: one file
 * each, called by its digest. Where the browser has no such storage, none is kept.
 *
 *   hunts/5f0c….json   { version, name, title, text }
 */
export class KeptHunts {
  private hunts: readonly KeptHunt[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(private readonly root: () => Promise<FileSystemDirectoryHandle> = () => navigator.storage.getDirectory()) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** As of the last `refresh`, by title. */
  readonly getHunts = (): readonly KeptHunt[] => this.hunts;

  async refresh(): Promise<void> {
    const hunts = await this.list().catch(() => []);
    this.hunts = hunts.map(({ sha256, name, title }) => ({ sha256, name, title })).sort((a, b) => a.title.localeCompare(b.title));
    for (const listener of this.listeners) listener();
  }

  /** Null where it is not kept. */
  async find(sha256: string): Promise<NamedFile | null> {
    try {
      const kept = await readKept(await this.folder(), `${sha256}.json`);
      return kept && { name: kept.name, blob: new Blob([kept.text]) };
    } catch {
      return null;
    }
  }

  async keep({ sha256, name, title, text }: HuntFile): Promise<void> {
    if (sha256 === null) return;
    try {
      const file = await (await this.folder()).getFileHandle(`${sha256}.json`, { create: true });
      // What a writable stream gets counts only once it is closed: half a document is never left behind.
      const out = await file.createWritable();
      await out.write(JSON.stringify({ version: 1, name, title, text }));
      await out.close();
    } catch {
      // No room, or no such storage: a link to the document asks for it again.
    }
    await this.refresh();
  }

  async remove(sha256: string): Promise<void> {
    // What is not there needs no removing.
    await this.folder().then((folder) => folder.removeEntry(`${sha256}.json`)).catch(() => undefined);
    await this.refresh();
  }

  private async list(): Promise<KeptDocument[]> {
    const folder = await this.folder();
    const kept: KeptDocument[] = [];
    for await (const name of folder.keys()) {
      const document = await readKept(folder, name);
      if (document) kept.push(document);
    }
    return kept;
  }

  private async folder(): Promise<FileSystemDirectoryHandle> {
    return (await this.root()).getDirectoryHandle(FOLDER, { create: true });
  }
}

interface KeptDocument extends KeptHunt {
  readonly text: string;
}

/** Null for what this page did not write: another version, or half a file. */
async function readKept(folder: FileSystemDirectoryHandle, fileName: string): Promise<KeptDocument | null> {
  const sha256 = /^([0-9a-f]{64})\.json$/.exec(fileName)?.[1];
  if (sha256 === undefined) return null;
  try {
    const given: unknown = JSON.parse(await (await (await folder.getFileHandle(fileName)).getFile()).text());
    if (typeof given !== 'object' || given === null || !('version' in given) || given.version !== 1) return null;
    const { name, title, text } = given as Partial<Record<keyof KeptDocument, unknown>>;
    return typeof name === 'string' && typeof title === 'string' && typeof text === 'string' ? { sha256, name, title, text } : null;
  } catch {
    return null;
  }
}
