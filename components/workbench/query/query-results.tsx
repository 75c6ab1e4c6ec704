'use client';

import { useState, type MouseEvent } from 'react';
import { QUERY_ANALYTIC } from '@/lib/base/query-analytic';
import type { Engine } from '@/lib/engine/engine';
import type { QueryBar, QueryChart, QueryRun } from '@/lib/engine/query-shapes';
import type { FunnelView } from '@/lib/url/funnel-view';
import { ChartFrame } from '@/components/ui/chart-frame';
import { DataTable } from '@/components/ui/data-table/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import type { MenuEntry } from '@/components/ui/menu';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { pointerAnchor, useContextMenu } from '@/components/ui/use-context-menu';
import { useLazy } from '@/components/ui/use-lazy';
import { useRowEntries } from '@/components/workbench/entries/use-row-entries';
import { useKnownRows } from '@/components/workbench/baseline/use-known-rows';
import { ExportButton } from '@/components/workbench/exports/export-button';
import { rowChoices, ruleChoices } from '@/components/workbench/exports/export-choices';
import { ExplainedFunnel } from '@/components/workbench/explained-funnel';
import { useCellPivots, usePivotEntries } from '@/components/workbench/pivots/use-pivot-entries';
import { useRowStars } from '@/components/workbench/story/use-row-stars';
import { shownRows } from '@/components/workbench/tables/shown-table';
import { useTablesPlace } from '@/components/workbench/tables/tables-context';
import { useKeptTable } from '@/components/workbench/tables/use-kept-table';
import { useResultRows } from '@/components/workbench/tables/use-result-rows';
import { VerdictMark } from '@/components/workbench/verdict-mark';
import { PlanView } from './plan-view';
import { textPlace } from './text-place';

const loadChart = () => import('./group-chart');

interface QueryResultsProps {
  readonly engine: Engine;
  readonly run: QueryRun;
  readonly openRow: number | null;
  readonly onOpenRow: (row: number) => void;
  readonly onOpenFunnel: (funnel: FunnelView) => void;
}

/** What a query found, and how. */
export function QueryResults({ engine, run, openRow, onOpenRow, onOpenFunnel }: QueryResultsProps) {
  const { view } = useTablesPlace();
  const [folds, setFolds] = useState({ funnel: true, plan: false });
  const toggle = (part: keyof typeof folds) => setFolds((now) => ({ ...now, [part]: !now[part] }));
  const reading = { analytic: QUERY_ANALYTIC, reading: run.language };
  if (run.error) {
    return (
      <Panel label="Query, rows">
        <EmptyState title="This query could not run" icon={<VerdictMark verdict="error" />}>
          {textPlace(run.text, run.error.span.start)}: {run.error.message}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <>
      {run.chart && <GroupedResult chart={run.chart} onOpenRow={onOpenRow} />}
      <Panel
        label="Query, rows"
        title="Rows"
        actions={<ExportButton groups={[run.rowCount > 0 ? rowChoices(engine, shownRows(view, reading, run.columns)) : [], ruleChoices(engine, reading)]} />}
      >
        {run.rowCount > 0 ? (
          <Rows engine={engine} run={run} openRow={openRow} onOpenRow={onOpenRow} />
        ) : run.reason === null ? (
          <EmptyState title="No row" icon={<VerdictMark verdict="no-hit" />}>
            Nothing in the dataset meets the conditions. The funnel shows where it ends.
          </EmptyState>
        ) : (
          <EmptyState title="Cannot know" icon={<VerdictMark verdict="cannot-know" />}>
            {run.reason} That nothing was found says nothing here: open a dataset that records these events.
          </EmptyState>
        )}
      </Panel>
      <Panel label="Query, how it was reached">
        {run.funnel && (
          <Disclosure
            summary="Funnel"
            aside={<span className="tabular">{run.took < 1 ? '<1' : Math.round(run.took)} ms</span>}
            open={folds.funnel}
            onToggle={() => toggle('funnel')}
          >
            <ExplainedFunnel
              engine={engine}
              analytic={QUERY_ANALYTIC}
              reading={run.language}
              funnel={run.funnel}
              took={run.took}
              onOpen={(place) => onOpenFunnel({ analytic: QUERY_ANALYTIC, reading: run.language, place })}
            />
          </Disclosure>
        )}
        {run.plan && (
          <Disclosure summary="Plan" open={folds.plan} onToggle={() => toggle('plan')}>
            <PlanView plan={run.plan} />
          </Disclosure>
        )}
      </Panel>
    </>
  );
}

const NONE: ReadonlySet<number> = new Set();

function Rows({ engine, run, openRow, onOpenRow }: Omit<QueryResultsProps, 'onOpenFunnel'>) {
  const { fetchRows, placeOf, brushed, empty } = useResultRows(engine, { analytic: QUERY_ANALYTIC, reading: run.language }, run);
  const kept = useKeptTable('rows', run.columns, null);
  const cellPivots = useCellPivots();
  const rowEntries = useRowEntries({ analytic: QUERY_ANALYTIC, reading: run.language });
  const { starring, entriesOf } = useRowStars({ analytic: QUERY_ANALYTIC, reading: run.language });
  const { known } = useKnownRows({ analytic: QUERY_ANALYTIC, reading: run.language }, run);
  return (
    <DataTable
      label="Rows of the query"
      columns={run.columns}
      rowCount={run.rowCount}
      fetchRows={fetchRows}
      placeOf={placeOf}
      kept={kept}
      empty={empty}
      selected={openRow}
      onOpen={onOpenRow}
      marked={NONE}
      markedLabel=""
      muted={known}
      mutedLabel="known"
      summary={
        <>
          {brushed}
          {known.size > 0 && <span>{known.size.toLocaleString('en')} known</span>}
          {run.shown < run.rowCount && <span>its own code would show {run.shown.toLocaleString('en')}</span>}
        </>
      }
      mostRowsShown={14}
      cellMenu={(cell) => [...cellPivots(cell), ...entriesOf(cell.row), ...rowEntries(cell.row)]}
      starring={starring}
    />
  );
}

function GroupedResult({ chart, onOpenRow }: { readonly chart: QueryChart; readonly onOpenRow: (row: number) => void }) {
  const script = useLazy(loadChart);
  const { value, label, bars, groups } = chart;
  const entriesOf = usePivotEntries();
  const { open: openMenu, menu } = useContextMenu();
  const barEntries = (bar: QueryBar): readonly MenuEntry[] => [
    { kind: 'action', label: 'Open the row', onSelect: () => onOpenRow(bar.row) },
    ...(bar.names === null ? [] : entriesOf(bar.names.column, bar.names.cell)),
  ];
  const openBar = (bar: QueryBar, event: MouseEvent) => {
    event.preventDefault();
    openMenu({ label: bar.label, anchor: pointerAnchor(event), entries: barEntries(bar) });
  };
  return (
    <Panel label="Query, chart">
      <ChartFrame
        title={`${value} by ${label}`}
        heightClassName="h-44"
        legend={bars.length < groups && <span className="text-2xs text-ink-2">the {bars.length} largest of {groups.toLocaleString('en')}</span>}
        rowMenu={(row) => barEntries(bars[row])}
        table={{ columns: [label, value], rows: bars.map((bar) => [bar.label, bar.value.toLocaleString('en')]) }}
      >
        {script ? <script.GroupChart chart={chart} onOpenRow={onOpenRow} onMenu={openBar} /> : <Skeleton className="mx-3 h-full" />}
      </ChartFrame>
      {menu}
    </Panel>
  );
}
