'use client';

import { useMemo, type ReactNode } from 'react';
import { type EditSide, editedAnalytic } from '@/lib/base/edited-analytic';
import type { ChangedRows } from '@/lib/engine/edit-shapes';
import type { Engine, RowAddress } from '@/lib/engine/engine';
import { DataTable } from '@/components/ui/data-table/data-table';
import { countText } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { useKnownRows } from '@/components/workbench/baseline/use-known-rows';
import { DifferingRowsTable } from '@/components/workbench/differing-rows-table';
import { ExportButton } from '@/components/workbench/exports/export-button';
import { rowChoices, ruleChoices } from '@/components/workbench/exports/export-choices';
import { shownRows } from '@/components/workbench/tables/shown-table';
import { useTablesPlace } from '@/components/workbench/tables/tables-context';
import { useKeptTable } from '@/components/workbench/tables/use-kept-table';
import { useResultRows } from '@/components/workbench/tables/use-result-rows';
import { EDITED_READING_NAMES } from './edited-reading-names';
import type { SelectedEdit } from './selected-edit';

interface EditedRowsProps {
  readonly engine: Engine;
  readonly selected: SelectedEdit;
  /** The row that is open, of either side. */
  readonly openRow: RowAddress | null;
  readonly onOpenRow: (at: RowAddress) => void;
  /** What adds the edited query to the hunt's bypasses or false positives. */
  readonly addEntry: ReactNode;
}

/** Shown of the rows that an edit gains or loses. */
const MOST = 20;

/** The rows of one reading: those that the edit gains and loses by the events behind them, then all that it has now. */
export function EditedRows({ engine, selected: { analytic, reading }, openRow, onOpenRow, addEntry }: EditedRowsProps) {
  const { kind, found, change, standing } = reading;
  const name = `analytic ${analytic.id}, ${EDITED_READING_NAMES[kind]}`;
  const at = (side: EditSide, row: number): RowAddress => ({ analytic: editedAnalytic(side, analytic.id), reading: kind, row });
  const { view } = useTablesPlace();
  const edited = { analytic: editedAnalytic('edited', analytic.id), reading: kind };
  // As the table below shows them, whose layout is that of the analytic.
  const shown = { ...shownRows({ ...view, analytic: analytic.id, reading: kind }, { analytic: analytic.id, reading: kind }, found?.columns ?? []), ...edited };
  const changed = change !== null && change.gained.count + change.lost.count > 0;
  return (
    <Panel
      title={`Rows of ${name}`}
      actions={
        found && (
          <div className="flex flex-wrap items-center justify-end gap-2">
            {addEntry}
            {found.verdict !== 'error' && <ExportButton groups={[found.rowCount > 0 ? rowChoices(engine, shown) : [], ruleChoices(engine, edited)]} />}
          </div>
        )
      }
    >
      <div className="flex min-w-0 flex-col gap-3 p-3 text-sm">
        {change && changed && (
          <>
            <Changed engine={engine} analytic={editedAnalytic('edited', analytic.id)} of={analytic.id} kind={kind} title="Gained" rows={change.gained} onOpen={(row) => onOpenRow(at('edited', row))} />
            <Changed engine={engine} analytic={editedAnalytic('original', analytic.id)} of={analytic.id} kind={kind} title="Lost" rows={change.lost} onOpen={(row) => onOpenRow(at('original', row))} />
          </>
        )}
        {change && !changed && <p className="text-ink-2">{standing === 'same' ? 'As in the original.' : 'The same rows as the original finds.'}</p>}
        {found?.reason != null && <p className={found.verdict === 'error' ? 'text-danger' : 'text-ink-2'}>{found.reason}</p>}
        {found === null && <p className="text-ink-2">This reading is no longer in the text.</p>}
        {found && found.rowCount > 0 && (
          <AllRows
            engine={engine}
            selected={{ analytic, reading }}
            openRow={openRow?.analytic === editedAnalytic('edited', analytic.id) && openRow.reading === kind ? openRow.row : null}
            onOpenRow={(row) => onOpenRow(at('edited', row))}
          />
        )}
      </div>
    </Panel>
  );
}

interface ChangedProps {
  readonly engine: Engine;
  readonly analytic: string;
  /** The analytic as the view names it. */
  readonly of: string;
  readonly kind: RowAddress['reading'];
  readonly title: 'Gained' | 'Lost';
  readonly rows: ChangedRows;
  readonly onOpen: (row: number) => void;
}

function Changed({ engine, analytic, of, kind, title, rows, onOpen }: ChangedProps) {
  const shown = useMemo(() => rows.rows.slice(0, MOST).map((row) => ({ home: kind, row })), [rows, kind]);
  if (rows.count === 0) return null;
  return (
    <section aria-label={`${title}, ${countText(rows.count, 'row')}`} className="flex min-w-0 flex-col gap-1">
      <h4 className="label">
        {title}: {countText(rows.count, 'row')}
        {rows.count > MOST && `, the first ${MOST}`}
      </h4>
      <DifferingRowsTable engine={engine} analytic={analytic} of={{ analytic: of, readings: [kind] }} kinds={[]} rows={shown} most={MOST} label={`${title} rows`} onOpenRow={(_, row) => onOpen(row)} />
    </section>
  );
}

const NONE: ReadonlySet<number> = new Set();
const NO_COLUMNS: readonly string[] = [];

function AllRows({ engine, selected: { analytic, reading }, openRow, onOpenRow }: Pick<EditedRowsProps, 'engine' | 'selected'> & { readonly openRow: number | null; readonly onOpenRow: (row: number) => void }) {
  const { kind, found, change } = reading;
  const { id } = analytic;
  const { fetchRows, placeOf, brushed, empty } = useResultRows(engine, { analytic: editedAnalytic('edited', id), reading: kind }, reading);
  const columns = found?.columns ?? NO_COLUMNS;
  const kept = useKeptTable('rows', columns, { analytic: id, reading: kind });
  const { known } = useKnownRows({ analytic: editedAnalytic('edited', id), reading: kind }, reading);
  const gained = useMemo(() => (change ? new Set(change.gained.rows) : NONE), [change]);
  return (
    <DataTable
      label={`Rows of the edited analytic ${id}, ${EDITED_READING_NAMES[kind]}`}
      columns={columns}
      rowCount={found?.rowCount ?? 0}
      fetchRows={fetchRows}
      placeOf={placeOf}
      kept={kept}
      empty={empty}
      selected={openRow}
      onOpen={onOpenRow}
      marked={gained}
      markedLabel="gained"
      muted={known}
      mutedLabel="known"
      summary={
        <>
          {brushed}
          {known.size > 0 && <span>{known.size.toLocaleString('en')} known</span>}
        </>
      }
      mostRowsShown={8}
    />
  );
}
