import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useTablesPlace } from '@/components/workbench/tables/tables-context';
import { leaveLesson } from './student-memory';

/** A student's way out, which is taken on purpose only. */
export function LeaveLesson({ hunt }: { readonly hunt: string }) {
  const { adjust } = useTablesPlace();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button onClick={() => setAsked(true)}>Leave the lesson…</Button>
      <Dialog label="Leave the lesson" isOpen={isAsked} onClose={() => setAsked(false)} className="w-[min(30rem,calc(100vw-1rem))] p-5">
        {(close) => (
          <div className="flex flex-col gap-3 text-sm">
            <h2 className="text-base font-medium">Leave the lesson?</h2>
            <p>Everything that it keeps back is shown then: what every analytic finds, and the answer to every question. Your answers stay on this device, and the student’s link leads back to them.</p>
            <div className="flex justify-end gap-2">
              <Button autoFocus onClick={close}>
                Stay
              </Button>
              <Button onClick={() => leaveLesson(hunt, adjust)}>Leave and show all</Button>
            </div>
          </div>
        )}
      </Dialog>
    </>
  );
}
