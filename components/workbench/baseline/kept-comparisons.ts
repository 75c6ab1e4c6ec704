import type { BaselineFile } from '@/lib/base/baseline';
import { readBaseline, writeBaseline } from '@/lib/base/baseline-file';
import { sha256 } from '@/lib/base/sha256';
import { writeDeviceFile } from '@/components/workbench/device-file';

const FOLDER = 'compared-baselines';
/** The oldest makes room. */
const MOST_KEPT = 10;

/**
 * Baselines that were imported to compare with, in the browser's own storage (the origin private file system), so that a reload compares on:
 *
 *   compared-baselines/5f0c….json   as `writeBaseline` writes it, called by the SHA-256 of that
 *
 * Where the browser has no such storage they last until the page is left.
 */
export class KeptComparisons {
  private readonly ofThisVisit = new Map<string, BaselineFile>();

  constructor(private readonly root: () => Promise<FileSystemDirectoryHandle> = () => navigator.storage.getDirectory()) {}

  /** Gives what it is found by. */
  async keep(file: BaselineFile): Promise<string> {
    const text = writeBaseline(file);
    const digest = await this.digestOf(text);
    this.ofThisVisit.set(digest, file);
    try {
      const folder = await this.folder();
      await writeDeviceFile(folder, `${digest}.json`, text);
      await removeOldest(folder);
    } catch {
      // No room, or no such storage: it lasts until the page is left.
    }
    return digest;
  }

  /** Null where it is not on this device. */
  async find(digest: string): Promise<BaselineFile | null> {
    const here = this.ofThisVisit.get(digest);
    if (here) return here;
    try {
      const kept = await (await (await this.folder()).getFileHandle(`${digest}.json`)).getFile();
      const read = readBaseline(await kept.text());
      return read.ok ? read.value : null;
    } catch {
      return null;
    }
  }

  private async folder(): Promise<FileSystemDirectoryHandle> {
    return (await this.root()).getDirectoryHandle(FOLDER, { create: true });
  }

  /** Pages that did not come encrypted have no digests: a number of this visit stands for one then. */
  private async digestOf(text: string): Promise<string> {
    return (await sha256(new TextEncoder().encode(text))) ?? String(this.ofThisVisit.size + 1).padStart(64, '0');
  }
}

async function removeOldest(folder: FileSystemDirectoryHandle): Promise<void> {
  const files: { readonly name: string; readonly at: number }[] = [];
  for await (const name of folder.keys()) files.push({ name, at: (await (await folder.getFileHandle(name)).getFile()).lastModified });
  files.sort((a, b) => b.at - a.at);
  for (const { name } of files.slice(MOST_KEPT)) await folder.removeEntry(name);
}
