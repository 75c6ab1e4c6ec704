'use client';

import { useMemo } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { ErrorNotice } from '@/components/ui/error-notice';
import { Skeleton } from '@/components/ui/skeleton';
import { useAnswer } from '@/components/workbench/drill-down/use-answer';
import type { Engine } from '@/lib/engine/engine';
import { SectionTable } from './section-table';

/** The workbench's section "Import report": what came in and how it was read. Asked for only here. */
export function ImportReportView({ engine }: { readonly engine: Engine }) {
  const answer = useAnswer(useMemo(() => () => engine.report(), [engine]));
  return (
    <div className="flex min-w-0 flex-col gap-3 p-4">
      <header className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1.5">
        <h2 tabIndex={-1} className="grow rounded-sm text-xl font-semibold tracking-tight">
          Import report
        </h2>
        {answer.kind === 'ready' && (
          <>
            <CopyButton wide label="Copy as Markdown" text={answer.value.markdown} />
            <CopyButton wide label="Copy as JSON" text={() => Promise.resolve(JSON.stringify(answer.value.report, null, 2))} />
          </>
        )}
      </header>
      {answer.kind === 'waiting' && <Skeleton className="h-72 w-full" />}
      {answer.kind === 'failed' && <ErrorNotice failure={answer.failure} />}
      {answer.kind === 'ready' && answer.value.sections.map((section) => <SectionTable key={section.id} section={section} />)}
    </div>
  );
}
