'use client';

import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { assertNever } from '@/lib/base/assert-never';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { countText } from '@/components/ui/format';
import { ProgressBar } from '@/components/ui/progress-bar';
import { READING_NAMES } from '@/components/workbench/reading-names';
import { closeRun, currentRun, onRun, type ExportRun } from './export-run';

/** What is being exported, and what came of it; at most one. */
export function ExportDialog() {
  const run = useSyncExternalStore(onRun, currentRun, () => null);
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = run !== null;
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      aria-label="Export"
      onClose={() => currentRun() !== null && closeRun()}
      onClick={(event) => event.target === event.currentTarget && closeRun()}
      className="mx-auto mb-auto mt-[12dvh] max-h-[80dvh] w-[min(46rem,calc(100vw-1rem))] overflow-auto rounded-lg border border-line bg-raised p-5 text-ink shadow-pop backdrop:bg-[rgb(0_0_0/0.35)]"
    >
      {run && <Shown run={run} />}
    </dialog>
  );
}

function Shown({ run }: { readonly run: ExportRun }) {
  switch (run.kind) {
    case 'writing':
      return <ProgressBar label="Writing the file" detail={countText(run.records, wordOf(run))} fraction={run.done} onCancel={closeRun} />;
    case 'saved':
      return (
        <Said title={`${countText(run.records, wordOf(run))} saved`}>
          <p className="break-all font-mono text-xs">{run.name}</p>
          {run.request.format === 'csv' && <p>Cells that begin with =, +, -, @, a tab or a carriage return have an apostrophe before them: a spreadsheet would run them as formulas.</p>}
          {run.leftOut > 0 && <p className="text-caution">{countText(run.leftOut, 'event')} without a readable time left out: Timesketch needs one.</p>}
        </Said>
      );
    case 'failed':
      return (
        <Said title="The export failed">
          <p role="alert" className="text-danger">
            {run.message}
          </p>
        </Said>
      );
    case 'translated': {
      const { request, translation } = run;
      const name = `Analytic ${request.analytic}, ${READING_NAMES[request.reading]}, as ${request.language === 'eql' ? 'Elastic EQL' : 'Sigma'}`;
      return (
        <Said title={name} action={<CopyButton text={translation.text} label="Copy" wide />}>
          <pre tabIndex={0} aria-label={name} className="max-h-80 overflow-auto rounded border border-line bg-surface p-3 font-mono text-xs">
            {translation.text}
          </pre>
          {translation.lost.length > 0 && (
            <section className="flex flex-col gap-2">
              <h3 className="label">What does not carry over</h3>
              <ul className="flex flex-col gap-1.5">
                {translation.lost.map(({ clause, why }, i) => (
                  <li key={i}>
                    <code className="break-words font-mono text-xs">{clause}</code>
                    <p className="text-ink-2">{why}</p>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </Said>
      );
    }
    default:
      return assertNever(run);
  }
}

function Said({ title, action, children }: { readonly title: string; readonly action?: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="flex flex-col gap-3 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 role={action ? undefined : 'status'} className="text-base font-medium">
          {title}
        </h2>
        <div className="flex gap-2">
          {action}
          <Button onClick={closeRun}>Close</Button>
        </div>
      </div>
      {children}
    </div>
  );
}

function wordOf({ request }: Extract<ExportRun, { kind: 'writing' | 'saved' }>): 'row' | 'event' {
  return request.of === 'rows' ? 'row' : 'event';
}
