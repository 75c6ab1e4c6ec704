'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { useLazy } from '@/components/ui/use-lazy';
import { closeRequests, isRequestsOpen, onRequestsOpen, openRequests } from './requests-open';

const loadList = () => import('./requests-list');

/** Where the page speaks of what leaves the device. */
export function RequestsButton() {
  return (
    <button type="button" onClick={openRequests} className="rounded-sm text-accent underline decoration-1 underline-offset-2 hover:decoration-2 pointer-coarse:min-h-10">
      Every request of this page
    </button>
  );
}

/** The list of requests over the page, while it is open. */
export function RequestsDialog() {
  const isOpen = useSyncExternalStore(onRequestsOpen, isRequestsOpen, () => false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      aria-label="Requests"
      onClose={closeRequests}
      onClick={(event) => event.target === event.currentTarget && closeRequests()}
      className="mx-auto mb-auto mt-[8dvh] max-h-[84dvh] w-[min(58rem,calc(100vw-1rem))] overflow-auto rounded-lg border border-line bg-raised p-5 text-ink shadow-pop backdrop:bg-[rgb(0_0_0/0.35)]"
    >
      {isOpen && <Shown />}
    </dialog>
  );
}

function Shown() {
  const list = useLazy(loadList);
  return (
    <div className="flex flex-col gap-3 text-sm">
      <div className="flex items-center justify-between gap-2">
        <h2 className="text-base font-medium">Requests</h2>
        <Button onClick={closeRequests}>Close</Button>
      </div>
      {list && <list.RequestsList />}
    </div>
  );
}
