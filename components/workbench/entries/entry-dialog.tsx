'use client';

import { useId, useState, type FormEvent, type ReactNode } from 'react';
import type { EntryKind } from '@/lib/engine/engine';
import { trackBusy } from '@/components/ui/busy';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { toFailure } from '@/components/workbench/failure';
import type { EntryTarget } from './entry-target';

interface EntryDialogProps {
  readonly kind: EntryKind;
  /** What it can be tied to, at least one. */
  readonly targets: readonly EntryTarget[];
  /** Why none can be added; null: one can. */
  readonly problem: string | null;
  /** Where it goes. */
  readonly note: ReactNode;
  readonly onAdd: (target: EntryTarget, words: string) => Promise<void>;
  readonly onClose: () => void;
}

const ASKS: Readonly<Record<EntryKind, { readonly title: string; readonly label: string }>> = {
  'false-positive': { title: 'Add to false positives', label: 'What it is, and why it is harmless' },
  bypass: { title: 'Add as bypass', label: 'How it gets past the analytic' },
};

/** Asks for the words of an entry, over the page. */
export function EntryDialog({ kind, targets, problem, note, onAdd, onClose }: EntryDialogProps) {
  const [words, setWords] = useState('');
  const [failed, setFailed] = useState<string | null>(null);
  const [target, setTarget] = useState(() => targets.find((each) => each.problem === null) ?? targets[0]);
  const field = useId();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setFailed(null);
    void trackBusy(onAdd(target, words).catch((error: unknown) => setFailed(toFailure(error).message)));
  };
  const said = problem ?? target.problem ?? failed;
  return (
    <Dialog label={ASKS[kind].title} isOpen onClose={onClose} className="w-[min(32rem,calc(100vw-1rem))] overflow-auto p-0">
      {(close) => (
        <form onSubmit={onSubmit} className="flex flex-col gap-3 p-4">
          <h2 className="text-sm font-medium">{ASKS[kind].title}</h2>
          {targets.length === 1 ? <p className="break-words text-xs text-ink-2">{target.label}</p> : <Targets targets={targets} chosen={target} onChoose={setTarget} />}
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
          <p className="text-xs text-ink-2">{note}</p>
          {said !== null && (
            <p role="alert" className="text-xs text-danger">
              {said}
            </p>
          )}
          <div className="flex justify-end gap-2">
            <Button onClick={close}>Cancel</Button>
            <Button type="submit" look="primary" disabled={problem !== null || target.problem !== null || words.trim() === ''}>
              Add
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

function Targets({ targets, chosen, onChoose }: Pick<EntryDialogProps, 'targets'> & { readonly chosen: EntryTarget; readonly onChoose: (target: EntryTarget) => void }) {
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="label mb-1">Shown by</legend>
      {targets.map((target) => (
        <label key={target.address} className="flex items-start gap-2 text-xs pointer-coarse:min-h-10 pointer-coarse:items-center">
          <input type="radio" name="target" checked={target === chosen} onChange={() => onChoose(target)} className="mt-0.5 shrink-0 accent-(--accent)" />
          <span className="min-w-0 break-words">{target.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
