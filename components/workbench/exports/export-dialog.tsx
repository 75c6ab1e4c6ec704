'use client';

import type { ReactNode } from 'react';
import { assertNever } from '@/lib/base/assert-never';
import { readEditedAnalytic } from '@/lib/base/edited-analytic';
import { QUERY_ANALYTIC } from '@/lib/base/query-analytic';
import type { TranslationRequest } from '@/lib/engine/export-shapes';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog, DialogHead } from '@/components/ui/dialog';
import { countText } from '@/components/ui/format';
import { ProgressBar } from '@/components/ui/progress-bar';
import { useSharedState } from '@/components/ui/shared-state';
import { EDITED_READING_NAMES } from '@/components/workbench/edit/edited-reading-names';
import { READING_NAMES } from '@/components/workbench/reading-names';
import { closeRun, exportRun, type ExportRun } from './export-run';

/** What is being exported, and what came of it; at most one. */
export function ExportDialog() {
  const run = useSharedState(exportRun);
  return (
    <Dialog label="Export" isOpen={run !== null} onClose={closeRun} className="w-[min(46rem,calc(100vw-1rem))] overflow-auto p-5">
      {(close) => run && <Shown run={run} close={close} />}
    </Dialog>
  );
}

interface ShownProps {
  readonly run: ExportRun;
  readonly close: () => void;
}

function Shown({ run, close }: ShownProps) {
  switch (run.kind) {
    case 'writing':
      return <ProgressBar label="Writing the file" detail={countText(run.records, wordOf(run))} fraction={run.done} onCancel={close} />;
    case 'saved':
      return (
        <Said close={close} title={`${countText(run.records, wordOf(run))} saved`}>
          <p className="break-all font-mono text-xs">{run.name}</p>
          {run.request.format === 'csv' && <p>Cells that begin with =, +, -, @, a tab or a carriage return have an apostrophe before them: a spreadsheet would run them as formulas.</p>}
          {run.leftOut > 0 && <p className="text-caution">{countText(run.leftOut, 'event')} without a readable time left out: Timesketch needs one.</p>}
        </Said>
      );
    case 'failed':
      return (
        <Said close={close} title="The export failed">
          <p role="alert" className="text-danger">
            {run.message}
          </p>
        </Said>
      );
    case 'translated': {
      const { request, translation } = run;
      const name = `${ruleSource(request)}, as ${request.language === 'eql' ? 'Elastic EQL' : 'Sigma'}`;
      return (
        <Said close={close} title={name} action={<CopyButton text={translation.text} label="Copy" wide />}>
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

interface SaidProps {
  readonly title: string;
  readonly close: () => void;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

function Said({ title, close, action, children }: SaidProps) {
  return (
    <div className="flex flex-col gap-3 text-sm">
      <DialogHead title={title} isNews={action === undefined} onClose={close}>
        {action}
      </DialogHead>
      {children}
    </div>
  );
}

function ruleSource({ analytic, reading }: TranslationRequest): string {
  if (analytic === QUERY_ANALYTIC) return 'Query';
  const edited = readEditedAnalytic(analytic);
  return edited ? `Edited analytic ${edited.id}, ${EDITED_READING_NAMES[reading]}` : `Analytic ${analytic}, ${READING_NAMES[reading]}`;
}

function wordOf({ request }: Extract<ExportRun, { kind: 'writing' | 'saved' }>): 'row' | 'event' {
  return request.of === 'rows' ? 'row' : 'event';
}
