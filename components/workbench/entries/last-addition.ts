import type { Engine, HuntEntry } from '@/lib/engine/engine';
import { writeHunt } from '@/lib/url/hunt-address';
import type { HuntAddress, ViewState } from '@/lib/url/view-state';
import { sharedState } from '@/components/ui/shared-state';
import { draftOf, forgetDraft, keepDraft } from '@/components/workbench/edit/draft-store';
import { openOwnHunt } from '@/components/workbench/edit/open-own-hunt';
import type { OpenHunt } from '@/components/workbench/hunt-opener';
import { editedName } from '@/components/workbench/query/edited-name';
import { keptHunts } from '@/components/workbench/use-kept-hunts';
import type { FilesControl } from '@/components/workbench/use-open-files';
import type { ViewNavigation } from '@/components/workbench/use-view-state';

interface Addition {
  /** SHA-256 of the document that has it. */
  readonly of: string;
  readonly kind: HuntEntry['kind'];
  readonly undo: () => Promise<void>;
}

/** Of this visit; it can be taken back as long as its hunt is on screen. */
export const lastAddition = sharedState<Addition | null>(null);

interface AdditionPlace {
  readonly engine: Engine;
  readonly hunt: OpenHunt;
  /** As the address has it. */
  readonly named: ViewState['hunt'];
  readonly files: FilesControl['openFiles'];
  readonly go: ViewNavigation['go'];
  readonly adjust: ViewNavigation['adjust'];
}

/**
 * Adds an entry to the hunt on screen: to its edited copy on this device, where it is one; else a copy is made, which is shown instead. What is being
 * written in "Edit hunt" gets it too. @throws UserError 'unreadable-hunt'
 */
export async function addEntry({ engine, hunt: { file, address }, named, files, go, adjust }: AdditionPlace, entry: HuntEntry): Promise<void> {
  const name = editedName(file.name);
  const kept = await openOwnHunt(engine, { name, text: await engine.withEntry(file.text, entry), replaces: file.sha256, files });
  if (kept === null) return;
  const { sha256, hasReplaced } = kept;
  const copy: HuntAddress = { kind: 'upload', sha256, name };
  const draft = draftOf(writeHunt(address));
  // A text that is no hunt at the moment goes on without it.
  if (draft) keepDraft(writeHunt(copy), { ...draft, text: await engine.withEntry(draft.text, entry).catch(() => draft.text) });
  const undo = async () => {
    if (hasReplaced) await openOwnHunt(engine, { name: file.name, text: file.text, replaces: sha256, files });
    else await keptHunts.remove(sha256);
    forgetDraft(writeHunt(copy));
    if (draft) keepDraft(writeHunt(address), draft);
    lastAddition.set(null);
    adjust({ hunt: named });
  };
  lastAddition.set({ of: sha256, kind: entry.kind, undo });
  // Back does not lead to a copy that is no more.
  (hasReplaced ? adjust : go)({ hunt: copy });
}
