'use client';

import { useCallback, useMemo, useState } from 'react';
import { baselineId, isExpired, type BaselineRow } from '@/lib/base/baseline';
import type { Engine } from '@/lib/engine/engine';
import type { ViewState } from '@/lib/url/view-state';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table/data-table';
import { countText } from '@/components/ui/format';
import type { MenuEntry } from '@/components/ui/menu';
import { Panel } from '@/components/ui/panel';
import { listPlaces, listRows } from '@/components/workbench/tables/list-rows';
import { useKeptTable } from '@/components/workbench/tables/use-kept-table';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import { baselineColumns, HOURS_COLUMN, markText, type MarkedRow } from './baseline-columns';
import { HoursStrip } from './hours-strip';
import { marking, marksById, undoing, unmarking } from './marks';
import { MarkDialog } from './mark-dialog';
import { RowTrail } from './row-trail';
import { changeMarks, useMarks, useMarksNow } from './use-marks';

interface BaselineTableProps {
  readonly engine: Engine;
  readonly rows: readonly BaselineRow[];
  readonly view: ViewState;
  readonly go: (change: Partial<ViewState>) => void;
}

const NONE: ReadonlySet<number> = new Set();

/** The rows of the baseline, which of them are known, and what is behind the one that is open. */
export function BaselineTable({ engine, rows, view, go }: BaselineTableProps) {
  const zone = useTimeZone();
  const { marks, isRead } = useMarks();
  const now = useMarksNow(marks);
  const columns = useMemo(() => baselineColumns(zone, now), [zone, now]);
  const heads = useMemo(() => columns.map(({ head }) => head), [columns]);
  const items: readonly MarkedRow[] = useMemo(() => {
    const byId = marksById(marks);
    return rows.map((row) => ({ row, mark: byId.get(baselineId(row)) ?? null }));
  }, [rows, marks]);
  const fetchRows = useMemo(() => listRows(items, columns), [items, columns]);
  const placeOf = useMemo(() => listPlaces(fetchRows), [fetchRows]);
  const kept = useKeptTable('rows', useMemo(() => columns.map(({ id }) => id), [columns]), null);
  const known = useMemo(() => new Set(items.flatMap(({ mark }, row) => (mark && !isExpired(mark, now) ? [row] : []))), [items, now]);
  const expired = useMemo(() => new Set(items.flatMap(({ mark }, row) => (mark && isExpired(mark, now) ? [row] : []))), [items, now]);
  const [openId, setOpenId] = useState<string | null>(null);
  const [wanted, setWanted] = useState<readonly BaselineRow[]>([]);
  const [done, setDone] = useState<{ readonly words: string; readonly undo: () => void } | null>(null);
  const open = items.findIndex(({ row }) => baselineId(row) === openId);
  const drawCell = useCallback(
    (row: number, column: number, text: string) => (columns[column].id === HOURS_COLUMN ? <HoursStrip hours={rows[row].hours} text={text} /> : null),
    [columns, rows],
  );

  const change = (of: readonly BaselineRow[], words: string, by: Parameters<typeof changeMarks>[0]) => {
    const before = marks;
    changeMarks(by);
    setDone({ words: `${countText(of.length, 'row')} ${words}`, undo: () => changeMarks(undoing(of, before)) });
  };
  const forget = (of: readonly BaselineRow[]) => change(of, 'no longer known', unmarking(of));
  const markShown = async () => setWanted((await fetchRows(0, Infinity, null, kept.layout.filters)).rows.map(({ row }) => rows[row]));
  const entriesOf = (row: number, column: string): readonly MenuEntry[] => {
    const place = heads.indexOf(column);
    const value = columns[place].cell(items[row]);
    const alike = items.filter((item) => columns[place].cell(item) === value).map((item) => item.row);
    return [
      { kind: 'action', label: items[row].mark ? 'Mark as known again…' : 'Mark as known…', disabled: !isRead, onSelect: () => setWanted([rows[row]]) },
      ...(place < 5 && alike.length > 1
        ? [{ kind: 'action', label: `Mark all ${alike.length.toLocaleString('en')} rows with this ${column.toLowerCase()} as known…`, disabled: !isRead, onSelect: () => setWanted(alike) } as const]
        : []),
      ...(items[row].mark ? [{ kind: 'action', label: 'No longer known', onSelect: () => forget([rows[row]]) } as const] : []),
    ];
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Button disabled={!isRead || rows.length === 0} onClick={() => void markShown()}>
          {kept.layout.filters.length > 0 ? 'Mark the filtered rows as known…' : 'Mark all rows as known…'}
        </Button>
        <p role="status" className="text-sm text-ink-2">
          {done?.words}
        </p>
        {done && (
          <Button
            onClick={() => {
              done.undo();
              setDone(null);
            }}
          >
            Undo
          </Button>
        )}
      </div>
      <Panel>
        <DataTable
          label="Baseline"
          columns={heads}
          rowCount={items.length}
          fetchRows={fetchRows}
          placeOf={placeOf}
          kept={kept}
          selected={open < 0 ? null : open}
          onOpen={(row) => setOpenId(baselineId(rows[row]))}
          marked={NONE}
          markedLabel=""
          muted={known}
          mutedLabel="known"
          drawCell={drawCell}
          summary={
            <>
              <span>{known.size.toLocaleString('en')} known</span>
              {expired.size > 0 && <span className="text-caution">{expired.size.toLocaleString('en')} expired</span>}
            </>
          }
          mostRowsShown={16}
          cellMenu={({ row, column }) => entriesOf(row, column)}
        />
      </Panel>
      {open >= 0 && (
        <section aria-label="The open row" className="flex flex-col gap-2">
          <h3 className="break-all font-mono text-sm">
            {rows[open].account ?? 'no account name'} · {rows[open].share} on {rows[open].host} · {rows[open].directory === '' ? '\\' : rows[open].directory}
          </h3>
          <RowTrail engine={engine} row={rows[open]} view={view} go={go} />
          {items[open].mark && <p className="text-sm text-ink-2">Known: {markText(items[open].mark, zone, now)}</p>}
          <div className="flex gap-2">
            <Button disabled={!isRead} onClick={() => setWanted([rows[open]])}>
              Mark as known…
            </Button>
            {items[open].mark && <Button onClick={() => forget([rows[open]])}>No longer known</Button>}
          </div>
        </section>
      )}
      {wanted.length > 0 && <MarkDialog keys={wanted} zone={zone} onMark={(said) => change(wanted, 'marked as known', marking(wanted, said))} onClose={() => setWanted([])} />}
    </>
  );
}
