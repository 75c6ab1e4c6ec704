'use client';

import { Dialog, DialogHead } from '@/components/ui/dialog';
import { useSharedState } from '@/components/ui/shared-state';
import { useLazy } from '@/components/ui/use-lazy';
import { requestsOpen } from './requests-open';

const loadList = () => import('./requests-list');

/** Where the page speaks of what leaves the device. */
export function RequestsButton() {
  return (
    <button type="button" onClick={() => requestsOpen.set(true)} className="rounded-sm text-accent underline decoration-1 underline-offset-2 hover:decoration-2 pointer-coarse:min-h-10">
      Every request of this page
    </button>
  );
}

/** The list of requests over the page, while it is open. */
export function RequestsDialog() {
  return (
    <Dialog label="Requests" isOpen={useSharedState(requestsOpen)} onClose={() => requestsOpen.set(false)} className="w-[min(58rem,calc(100vw-1rem))] overflow-auto p-5">
      {(close) => (
        <div className="flex flex-col gap-3 text-sm">
          <DialogHead title="Requests" onClose={close} />
          <Shown />
        </div>
      )}
    </Dialog>
  );
}

function Shown() {
  const list = useLazy(loadList);
  return list && <list.RequestsList />;
}
