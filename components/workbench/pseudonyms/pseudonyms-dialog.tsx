'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Engine } from '@/lib/engine/engine';
import { Button } from '@/components/ui/button';
import { useLazy } from '@/components/ui/use-lazy';
import { closePseudonyms, isPseudonymsOpen, onPseudonymsOpen } from './pseudonyms-open';

const loadPanel = () => import('./pseudonyms-panel');

interface PseudonymsProps {
  readonly engine: Engine;
}

/** Pseudonyms for the names in the dataset, over the page. */
export function PseudonymsDialog({ engine }: PseudonymsProps) {
  const isOpen = useSyncExternalStore(onPseudonymsOpen, isPseudonymsOpen, () => false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  useEffect(() => closePseudonyms, []);
  return (
    <dialog
      ref={dialog}
      aria-label="Pseudonyms"
      onClose={closePseudonyms}
      onClick={(event) => event.target === event.currentTarget && closePseudonyms()}
      className="mx-auto mb-auto mt-[6dvh] max-h-[88dvh] w-[min(58rem,calc(100vw-1rem))] overflow-auto rounded-lg border border-line bg-raised p-5 text-ink shadow-pop backdrop:bg-[rgb(0_0_0/0.35)]"
    >
      {isOpen && (
        <div className="flex flex-col gap-4 text-sm">
          <div className="flex items-center justify-between gap-2">
            <h2 className="text-base font-medium">Pseudonyms</h2>
            <Button onClick={closePseudonyms}>Close</Button>
          </div>
          <Shown engine={engine} />
        </div>
      )}
    </dialog>
  );
}

function Shown({ engine }: PseudonymsProps) {
  const panel = useLazy(loadPanel);
  return panel && <panel.PseudonymsPanel engine={engine} />;
}
