'use client';

import { useEffect, useState } from 'react';
import type { HuntEdit } from '@/lib/engine/edit-shapes';
import { Button } from '@/components/ui/button';
import type { EditRun } from './use-edit-section';

/** Nearly every text has been run by then, and nobody wants to read of it. */
const LONG_MILLIS = 1_500;

interface EditStatusProps {
  readonly edit: HuntEdit | null;
  readonly run: EditRun;
}

/** One line that is always there: how long the last run took, or that one takes long. */
export function EditStatus({ edit, run }: EditStatusProps) {
  return (
    <div role="status" className="flex min-h-9 items-center justify-between gap-3 px-3 text-xs text-ink-2">
      {run.kind === 'running' ? (
        <Running key={edit?.text} took={edit?.took ?? null} cancel={run.cancel} />
      ) : (
        <span>{edit?.analytics.length === 0 ? 'This text is no hunt: see the errors.' : edit && took(edit.took)}</span>
      )}
    </div>
  );
}

function Running({ took: last, cancel }: { readonly took: number | null; readonly cancel: () => void }) {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), LONG_MILLIS);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong) return <span>{last !== null && took(last)}</span>;
  return (
    <>
      <span>The text is being run…</span>
      <Button onClick={cancel}>Cancel</Button>
    </>
  );
}

function took(millis: number): string {
  return `Read, run and compared in ${millis < 1 ? '<1' : Math.round(millis)} ms`;
}
