import { openAsBlob } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { UserError } from '@/lib/base/user-error';

/** @throws UserError 'unreadable-file' */
export async function readLocal(path: string): Promise<Buffer<ArrayBuffer>> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(path, error);
  });
}

/** The same, whose bytes are read when they are asked for, so that it may be large. @throws UserError 'unreadable-file' */
export async function localFile(path: string): Promise<Blob> {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(path, error);
  });
  // Of a pipe, openAsBlob makes an empty file; of what may not be read, an error without a reason.
  if (info.isFile()) return openAsBlob(path).catch(async () => new Blob([await readLocal(path)]));
  return new Blob([await readLocal(path)]);
}

function unreadable(path: string, error: NodeJS.ErrnoException): UserError {
  const reasons: Partial<Record<string, string>> = { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'it may not be read' };
  return new UserError({ code: 'unreadable-file', message: `${path} cannot be read: ${reasons[error.code ?? ''] ?? error.message}.`, advice: 'Check the path.' });
}
