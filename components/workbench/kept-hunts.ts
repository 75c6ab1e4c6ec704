import type { HuntFile } from '@/lib/engine/engine';
import type { NamedFile } from '@/lib/ingest/source';
import { writeDeviceFile } from './device-file';

/** A hunt document that the viewer gave, as it is listed. */
export interface KeptHunt {
  /** Of the document, lower-case hex. */
  readonly sha256: string;
  /** Of its file. */
  readonly name: string;
  readonly title: string;
}

const FOLDER = 'hunts';
/** Times that a document can have been written on since somebody linked to it. */
const MOST_STEPS = 1_000;

/**
 * Hunt documents that the viewer gave, in the browser's own storage (the origin private file system), until they are removed: one file
 * each, called by its digest. Where the browser has no such storage, none is kept.
 *
 *   hunts/5f0c….json   { version, name, title, text, isMade }   isMade: written on this device
 *   hunts/81ab….json   { version, replacedBy }                  what it was before it was written on
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

  /** Null where it is not kept. Of one that was written on since, what it has become. */
  async find(sha256: string): Promise<NamedFile | null> {
    try {
      const folder = await this.folder();
      let [digest, kept] = [sha256, await readKept(folder, `${sha256}.json`)];
      for (let steps = 0; kept === null && steps < MOST_STEPS; steps++) {
        const next = await readReplaced(folder, digest);
        if (next === null) return null;
        [digest, kept] = [next, await readKept(folder, `${next}.json`)];
      }
      return kept && { name: kept.name, blob: new Blob([kept.text]) };
    } catch {
      return null;
    }
  }

  /** One that the viewer gave. */
  async keep(file: HuntFile): Promise<void> {
    await this.write(file, false);
    await this.refresh();
  }

  /**
   * One that was written on this device, a copy of another or a new one. It takes the place of `replaces` where that was written on this device, too.
   * @returns whether it did
   */
  async keepMade(file: HuntFile, replaces: string | null): Promise<boolean> {
    const hasReplaced = (await this.write(file, true)) && replaces !== null && replaces !== file.sha256 && (await this.replace(replaces, file.sha256));
    await this.refresh();
    return hasReplaced;
  }

  /** Whether it stands there then: there may be no room, or no such storage, and a link to the document asks for it again. */
  private async write({ sha256, name, title, text }: HuntFile, isMade: boolean): Promise<boolean> {
    return sha256 !== null && this.writeFile(sha256, { version: 1, name, title, text, isMade });
  }

  private async replace(sha256: string, replacedBy: string | null): Promise<boolean> {
    const before = await this.folder().then((folder) => readKept(folder, `${sha256}.json`), () => null);
    return before?.isMade === true && this.writeFile(sha256, { version: 1, replacedBy });
  }

  private async writeFile(sha256: string, content: object): Promise<boolean> {
    try {
      await writeDeviceFile(await this.folder(), `${sha256}.json`, JSON.stringify(content));
      return true;
    } catch {
      return false;
    }
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
  readonly isMade: boolean;
}

/** Null for what this page did not write: another version, or half a file. */
async function readKept(folder: FileSystemDirectoryHandle, fileName: string): Promise<KeptDocument | null> {
  const sha256 = /^([0-9a-f]{64})\.json$/.exec(fileName)?.[1];
  if (sha256 === undefined) return null;
  const given: Partial<Record<keyof KeptDocument, unknown>> | null = await readJson(folder, fileName);
  if (given === null) return null;
  const { name, title, text, isMade } = given;
  return typeof name === 'string' && typeof title === 'string' && typeof text === 'string' ? { sha256, name, title, text, isMade: isMade === true } : null;
}

/** The digest of what a document has become; null where it has become nothing else. */
async function readReplaced(folder: FileSystemDirectoryHandle, sha256: string): Promise<string | null> {
  const given: { readonly replacedBy?: unknown } | null = await readJson(folder, `${sha256}.json`);
  return typeof given?.replacedBy === 'string' && /^[0-9a-f]{64}$/.test(given.replacedBy) ? given.replacedBy : null;
}

async function readJson(folder: FileSystemDirectoryHandle, fileName: string): Promise<object | null> {
  try {
    const given: unknown = JSON.parse(await (await (await folder.getFileHandle(fileName)).getFile()).text());
    return typeof given === 'object' && given !== null && 'version' in given && given.version === 1 ? given : null;
  } catch {
    return null;
  }
}
