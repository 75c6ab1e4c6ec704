'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';

/** Nearly every query is done by then, and nobody wants to read of it. */
const LONG_MILLIS = 1_500;

/** What stands where the rows will be; what takes long can be cancelled. */
export function LongRun({ onCancel }: { readonly onCancel: () => void }) {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), LONG_MILLIS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Panel label="Query, rows">
      <Skeleton className="m-3 h-4 w-64" />
      <div role="status" className="flex min-h-10 items-center gap-3 px-3 pb-3 text-sm">
        {isLong && (
          <>
            <span>The query is running…</span>
            <Button onClick={onCancel}>Cancel the query</Button>
          </>
        )}
      </div>
    </Panel>
  );
}
