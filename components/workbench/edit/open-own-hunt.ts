import type { Engine } from '@/lib/engine/engine';
import { keptHunts } from '@/components/workbench/use-kept-hunts';
import type { FilesControl } from '@/components/workbench/use-open-files';

interface OwnHunt {
  readonly name: string;
  /** Markdown. */
  readonly text: string;
  readonly files: FilesControl['openFiles'];
}

/**
 * Keeps a hunt document on this device and gives its SHA-256, by which the address names it. Where this browser keeps nothing, it is opened as a
 * file that the viewer gave, and there is nothing to name: null. @throws UserError 'unreadable-hunt'
 */
export async function openOwnHunt(engine: Engine, { name, text, files }: OwnHunt): Promise<string | null> {
  const file = new File([text], name, { type: 'text/markdown' });
  const read = await engine.readHunt({ kind: 'file', name, blob: file });
  await keptHunts.keep(read);
  if (read.sha256 !== null && (await keptHunts.find(read.sha256)) !== null) return read.sha256;
  files([file]);
  return null;
}
