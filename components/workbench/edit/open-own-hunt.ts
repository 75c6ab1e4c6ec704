import type { Engine } from '@/lib/engine/engine';
import { keptHunts } from '@/components/workbench/use-kept-hunts';
import type { FilesControl } from '@/components/workbench/use-open-files';

interface OwnHunt {
  readonly name: string;
  /** Markdown. */
  readonly text: string;
  /** The SHA-256 of the document that it was made from: one that was written on this device goes, so that writing on makes no further copy. Null: stays. */
  readonly replaces: string | null;
  readonly files: FilesControl['openFiles'];
}

/**
 * Keeps a hunt document on this device and gives its SHA-256, by which the address names it. Where this browser keeps nothing, it is opened as a
 * file that the viewer gave, and there is nothing to name: null. @throws UserError 'unreadable-hunt'
 */
export async function openOwnHunt(engine: Engine, { name, text, replaces, files }: OwnHunt): Promise<{ readonly sha256: string; readonly hasReplaced: boolean } | null> {
  const file = new File([text], name, { type: 'text/markdown' });
  const read = await engine.readHunt({ kind: 'file', name, blob: file });
  const hasReplaced = await keptHunts.keepMade(read, replaces);
  if (read.sha256 !== null && (await keptHunts.find(read.sha256)) !== null) return { sha256: read.sha256, hasReplaced };
  files([file]);
  return null;
}
