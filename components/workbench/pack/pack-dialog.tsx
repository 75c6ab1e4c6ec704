'use client';

import { Dialog, DialogHead } from '@/components/ui/dialog';
import { useSharedState } from '@/components/ui/shared-state';
import { useLazy } from '@/components/ui/use-lazy';
import { packState } from './open-pack';

const loadMaker = () => import('./pack-maker');
const loadCheck = () => import('./pack-check');

/** A pack that is being made, or one that was opened. */
export function PackDialog() {
  const state = useSharedState(packState);
  return (
    <Dialog label="Evidence pack" isOpen={state !== null} onClose={() => packState.set(null)} className="w-[min(46rem,calc(100vw-1rem))] overflow-auto p-5">
      {(close) => (
        <div className="flex flex-col gap-4 text-sm">
          <DialogHead title={state?.kind === 'making' ? 'Evidence pack' : (state?.name ?? '')} onClose={close} />
          {state?.kind === 'making' ? <LazyMaker analytic={state.analytic} /> : state && <LazyCheck state={state} />}
        </div>
      )}
    </Dialog>
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
