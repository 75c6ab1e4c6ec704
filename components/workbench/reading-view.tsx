'use client';

import { useMemo, type ReactNode } from 'react';
import { assertNever } from '@/lib/base/assert-never';
import type { AnalyticRun, Engine, ReadingRun } from '@/lib/engine/engine';
import type { FunnelPlace } from '@/lib/engine/explain-shapes';
import { DataTable } from '@/components/ui/data-table/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { Disclosure } from '@/components/ui/disclosure';
import { useRowEntries } from './entries/use-row-entries';
import { ExplainedFunnel } from './explained-funnel';
import { countText } from '@/components/ui/format';
import { useHostsWithoutHit } from './hosts-without-hit';
import { useKnownRows } from './baseline/use-known-rows';
import { useCellPivots } from './pivots/use-pivot-entries';
import { ReadingLogic } from './reading-logic';
import { READING_NAMES } from './reading-names';
import { useRowStars } from './story/use-row-stars';
import { useKeptTable } from './tables/use-kept-table';
import { useResultRows } from './tables/use-result-rows';
import { type ShownVerdict, shownVerdict } from './shown-verdict';
import { VerdictMark } from './verdict-mark';

interface ReadingViewProps {
  readonly engine: Engine;
  readonly analytic: AnalyticRun;
  readonly run: ReadingRun;
  readonly openRow: number | null;
  readonly onOpenRow: (row: number) => void;
  /** Lists the events behind a number of the funnel. */
  readonly onOpenFunnel: (place: FunnelPlace) => void;
  readonly folds: Folds;
}

/** Which parts are unfolded; the same for all analytics. */
export interface Folds {
  readonly logic: boolean;
  readonly funnel: boolean;
  readonly toggle: (part: 'logic' | 'funnel') => void;
}

/** What one reading asks, how far each condition got, and its rows. */
export function ReadingView({ engine, analytic, run, openRow, onOpenRow, onOpenFunnel, folds }: ReadingViewProps) {
  const name = READING_NAMES[run.kind];
  const found = (
    <Panel label={`${name}, rows`}>
      <Found engine={engine} analytic={analytic} run={run} openRow={openRow} onOpenRow={onOpenRow} name={name} />
    </Panel>
  );
  const notes = run.warnings.length + (run.error ? 1 : 0);
  return (
    <div className="flex min-w-0 flex-col gap-3 pt-3">
      {run.verdict !== 'hits' && found}
      <Panel label={`${name}, how it was reached`}>
        <Disclosure
          summary="Logic"
          aside={notes > 0 && <span className={run.error ? 'text-danger' : 'text-caution'}>{countText(notes, 'note')}</span>}
          open={folds.logic}
          onToggle={() => folds.toggle('logic')}
        >
          <ReadingLogic run={run} label={name} />
        </Disclosure>
        {run.funnel && (
          <Disclosure
            summary="Funnel"
            aside={<span className="tabular">{run.took < 1 ? '<1' : Math.round(run.took)} ms</span>}
            open={folds.funnel}
            onToggle={() => folds.toggle('funnel')}
          >
            <ExplainedFunnel engine={engine} analytic={analytic.id} reading={run.kind} funnel={run.funnel} took={run.took} onOpen={onOpenFunnel} />
          </Disclosure>
        )}
      </Panel>
      {run.verdict === 'hits' && found}
    </div>
  );
}

function Found({ engine, analytic, run, openRow, onOpenRow, name }: Omit<ReadingViewProps, 'folds' | 'onOpenFunnel'> & { readonly name: string }) {
  const { id } = analytic;
  const { kind } = run;
  const { fetchRows, placeOf, brushed, empty } = useResultRows(engine, { analytic: id, reading: kind }, run);
  const kept = useKeptTable('rows', run.columns, { analytic: id, reading: kind });
  const cellPivots = useCellPivots();
  const rowEntries = useRowEntries({ analytic: id, reading: kind });
  const { starring, entriesOf } = useRowStars({ analytic: id, reading: kind });
  const { known, expired } = useKnownRows({ analytic: id, reading: kind }, run);
  const hosts = useHostsWithoutHit()(id, kind);
  const shown = shownVerdict(run, hosts?.counts ?? null);
  const notEverywhere = useMemo(() => rowsNotEverywhere(analytic, kind), [analytic, kind]);
  switch (shown) {
    case 'hits':
      return (
        <DataTable
          label={`Analytic ${id}, ${name}`}
          columns={run.columns}
          rowCount={run.rowCount}
          fetchRows={fetchRows}
          placeOf={placeOf}
          kept={kept}
          empty={empty}
          selected={openRow}
          onOpen={onOpenRow}
          marked={notEverywhere}
          markedLabel="not in every reading"
          muted={known}
          mutedLabel="known"
          summary={
            <>
              {brushed}
              {known.size > 0 && <span>{known.size.toLocaleString('en')} known</span>}
              {expired.size > 0 && <span>{expired.size.toLocaleString('en')} known until a mark expired</span>}
              {run.shown < run.rowCount && <span>its own code would show {run.shown.toLocaleString('en')}</span>}
              {notEverywhere.size > 0 && (
                <span className="flex items-center gap-1.5">
                  <span aria-hidden="true" className="h-3.5 w-[3px] bg-caution" />
                  {notEverywhere.size.toLocaleString('en')} not in every reading
                </span>
              )}
            </>
          }
          mostRowsShown={12}
          cellMenu={(cell) => [...cellPivots(cell), ...entriesOf(cell.row), ...rowEntries(cell.row)]}
          starring={starring}
        />
      );
    case 'no-hit':
      return (
        <Verdict verdict={shown} title="No hit">
          Every event type that this reading needs is in the dataset, and nothing meets its conditions. The funnel shows where it ends.
        </Verdict>
      );
    case 'partly-known':
      return (
        <Verdict verdict={shown} title="No hit, where that can be known">
          Nothing meets its conditions, but not every host recorded what it needs: it {hosts?.cannotKnow}. See the hosts below.
        </Verdict>
      );
    case 'cannot-know':
      return (
        <Verdict verdict={shown} title="Cannot know">
          {run.reason ?? (hosts?.cannotKnow && `No host recorded all that it needs: it ${hosts.cannotKnow}.`)} That nothing was found says nothing here: open a dataset that records these events.
        </Verdict>
      );
    case 'error':
      return (
        <Verdict verdict={shown} title="This reading could not run">
          {run.error?.message ?? run.reason}
        </Verdict>
      );
    default:
      return assertNever(shown);
  }
}

function Verdict({ verdict, title, children }: { readonly verdict: ShownVerdict; readonly title: string; readonly children: ReactNode }) {
  return (
    <EmptyState title={title} icon={<VerdictMark verdict={verdict} />}>
      {children}
    </EmptyState>
  );
}

/** Rows of a reading that some other reading does not have. */
function rowsNotEverywhere({ differences }: AnalyticRun, kind: ReadingRun['kind']): ReadonlySet<number> {
  return new Set(differences.flatMap(({ left, right, onlyLeft, onlyRight }) => (left === kind ? onlyLeft : right === kind ? onlyRight : [])));
}
