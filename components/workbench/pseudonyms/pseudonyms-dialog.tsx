'use client';

import { useEffect } from 'react';
import type { Engine } from '@/lib/engine/engine';
import { Dialog, DialogHead } from '@/components/ui/dialog';
import { useSharedState } from '@/components/ui/shared-state';
import { useLazy } from '@/components/ui/use-lazy';
import { forgetPseudonyms } from './pseudonym-choices';
import { pseudonymsOpen } from './pseudonyms-open';

const loadPanel = () => import('./pseudonyms-panel');

interface PseudonymsProps {
  readonly engine: Engine;
}

/** Pseudonyms for the names in the dataset, over the page. */
export function PseudonymsDialog({ engine }: PseudonymsProps) {
  // With the workbench: the next dataset has other names.
  useEffect(
    () => () => {
      pseudonymsOpen.set(false);
      forgetPseudonyms();
    },
    [],
  );
  return (
    <Dialog label="Pseudonyms" isOpen={useSharedState(pseudonymsOpen)} onClose={() => pseudonymsOpen.set(false)} className="w-[min(58rem,calc(100vw-1rem))] overflow-auto p-5">
      {(close) => (
        <div className="flex flex-col gap-4 text-sm">
          <DialogHead title="Pseudonyms" onClose={close} />
          <Shown engine={engine} onClose={close} />
        </div>
      )}
    </Dialog>
  );
}

function Shown(props: PseudonymsProps & { readonly onClose: () => void }) {
  const panel = useLazy(loadPanel);
  return panel && <panel.PseudonymsPanel {...props} />;
}
