'use client';

import type { Engine } from '@/lib/engine/engine';
import { closed } from '@/components/workbench/drill-down/layers';
import { keptHunts } from '@/components/workbench/use-kept-hunts';
import type { FilesControl } from '@/components/workbench/use-open-files';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import { WorkButton } from '@/components/workbench/work-button';
import { freeTitle } from './free-title';
import { openOwnHunt } from './open-own-hunt';

interface NewHuntButtonProps {
  readonly engine: Engine;
  readonly go: ViewNavigation['go'];
  readonly files: FilesControl['openFiles'];
}

/** Begins a hunt of the viewer's own, which runs on the open dataset at once, and opens it in the editor. */
export function NewHuntButton({ engine, go, files }: NewHuntButtonProps) {
  const begin = async () => {
    await keptHunts.refresh();
    const { title, name } = freeTitle(keptHunts.getHunts());
    const kept = await openOwnHunt(engine, { name, text: await engine.newHunt(title), replaces: null, files });
    if (kept !== null) go({ ...closed, hunt: { kind: 'upload', sha256: kept.sha256, name }, section: 'edit', analytic: null, reading: null });
  };
  return <WorkButton work={begin}>Write a new hunt</WorkButton>;
}
