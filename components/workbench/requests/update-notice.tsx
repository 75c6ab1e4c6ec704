'use client';

import { useState } from 'react';
import { Button, IconButton } from '@/components/ui/button';
import { CloseIcon, InfoIcon } from '@/components/ui/icons';
import { useOfflineWorker } from './use-offline-worker';

/** Offers a newer build of the app as soon as it is on the device. The address and the device hold what is on screen, so loading loses nothing of it. */
export function UpdateNotice() {
  const isUpdated = useOfflineWorker();
  const [isPutAway, setIsPutAway] = useState(false);
  if (!isUpdated || isPutAway) return null;
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-sunken px-3 py-1.5 text-xs">
      <InfoIcon className="shrink-0 text-accent" />
      <span className="min-w-0 grow">A newer Huntbook is on this device. It opens what you see here again.</span>
      <Button onClick={() => location.reload()}>Load it</Button>
      <IconButton label="Not now" className="h-5 w-5" onClick={() => setIsPutAway(true)}>
        <CloseIcon />
      </IconButton>
    </div>
  );
}
