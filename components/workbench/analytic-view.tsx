'use client';

import { useMemo, useRef, useState } from 'react';
import type { AnalyticRun, Engine, ReadingKind, ReadingRun } from '@/lib/engine/engine';
import type { FunnelView } from '@/lib/url/funnel-view';
import type { ReadingPair } from '@/lib/url/view-state';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Markdown } from '@/components/ui/markdown';
import { Panel } from '@/components/ui/panel';
import { Tabs } from '@/components/ui/tabs';
import { withoutNumber } from './analytic-list';
import { DataSources } from './data-sources';
import { differingRows } from './differing-rows';
import { countText } from '@/components/ui/format';
import { EntriesPanel } from './entries/entries-panel';
import { ExportMenu } from './export-menu';
import { HostCoveragePanel } from './host-coverage';
import { useHostsWithoutHit } from './hosts-without-hit';
import { ReadingDifferences } from './reading-differences';
import { READING_NAMES } from './reading-names';
import { ReadingView } from './reading-view';
import { TruthStrip } from './truth/truth-strip';
import { VerdictCount } from './verdict-mark';

interface AnalyticViewProps {
  readonly engine: Engine;
  readonly analytic: AnalyticRun;
  readonly run: ReadingRun;
  /** A lesson keeps back part of the hunt. */
  readonly isHiding: boolean;
  readonly openRow: number | null;
  /** Those whose differences are unfolded. */
  readonly differences: ReadingPair | null;
  readonly onDifferences: (pair: ReadingPair | null) => void;
  readonly onReading: (kind: ReadingKind) => void;
  readonly onOpenRow: (kind: ReadingKind, row: number) => void;
  readonly onOpenFunnel: (funnel: FunnelView) => void;
}

export function AnalyticView({ engine, analytic, run, isHiding, openRow, differences, onDifferences, onReading, onOpenRow, onOpenFunnel }: AnalyticViewProps) {
  const [folds, setFolds] = useState({ logic: false, funnel: true });
  const toggle = (part: keyof typeof folds) => setFolds((now) => ({ ...now, [part]: !now[part] }));
  const hostsOf = useHostsWithoutHit();
  const place = useRef<HTMLDivElement>(null);
  const differing = useMemo(() => differingRows(analytic), [analytic]);
  const firstPair = analytic.differences.find(({ onlyLeft, onlyRight }) => onlyLeft.length + onlyRight.length > 0) ?? analytic.differences.at(0);
  const unfold = (isOpen: boolean) => onDifferences(isOpen && firstPair ? { left: firstPair.left, right: firstPair.right } : null);
  const showDifferences = () => {
    unfold(true);
    requestAnimationFrame(() => place.current?.scrollIntoView({ block: 'start' }));
  };
  return (
    <article aria-labelledby="analytic-title" className="flex min-w-0 max-w-[120rem] flex-col gap-3 p-4">
      <header className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2">
        <div className="min-w-0 max-w-[68ch] grow basis-72">
          <div className="flex items-center justify-between gap-4">
            <p className="label">Analytic {analytic.id}</p>
            <ExportMenu engine={engine} analytic={analytic.id} run={run} isHiding={isHiding} />
          </div>
          <h2 id="analytic-title" tabIndex={-1} className="rounded-sm text-xl font-semibold tracking-tight">
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
                <ReadingName kind={reading.kind} />
                <VerdictCount run={reading} hosts={hostsOf(analytic.id, reading.kind)?.counts} />
              </>
            ),
          }))}
          aside={
            differing.length > 0 && (
              <Button look="quiet" className="mb-1" onClick={showDifferences}>
                <span className="text-caution">≠ the readings differ in {countText(differing.length, 'row')}</span>
              </Button>
            )
          }
        >
          <ReadingView key={`${analytic.id} ${run.kind}`} engine={engine} analytic={analytic} run={run} openRow={openRow} onOpenRow={(row) => onOpenRow(run.kind, row)} onOpenFunnel={(place) => onOpenFunnel({ analytic: analytic.id, reading: run.kind, place })} folds={{ ...folds, toggle }} />
        </Tabs>
      </div>
      <HostCoveragePanel key={`${analytic.id} ${run.kind}`} engine={engine} analytic={analytic.id} run={run} name={READING_NAMES[run.kind]} />
      {(differing.length > 0 || analytic.differencesNote !== '') && (
        <div ref={place}>
          <Panel label="How the readings differ">
            <Disclosure
              summary={differing.length > 0 ? `The readings differ in ${countText(differing.length, 'row')}` : 'The readings agree on this dataset'}
              aside={differing.length === 0 && 'why they could differ'}
              open={differences !== null}
              onToggle={() => unfold(differences === null)}
            >
              <ReadingDifferences key={analytic.id} engine={engine} analytic={analytic} pair={differences} onPair={onDifferences} rows={differing} onOpenRow={onOpenRow} />
            </Disclosure>
          </Panel>
        </div>
      )}
      <EntriesPanel />
      <TruthStrip engine={engine} analytic={analytic.id} kind={run.kind} onOpenRow={(row) => onOpenRow(run.kind, row)} />
    </article>
  );
}

/** On narrow screens only what tells the readings apart is shown. */
function ReadingName({ kind }: { readonly kind: ReadingKind }) {
  const name = READING_NAMES[kind];
  const short = name.replace(/^Published /, '');
  return (
    <span>
      {name !== short && <span className="max-sm:sr-only">Published </span>}
      {short}
    </span>
  );
}
