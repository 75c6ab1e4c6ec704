'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { WorkbenchSkeleton } from './workbench-skeleton';

/** Nearly every hunt is done by then, and nobody wants to read of it. */
const LONG_MILLIS = 1_500;

/** What stands where the hunt's findings will be; a hunt that takes long can be cancelled. */
export function RunningHunt({ onCancel }: { readonly onCancel: () => void }) {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), LONG_MILLIS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="relative flex min-h-0 grow flex-col">
      <WorkbenchSkeleton />
      <div role="status" className="absolute inset-x-0 top-40 flex justify-center px-4">
        {isLong && (
          <div className="flex items-center gap-3 rounded-md border border-line bg-surface px-4 py-3 text-sm">
            <span>The hunt is running…</span>
            <Button onClick={onCancel}>Cancel the hunt</Button>
          </div>
        )}
      </div>
    </div>
  );
}
