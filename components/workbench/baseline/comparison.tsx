'use client';

import { useMemo, useState } from 'react';
import type { Engine } from '@/lib/engine/engine';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorNotice } from '@/components/ui/error-notice';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { listPlaces, listRows } from '@/components/workbench/tables/list-rows';
import { useKeptTable } from '@/components/workbench/tables/use-kept-table';
import { useAnswer } from '@/components/workbench/drill-down/use-answer';
import { comparedColumns } from './baseline-columns';
import { comparedBaselines, type ComparedRow } from './compare-baselines';
import type { KeptComparisons } from './kept-comparisons';

interface ComparisonProps {
  readonly engine: Engine;
  /** Of the file that it is compared with. */
  readonly digest: string;
  readonly comparisons: KeptComparisons;
  readonly onClose: () => void;
}

const COLUMNS = comparedColumns();
const HEADS = COLUMNS.map(({ head }) => head);
const IDS = COLUMNS.map(({ id }) => id);
const MISSING = { message: 'The baseline that this view compares with is not on this device.', advice: 'Import its file again.' };
const NONE: ReadonlySet<number> = new Set();

/** What is new, gone and changed since a baseline was exported. Hours of day are those of the file's zone. */
export function Comparison({ engine, digest, comparisons, onClose }: ComparisonProps) {
  const answer = useAnswer(
    useMemo(
      () => async () => {
        const file = await comparisons.find(digest);
        return file && { name: file.dataset.name, rows: comparedBaselines(file.rows, (await engine.baseline({ zone: file.zone })).rows) };
      },
      [engine, digest, comparisons],
    ),
  );
  return (
    <section aria-labelledby="compared" className="flex flex-col gap-2">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h3 id="compared" className="text-sm font-medium">
          Compared with {answer.kind === 'ready' && answer.value ? <span className="break-all font-mono">{answer.value.name}</span> : 'another baseline'}
        </h3>
        <Button onClick={onClose}>Close the comparison</Button>
      </header>
      {answer.kind === 'waiting' && <Skeleton className="h-40 w-full" />}
      {answer.kind === 'failed' && <ErrorNotice failure={answer.failure} />}
      {answer.kind === 'ready' && (answer.value ? <Compared rows={answer.value.rows} /> : <ErrorNotice failure={MISSING} />)}
    </section>
  );
}

function Compared({ rows }: { readonly rows: readonly ComparedRow[] }) {
  const fetchRows = useMemo(() => listRows(rows, COLUMNS), [rows]);
  const placeOf = useMemo(() => listPlaces(fetchRows), [fetchRows]);
  const kept = useKeptTable('comparison', IDS, null);
  const [selected, setSelected] = useState<number | null>(null);
  const asBefore = useMemo(() => new Set(rows.flatMap(({ change }, row) => (change === 'same' ? [row] : []))), [rows]);
  const count = (change: ComparedRow['change'], words: string) => <span>{`${rows.filter((row) => row.change === change).length.toLocaleString('en')} ${words}`}</span>;
  return (
    <Panel>
      <DataTable
        label="Compared baselines"
        columns={HEADS}
        rowCount={rows.length}
        fetchRows={fetchRows}
        placeOf={placeOf}
        kept={kept}
        selected={selected}
        onOpen={setSelected}
        marked={NONE}
        markedLabel=""
        muted={asBefore}
        mutedLabel="as before"
        empty={<EmptyState title="Neither has a row" />}
        summary={
          <>
            {count('new', 'new')}
            {count('gone', 'gone')}
            {count('changed', 'changed')}
            {count('same', 'as before')}
          </>
        }
        mostRowsShown={10}
      />
    </Panel>
  );
}
