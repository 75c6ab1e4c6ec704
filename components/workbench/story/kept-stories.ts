import { writeDeviceFile } from '@/components/workbench/device-file';

/**
 * Stories and baselines in the browser's own storage (the origin private file system), one file per dataset, called by the dataset's digest:
 *
 *   stories/5f0c….json     as `writeStory` writes it
 *   baselines/5f0c….json   as `writeBaseline` writes it
 */
export class KeptStories {
  /** Tells the other tabs whose file was written. */
  private channel: BroadcastChannel | null = null;

  constructor(
    private readonly root: () => Promise<FileSystemDirectoryHandle> = () => navigator.storage.getDirectory(),
    private readonly folderName: 'stories' | 'baselines' = 'stories',
  ) {}

  /**
   * Reads a story and writes what `change` makes of it, with every other tab waiting: null is what was never kept, and what leaves it
   * as it is. Whether it stands on the device then: there may be no room, or no such storage.
   */
  async update(sha256: string, change: (text: string | null) => string | null): Promise<boolean> {
    try {
      return await navigator.locks.request(`huntbook-${this.folderName} ${sha256}`, async () => {
        const folder = await (await this.root()).getDirectoryHandle(this.folderName, { create: true });
        const text = change(await readText(folder, fileName(sha256)));
        if (text === null) return true;
        await writeDeviceFile(folder, fileName(sha256), text);
        this.channel?.postMessage(sha256);
        return true;
      });
    } catch {
      return false;
    }
  }

  /** Calls with the digest whenever another tab has written a story. */
  listen(onWritten: (sha256: string) => void): void {
    this.channel = new BroadcastChannel(`huntbook-${this.folderName}`);
    this.channel.onmessage = ({ data }) => typeof data === 'string' && onWritten(data);
  }
}

/** Null where there is no such file; throws where it cannot be read, so that it is not written over. */
async function readText(folder: FileSystemDirectoryHandle, name: string): Promise<string | null> {
  try {
    return await (await (await folder.getFileHandle(name)).getFile()).text();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    throw error;
  }
}

function fileName(sha256: string): string {
  return `${sha256}.json`;
}
