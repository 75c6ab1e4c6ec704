'use client';

import { useId, useState, type FormEvent } from 'react';
import type { EntryKind } from '@/lib/engine/engine';
import { trackBusy } from '@/components/ui/busy';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { toFailure } from '@/components/workbench/failure';

interface EntryDialogProps {
  readonly kind: EntryKind;
  /** What it is tied to. */
  readonly target: string;
  /** Why it cannot be added; null: it can. */
  readonly problem: string | null;
  /** The hunt's title, and the name of the copy that gets the entry. */
  readonly hunt: string;
  readonly copy: string;
  readonly onAdd: (words: string) => Promise<void>;
  readonly onClose: () => void;
}

const ASKS: Readonly<Record<EntryKind, { readonly title: string; readonly label: string }>> = {
  'false-positive': { title: 'Add to false positives', label: 'What it is, and why it is harmless' },
  bypass: { title: 'Add as bypass', label: 'How it gets past the analytic' },
};

/** Asks for the words of an entry, over the page. */
export function EntryDialog({ kind, target, problem, hunt, copy, onAdd, onClose }: EntryDialogProps) {
  const [words, setWords] = useState('');
  const [failed, setFailed] = useState<string | null>(null);
  const field = useId();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setFailed(null);
    void trackBusy(onAdd(words).catch((error: unknown) => setFailed(toFailure(error).message)));
  };
  const said = problem ?? failed;
  return (
    <Dialog label={ASKS[kind].title} isOpen onClose={onClose} className="w-[min(32rem,calc(100vw-1rem))] overflow-auto p-0">
      {(close) => (
        <form onSubmit={onSubmit} className="flex flex-col gap-3 p-4">
          <h2 className="text-sm font-medium">{ASKS[kind].title}</h2>
          <p className="break-words text-xs text-ink-2">{target}</p>
          <label htmlFor={field} className="label">
            {ASKS[kind].label}
          </label>
          <textarea
            id={field}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            rows={3}
            maxLength={2_000}
            required
            autoFocus
            className="rounded border border-edge bg-surface px-2 py-1.5 text-sm"
          />
          <p className="text-xs text-ink-2">
            It goes into that section of <span className="break-words">{hunt}</span>, in an edited copy kept on this device (<span className="break-all">{copy}</span>), with a link to what shows it.
          </p>
          {said !== null && (
            <p role="alert" className="text-xs text-danger">
              {said}
            </p>
          )}
          <div className="flex justify-end gap-2">
            <Button onClick={close}>Cancel</Button>
            <Button type="submit" look="primary" disabled={problem !== null || words.trim() === ''}>
              Add
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
