'use client';

import type { AnalyticRun, Engine, ReadingKind, ReadingRun } from '@/lib/engine/engine';
import { Markdown } from '../ui/markdown';
import { Tabs } from '../ui/tabs';
import { withoutNumber } from './analytic-list';
import { DataSources } from './data-sources';
import { isDifferent, ReadingDifferences } from './reading-differences';
import { READING_NAMES } from './reading-names';
import { ReadingView } from './reading-view';
import { VerdictCount } from './verdict-mark';

interface AnalyticViewProps {
  readonly engine: Engine;
  readonly analytic: AnalyticRun;
  readonly run: ReadingRun;
  readonly openRow: number | null;
  readonly onReading: (kind: ReadingKind) => void;
  readonly onOpenRow: (kind: ReadingKind, row: number) => void;
}

export function AnalyticView({ engine, analytic, run, openRow, onReading, onOpenRow }: AnalyticViewProps) {
  return (
    <article aria-labelledby="analytic-title" className="flex min-w-0 flex-col gap-3 p-4">
      <header className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2">
        <div className="min-w-0 max-w-[68ch] grow basis-72">
          <p className="label">Analytic {analytic.id}</p>
          <h2 id="analytic-title" className="text-xl font-semibold tracking-tight">
            {withoutNumber(analytic)}
          </h2>
          <Markdown text={analytic.description} className="mt-0.5 text-sm text-ink-2" />
        </div>
        <DataSources sources={analytic.dataSources} />
      </header>
      <div className="min-w-0">
        <Tabs
          label="Readings"
          selected={run.kind}
          onSelect={onReading}
          tabs={analytic.readings.map((reading) => ({
            id: reading.kind,
            label: (
              <>
                {READING_NAMES[reading.kind]}
                <VerdictCount run={reading} />
              </>
            ),
          }))}
          aside={analytic.differences.some(isDifferent) && <span className="py-2 text-xs text-caution">≠ the readings differ</span>}
        >
          <ReadingView key={`${analytic.id} ${run.kind}`} engine={engine} analytic={analytic} run={run} openRow={openRow} onOpenRow={(row) => onOpenRow(run.kind, row)} />
        </Tabs>
      </div>
      <ReadingDifferences key={analytic.id} engine={engine} analytic={analytic} onOpenRow={onOpenRow} />
    </article>
  );
}
