/** A file that this browser keeps for a later visit. */
export interface KeptFile {
  /** Lower-case hex. */
  readonly sha256: string;
  readonly name: string;
  readonly bytes: number;
}

/** 'kept'; 'no-room' where the browser's quota is used up; 'unavailable' where it has no such storage (or in a private window). */
export type Keeping = 'kept' | 'no-room' | 'unavailable';

const FOLDER = 'datasets';
const SHA256 = /^[0-9a-f]{64}$/;
/** A name in a file system has at most 255 bytes; a UTF-16 unit takes at most three. */
const NAME_CHARACTERS = 80;

/**
 * Opened files in the browser's own storage (the origin private file system), until they are removed: one folder a file, named by
 * its digest, and the file in it under its own name.
 *
 *   datasets/ab12…/covenant.zip
 */
export class KeptFiles {
  private files: readonly KeptFile[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(private readonly root: () => Promise<FileSystemDirectoryHandle> = () => navigator.storage.getDirectory()) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** As of the last `refresh`. */
  readonly getFiles = (): readonly KeptFile[] => this.files;

  /** Reads what is there. Where the browser has no such storage, nothing is. */
  async refresh(): Promise<void> {
    const files: KeptFile[] = [];
    try {
      for await (const [sha256, entry] of (await this.folder()).entries()) {
        if (!SHA256.test(sha256) || !isDirectory(entry)) continue;
        const file = await fileIn(entry);
        if (file) files.push({ sha256, name: file.name, bytes: file.size });
      }
    } catch {
      files.length = 0;
    }
    this.files = files.sort((a, b) => a.name.localeCompare(b.name));
    for (const listener of this.listeners) listener();
  }

  /** Null where it is not kept. */
  async find(sha256: string): Promise<File | null> {
    try {
      return await fileIn(await (await this.folder()).getDirectoryHandle(sha256));
    } catch {
      return null;
    }
  }

  /** Half a file is never left behind: what a writable stream gets counts only once it is closed. */
  async keep(sha256: string, name: string, blob: Blob): Promise<Keeping> {
    try {
      if (await this.find(sha256)) return 'kept';
      const folder = await (await this.folder()).getDirectoryHandle(sha256, { create: true });
      const handle = await folder.getFileHandle(name.replaceAll(/[/\\]/g, '_').slice(0, NAME_CHARACTERS), { create: true });
      await blob.stream().pipeTo(await handle.createWritable());
      await this.refresh();
      return 'kept';
    } catch (error) {
      await this.remove(sha256);
      return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'no-room' : 'unavailable';
    }
  }

  async remove(sha256: string): Promise<void> {
    await this.removing((folder) => folder.removeEntry(sha256, { recursive: true }));
  }

  async removeAll(): Promise<void> {
    await this.removing(async (folder) => {
      for await (const name of folder.keys()) await folder.removeEntry(name, { recursive: true });
    });
  }

  private async removing(act: (folder: FileSystemDirectoryHandle) => Promise<void>): Promise<void> {
    // What is not there needs no removing.
    await this.folder().then(act).catch(() => undefined);
    await this.refresh();
  }

  private async folder(): Promise<FileSystemDirectoryHandle> {
    return (await this.root()).getDirectoryHandle(FOLDER, { create: true });
  }
}

function isDirectory(entry: FileSystemHandle): entry is FileSystemDirectoryHandle {
  return entry.kind === 'directory';
}

function isFile(entry: FileSystemHandle): entry is FileSystemFileHandle {
  return entry.kind === 'file';
}

/** An empty one is what a visit that ended while writing leaves. */
async function fileIn(folder: FileSystemDirectoryHandle): Promise<File | null> {
  for await (const entry of folder.values()) {
    if (!isFile(entry)) continue;
    const file = await entry.getFile();
    if (file.size > 0) return file;
  }
  return null;
}
