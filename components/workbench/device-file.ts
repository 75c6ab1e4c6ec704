/**
 * Writes a file of the browser's own storage. Half a file is never left behind: what a writable stream gets counts only once it is closed. The bytes of
 * a Blob never come to this thread. @throws DOMException where there is no room, or no such storage
 */
export async function writeDeviceFile(folder: FileSystemDirectoryHandle, name: string, content: Blob | string): Promise<void> {
  const out = await (await folder.getFileHandle(name, { create: true })).createWritable();
  try {
    await out.write(content);
    await out.close();
  } catch (error) {
    // A file that is being written cannot be removed.
    await out.abort().catch(() => undefined);
    throw error;
  }
}
