'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useLazy } from '@/components/ui/use-lazy';
import { closePack, onPackState, packState } from './open-pack';

const loadMaker = () => import('./pack-maker');
const loadCheck = () => import('./pack-check');

/** A pack that is being made, or one that was opened. */
export function PackDialog() {
  const state = useSyncExternalStore(onPackState, packState, () => null);
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = state !== null;
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      aria-label="Evidence pack"
      onClose={() => packState() !== null && closePack()}
      onClick={(event) => event.target === event.currentTarget && closePack()}
      className="mx-auto mb-auto mt-[8dvh] max-h-[84dvh] w-[min(46rem,calc(100vw-1rem))] overflow-auto rounded-lg border border-line bg-raised p-5 text-ink shadow-pop backdrop:bg-[rgb(0_0_0/0.35)]"
    >
      {state?.kind === 'making' ? <LazyMaker analytic={state.analytic} /> : state && <LazyCheck state={state} />}
    </dialog>
  );
}

function LazyMaker({ analytic }: { readonly analytic: string | null }) {
  const maker = useLazy(loadMaker);
  return maker && <maker.PackMaker analytic={analytic} />;
}

function LazyCheck({ state }: { readonly state: Parameters<Awaited<ReturnType<typeof loadCheck>>['PackCheck']>[0]['state'] }) {
  const check = useLazy(loadCheck);
  return check && <check.PackCheck state={state} />;
}
