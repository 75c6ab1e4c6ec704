import type { NamedFile } from '@/lib/ingest/source';
import { writeDeviceFile } from './device-file';
import { readManifest, writeManifest, type KeptDataset } from './kept-manifest';
import { storagePersistence, type StoragePersistence } from './storage-persistence';

/** 'kept'; 'no-room' where the browser's quota is used up; 'unavailable' where it has no such storage (or in a private window). */
export type Keeping = 'kept' | 'no-room' | 'unavailable';

/** What a kept dataset is found by: files that were chosen by their digest, others by their link. */
export type KeptKey = { readonly sha256: string } | { readonly url: string };

export interface KeptCopy {
  readonly dataset: KeptDataset;
  readonly files: readonly NamedFile[];
}

const FOLDER = 'datasets';
const MANIFEST = 'manifest.json';

/**
 * Opened datasets in the browser's own storage (the origin private file system), until they are removed: one folder a dataset. Its
 * files have their places for names; what they are called stands in the manifest, which is written last: a folder without one
 * is what a visit that ended while writing left, and counts as nothing.
 *
 *   datasets/5f0c…/0, 1, …, manifest.json
 */
export class KeptFiles {
  private datasets: readonly KeptDataset[] = [];
  private isLasting = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly root: () => Promise<FileSystemDirectoryHandle> = () => navigator.storage.getDirectory(),
    private readonly now: () => number = Date.now,
    private readonly persistence: StoragePersistence = storagePersistence(() => navigator),
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** As of the last `refresh`. */
  readonly getDatasets = (): readonly KeptDataset[] => this.datasets;

  /** Whether the browser has promised not to clear it when space runs short; as of the last `refresh`. */
  readonly getIsLasting = (): boolean => this.isLasting;

  /** Reads what is there. Where the browser has no such storage, nothing is. */
  async refresh(): Promise<void> {
    const datasets = await this.list().catch(() => []);
    this.isLasting = await this.persistence.isGranted();
    this.datasets = datasets.sort((a, b) => a.name.localeCompare(b.name) || a.keptAt - b.keptAt);
    for (const listener of this.listeners) listener();
  }

  /** Null where it is not kept. */
  async find(key: KeptKey): Promise<KeptCopy | null> {
    try {
      const dataset = (await this.list()).find((kept) => isOf(kept, key));
      if (!dataset) return null;
      const folder = await (await this.folder()).getDirectoryHandle(dataset.id);
      const files = await Promise.all(dataset.fileNames.map(async (name, i) => ({ name, blob: await (await folder.getFileHandle(String(i))).getFile() })));
      return { dataset, files };
    } catch {
      return null;
    }
  }

  /** Takes the place of what was kept of the same link; the same files are not written twice. */
  async keep(key: KeptKey, sha256: string, name: string, files: readonly NamedFile[]): Promise<Keeping> {
    const id = crypto.randomUUID();
    try {
      const older = (await this.list()).filter((kept) => isOf(kept, key));
      const url = 'url' in key ? key.url : null;
      if (url === null && older.length > 0) return 'kept';
      const folder = await (await this.folder()).getDirectoryHandle(id, { create: true });
      for (const [i, { blob }] of files.entries()) await writeDeviceFile(folder, String(i), blob);
      const bytes = files.reduce((sum, { blob }) => sum + blob.size, 0);
      const manifest = writeManifest({ sha256, url, name, fileNames: files.map((file) => file.name), bytes, keptAt: this.now() });
      await writeDeviceFile(folder, MANIFEST, manifest);
      for (const { id: replaced } of older) await this.remove(replaced);
      await this.refresh();
      // Nobody waits for the answer, which may be the viewer's own.
      void this.persistence.ask().then(() => this.refresh());
      return 'kept';
    } catch (error) {
      await this.remove(id);
      return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'no-room' : 'unavailable';
    }
  }

  async remove(id: string): Promise<void> {
    await this.removing((folder) => folder.removeEntry(id, { recursive: true }));
  }

  async removeAll(): Promise<void> {
    await this.removing(async (folder) => {
      for await (const id of folder.keys()) await folder.removeEntry(id, { recursive: true });
    });
  }

  private async removing(act: (folder: FileSystemDirectoryHandle) => Promise<void>): Promise<void> {
    // What is not there needs no removing.
    await this.folder().then(act).catch(() => undefined);
    await this.refresh();
  }

  private async list(): Promise<KeptDataset[]> {
    const datasets: KeptDataset[] = [];
    for await (const [id, entry] of (await this.folder()).entries()) {
      if (!isDirectory(entry)) continue;
      const text = await textOf(entry, MANIFEST);
      const dataset = text === null ? null : readManifest(id, text);
      if (dataset) datasets.push(dataset);
    }
    return datasets;
  }

  private async folder(): Promise<FileSystemDirectoryHandle> {
    return (await this.root()).getDirectoryHandle(FOLDER, { create: true });
  }
}

function isOf({ sha256, url }: KeptDataset, key: KeptKey): boolean {
  return 'url' in key ? url === key.url : url === null && sha256 === key.sha256;
}

function isDirectory(entry: FileSystemHandle): entry is FileSystemDirectoryHandle {
  return entry.kind === 'directory';
}

/** Null where there is no such file. */
async function textOf(folder: FileSystemDirectoryHandle, name: string): Promise<string | null> {
  try {
    return await (await (await folder.getFileHandle(name)).getFile()).text();
  } catch {
    return null;
  }
}
