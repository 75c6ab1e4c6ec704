'use client';

import { useEffect, useState } from 'react';
import type { AnalyticRun, Engine, ReadingDifference, ReadingKind, ReadingRun } from '@/lib/engine/engine';
import { trackBusy } from '../ui/busy';
import { Disclosure } from '../ui/disclosure';
import { ErrorNotice } from '../ui/error-notice';
import { Markdown } from '../ui/markdown';
import { Panel } from '../ui/panel';
import { Skeleton } from '../ui/skeleton';
import { toFailure, type ShownFailure } from './failure';
import { countText } from './format';
import { READING_NAMES } from './reading-names';

interface ReadingDifferencesProps {
  readonly engine: Engine;
  readonly analytic: AnalyticRun;
  readonly onOpenRow: (reading: ReadingKind, row: number) => void;
}

/** The readings side by side: which rows only one of two has, and why, in the document's words. */
export function ReadingDifferences({ engine, analytic, onOpenRow }: ReadingDifferencesProps) {
  const differing = analytic.differences.filter(isDifferent);
  if (differing.length === 0 && analytic.differencesNote === '') return null;
  return (
    <Panel label="How the readings differ">
      <Disclosure
        storageKey="differences"
        summary={differing.length === 0 ? 'The readings agree on this dataset' : 'The readings differ on this dataset'}
        aside={differing.map(({ left, right, onlyLeft, onlyRight }) => `${READING_NAMES[left]} / ${READING_NAMES[right]}: ${onlyLeft.length + onlyRight.length}`).join(' · ')}
      >
        <div className="flex flex-col gap-4 p-3">
          {analytic.differencesNote !== '' && (
            <section>
              <h4 className="label pb-1">Why they can differ</h4>
              <Markdown text={analytic.differencesNote} className="text-sm" />
            </section>
          )}
          {differing.map((difference) => (
            <Pair key={`${difference.left} ${difference.right}`} engine={engine} analytic={analytic} difference={difference} onOpenRow={onOpenRow} />
          ))}
        </div>
      </Disclosure>
    </Panel>
  );
}

export function isDifferent({ onlyLeft, onlyRight }: ReadingDifference): boolean {
  return onlyLeft.length + onlyRight.length > 0;
}

function Pair({ engine, analytic, difference, onOpenRow }: ReadingDifferencesProps & { readonly difference: ReadingDifference }) {
  const { left, right, both, onlyLeft, onlyRight } = difference;
  return (
    <section>
      <h4 className="pb-1.5 text-xs text-ink-2">{countText(both, 'row')} in both {READING_NAMES[left]} and {READING_NAMES[right]}</h4>
      <div className="grid gap-3 xl:grid-cols-2">
        <OnlyRows engine={engine} analytic={analytic} kind={left} rows={onlyLeft} onOpenRow={onOpenRow} />
        <OnlyRows engine={engine} analytic={analytic} kind={right} rows={onlyRight} onOpenRow={onOpenRow} />
      </div>
    </section>
  );
}

/** More would be read in the table itself, where they are marked at the edge. */
const MOST = 20;

interface OnlyRowsProps extends ReadingDifferencesProps {
  readonly kind: ReadingKind;
  readonly rows: readonly number[];
}

function OnlyRows({ engine, analytic, kind, rows, onOpenRow }: OnlyRowsProps) {
  const run = analytic.readings.find((reading) => reading.kind === kind);
  return (
    <div className="min-w-0 rounded border border-line">
      <h5 className="px-2.5 py-1.5 text-xs">
        <span className="font-medium">Only in {READING_NAMES[kind]}</span>: {rows.length === 0 ? 'no row' : countText(rows.length, 'row')}
      </h5>
      {run && rows.length > 0 && <RowTable engine={engine} analyticId={analytic.id} run={run} rows={rows.slice(0, MOST)} onOpenRow={onOpenRow} />}
      {rows.length > MOST && <p className="border-t border-line px-2.5 py-1 text-xs text-ink-2">and {(rows.length - MOST).toLocaleString('en')} more, marked at the edge of its table</p>}
    </div>
  );
}

interface RowTableProps {
  readonly engine: Engine;
  readonly analyticId: string;
  readonly run: ReadingRun;
  readonly rows: readonly number[];
  readonly onOpenRow: ReadingDifferencesProps['onOpenRow'];
}

type Cells = readonly (string | null)[];

function RowTable({ engine, analyticId, run, rows, onOpenRow }: RowTableProps) {
  const [fetched, setFetched] = useState<readonly Cells[] | ShownFailure | null>(null);
  const { kind } = run;
  const wanted = rows.join(',');
  useEffect(() => {
    let isWanted = true;
    const fetchOne = async (offset: number): Promise<Cells> => {
      const page = await engine.rows({ analytic: analyticId, reading: kind, offset, limit: 1, sort: null, filters: [] });
      return page.rows[0]?.cells ?? [];
    };
    const work = Promise.all(wanted.split(',').map((row) => fetchOne(Number(row)))).catch((error: unknown) => toFailure(error));
    void trackBusy(work.then((result) => isWanted && setFetched(result)));
    return () => {
      isWanted = false;
    };
  }, [engine, analyticId, kind, wanted]);

  if (fetched === null) return <Skeleton className="m-2 h-12" />;
  if ('code' in fetched) return <ErrorNotice failure={fetched} />;
  return (
    <div tabIndex={0} role="group" aria-label={`Rows only in ${READING_NAMES[kind]}`} className="overflow-x-auto border-t border-line">
      <table className="text-xs">
        <thead>
          <tr className="bg-sunken">
            <th scope="col" className="whitespace-nowrap px-2.5 py-1 text-left font-medium text-ink-2">
              Row
            </th>
            {run.columns.map((column, i) => (
              <th key={i} scope="col" className="whitespace-nowrap px-2.5 py-1 text-left font-medium text-ink-2">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="font-mono">
          {rows.map((row, i) => (
            <tr key={row} className="border-t border-line hover:bg-sunken">
              <td className="px-2.5 py-0.5">
                <button type="button" className="tabular rounded text-accent underline underline-offset-2" onClick={() => onOpenRow(kind, row)}>
                  <span className="sr-only">Open row </span>
                  {row + 1}
                </button>
              </td>
              {fetched[i].map((cell, j) => (
                <td key={j} className="max-w-80 truncate px-2.5 py-0.5" title={cell ?? undefined}>
                  {cell ?? '—'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
