'use client';

import type { Engine } from '@/lib/engine/engine';
import { writeHunt } from '@/lib/url/hunt-address';
import type { HuntAddress } from '@/lib/url/view-state';
import { closed } from '@/components/workbench/drill-down/layers';
import type { OpenHunt } from '@/components/workbench/hunt-opener';
import { editedName } from '@/components/workbench/query/edited-name';
import type { FilesControl } from '@/components/workbench/use-open-files';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import { WorkButton } from '@/components/workbench/work-button';
import { forgetDraft, keepDraft } from './draft-store';
import { openOwnHunt } from './open-own-hunt';
import type { EditSection } from './use-edit-section';

interface KeepEditProps {
  readonly engine: Engine;
  readonly hunt: OpenHunt;
  readonly section: EditSection;
  readonly go: ViewNavigation['go'];
  readonly files: FilesControl['openFiles'];
}

/** Keeps the text as a hunt of its own on this device, and runs it; what it was made from is remembered with it. */
export function KeepEdit({ engine, hunt, section: { text, edit, original }, go, files }: KeepEditProps) {
  const name = editedName(original.name);
  const keep = async (kept: string) => {
    const read = await openOwnHunt(engine, { name, text: kept, replaces: null, files });
    if (read === null) return;
    const address: HuntAddress = { kind: 'upload', sha256: read.sha256, name };
    const before = writeHunt(hunt.address);
    if (before !== writeHunt(address)) forgetDraft(before);
    keepDraft(writeHunt(address), { ...original, text: kept });
    go({ ...closed, hunt: address, section: 'analytics' });
  };
  return (
    <WorkButton
      look="primary"
      disabled={text === null || edit === null || edit.analytics.length === 0 || edit.original === text}
      work={async () => {
        if (text !== null) await keep(text);
      }}
    >
      Keep as a hunt
    </WorkButton>
  );
}
