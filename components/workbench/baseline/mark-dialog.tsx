'use client';

import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import type { BaselineKey, BaselineMark } from '@/lib/base/baseline';
import { LONGEST_REASON } from '@/lib/base/baseline-file';
import { zoneOffset, type TimeZone } from '@/lib/base/time-zone';
import { Button } from '@/components/ui/button';
import { countText } from '@/components/ui/format';
import { FIELD } from '@/components/workbench/story/note-fields';

interface MarkDialogProps {
  readonly keys: readonly BaselineKey[];
  readonly zone: TimeZone;
  readonly onMark: (said: Pick<BaselineMark, 'reason' | 'expires'>) => void;
  readonly onClose: () => void;
}

/** Why rows are known, and until when. */
export function MarkDialog({ keys, zone, onMark, onClose }: MarkDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [reason, setReason] = useState('');
  const [day, setDay] = useState('');
  useEffect(() => {
    // The browser gives the focus back to where it was when the dialog closes.
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return;
    onMark({ reason: reason.trim(), expires: startOfDay(day, zone) });
    dialog.current?.close();
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
      className="mx-auto mb-auto mt-[12dvh] w-[min(28rem,calc(100vw-1rem))] rounded-lg border border-line bg-raised p-0 text-ink shadow-pop backdrop:bg-[rgb(0_0_0/0.35)]"
    >
      <form onSubmit={submit} className="flex flex-col gap-3 p-4">
        <h2 id={`${id}-title`} className="text-sm font-medium">
          Mark {countText(keys.length, 'row')} as known
        </h2>
        <label className="flex flex-col gap-1 text-sm">
          Reason
          <input value={reason} onChange={({ target }) => setReason(target.value)} required maxLength={LONGEST_REASON} autoFocus autoComplete="off" className={`${FIELD} h-8`} />
        </label>
        <label className="flex flex-col gap-1 text-sm">
          <span>
            Expires on <span className="text-ink-3">(optional)</span>
          </span>
          <input type="date" value={day} onChange={({ target }) => setDay(target.value)} className={`${FIELD} h-8`} />
        </label>
        <div className="flex justify-end gap-2">
          <Button onClick={() => dialog.current?.close()}>Cancel</Button>
          <Button look="primary" type="submit" disabled={reason.trim() === ''}>
            Mark as known
          </Button>
        </div>
      </form>
    </dialog>
  );
}

/** Null for no day. */
function startOfDay(day: string, zone: TimeZone): number | null {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(midnight) ? null : midnight - zoneOffset(zone, midnight);
}
