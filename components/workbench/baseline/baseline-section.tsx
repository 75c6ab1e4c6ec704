'use client';

import { useMemo, useState } from 'react';
import type { BaselineFile } from '@/lib/base/baseline';
import type { Engine } from '@/lib/engine/engine';
import type { ViewState } from '@/lib/url/view-state';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorNotice } from '@/components/ui/error-notice';
import { countText } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { trackBusy } from '@/components/ui/busy';
import { Skeleton } from '@/components/ui/skeleton';
import { useSteadyAnswer } from '@/components/workbench/drill-down/use-answer';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import { BaselineFiles } from './baseline-files';
import { BaselineTable } from './baseline-table';
import { Comparison } from './comparison';
import { KnowledgeNotice } from './knowledge-notice';
import { KeptComparisons } from './kept-comparisons';
import { adding } from './marks';
import { changeMarks, useMarks } from './use-marks';

interface BaselineSectionProps {
  readonly engine: Engine;
  readonly view: ViewState;
  readonly go: (change: Partial<ViewState>) => void;
}

const comparisons = new KeptComparisons();

/** The workbench's section "Baseline": which accounts write files through administrative shares. */
export function BaselineSection({ engine, view, go }: BaselineSectionProps) {
  const zone = useTimeZone();
  const { dataset, marks, isRead, isKept } = useMarks();
  const answer = useSteadyAnswer(useMemo(() => () => engine.baseline({ zone }), [engine, zone]));
  const [said, setSaid] = useState('');
  const take = (file: BaselineFile) => {
    changeMarks(adding(file.marks));
    void trackBusy(comparisons.keep(file).then((compared) => go({ compared })));
    setSaid(`${countText(file.marks.length, 'mark')} imported`);
  };
  const rows = answer.kind === 'ready' ? answer.value.rows : [];
  return (
    <div className="flex min-w-0 max-w-[120rem] flex-col gap-3 p-4">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h2 tabIndex={-1} className="rounded-sm text-xl font-semibold tracking-tight">
          Baseline
        </h2>
        <BaselineFiles dataset={dataset} zone={zone} rows={rows} marks={marks} onImport={take} onRefused={setSaid} />
        <p role="status" className="text-sm text-ink-2">
          {said}
        </p>
      </header>
      <p className="max-w-[90ch] text-sm text-ink-2">
        Which accounts open files for writing through administrative shares, from where and to where. Mark what belongs to this environment as known: it is greyed, and counted apart, here and
        wherever hits are listed.
      </p>
      {isRead && !isKept && <p className="text-sm text-caution">This browser keeps no marks of this dataset: export them before you leave the page.</p>}
      {answer.kind === 'waiting' && <Skeleton className="h-72 w-full" />}
      {answer.kind === 'failed' && <ErrorNotice failure={answer.failure} />}
      {answer.kind === 'ready' && (
        <>
          <KnowledgeNotice {...answer.value.knowledge} />
          {rows.length > 0 ? (
            <BaselineTable engine={engine} rows={rows} view={view} go={go} />
          ) : (
            <Panel>
              <EmptyState title={answer.value.knowledge.hostsThatTell === 0 ? 'Cannot know' : 'No file was opened for writing'}>
                {answer.value.knowledge.hostsThatTell === 0
                  ? 'Open a dataset that records file access on shares (5145).'
                  : 'Hosts log file access on shares, and none of it asks to write through an administrative share.'}
              </EmptyState>
            </Panel>
          )}
        </>
      )}
      {view.compared !== null && <Comparison key={view.compared} engine={engine} digest={view.compared} comparisons={comparisons} onClose={() => go({ compared: null })} />}
    </div>
  );
}
