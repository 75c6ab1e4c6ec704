'use client';

import { useState, type FormEvent } from 'react';
import type { BaselineKey, BaselineMark } from '@/lib/base/baseline';
import { LONGEST_REASON } from '@/lib/base/baseline-file';
import { zoneOffset, type TimeZone } from '@/lib/base/time-zone';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
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
  const [reason, setReason] = useState('');
  const [day, setDay] = useState('');
  const title = `Mark ${countText(keys.length, 'row')} as known`;
  const submit = (event: FormEvent, close: () => void) => {
    event.preventDefault();
    if (reason.trim() === '') return;
    onMark({ reason: reason.trim(), expires: startOfDay(day, zone) });
    close();
  };
  return (
    <Dialog label={title} isOpen onClose={onClose} className="w-[min(28rem,calc(100vw-1rem))] overflow-auto p-0">
      {(close) => (
        <form onSubmit={(event) => submit(event, close)} className="flex flex-col gap-3 p-4">
          <h2 className="text-sm font-medium">{title}</h2>
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
            <Button onClick={close}>Cancel</Button>
            <Button look="primary" type="submit" disabled={reason.trim() === ''}>
              Mark as known
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

/** Null for no day. */
function startOfDay(day: string, zone: TimeZone): number | null {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(midnight) ? null : midnight - zoneOffset(zone, midnight);
}
