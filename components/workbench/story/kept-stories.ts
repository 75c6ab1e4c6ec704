const FOLDER = 'stories';

/**
 * Stories in the browser's own storage (the origin private file system), one file per dataset, called by the dataset's digest:
 *
 *   stories/5f0c….json   as `writeStory` writes it
 */
export class KeptStories {
  constructor(private readonly root: () => Promise<FileSystemDirectoryHandle> = () => navigator.storage.getDirectory()) {}

  /** Null where none is kept. */
  async read(sha256: string): Promise<string | null> {
    try {
      return await (await (await (await this.folder()).getFileHandle(fileName(sha256))).getFile()).text();
    } catch {
      return null;
    }
  }

  /** Whether it is kept now: there may be no room, or no such storage. */
  async write(sha256: string, text: string): Promise<boolean> {
    try {
      const file = await (await this.folder()).getFileHandle(fileName(sha256), { create: true });
      const out = await file.createWritable();
      await out.write(text);
      await out.close();
      return true;
    } catch {
      return false;
    }
  }

  private async folder(): Promise<FileSystemDirectoryHandle> {
    return (await this.root()).getDirectoryHandle(FOLDER, { create: true });
  }
}

function fileName(sha256: string): string {
  return `${sha256}.json`;
}
