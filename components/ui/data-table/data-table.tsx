'use client';

import { useEffect, useLayoutEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { trackBusy } from '@/components/ui/busy';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/clipboard';
import { ContextMenu, type MenuAnchor } from '@/components/ui/context-menu';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorNotice } from '@/components/ui/error-notice';
import { Skeleton } from '@/components/ui/skeleton';
import { useScale } from '@/components/ui/scale';
import type { TextMark } from '@/components/ui/text-marks';
import type { MenuEntry } from '@/components/ui/menu';
import { BodyRow, type DrawCell } from './body-row';
import { columnWidths } from './column-widths';
import { copiedText, copiedWords, type CopyKind } from './copied-text';
import { movedInGrid, type GridPlace } from './grid-keys';
import { HeaderCell } from './header-cell';
import type { FetchRows, PlaceOf } from './row-pages';
import type { RowStarring } from './row-starring';
import { drawnHeight, ROW_HEIGHT, toRem, type RowWindow } from './scroll-window';
import type { KeptLayout } from './table-layout';
import { TableToolbar } from './table-toolbar';
import { useColumnTable } from './use-column-table';
import { useCellMenu, type CellOfTable } from './use-cell-menu';
import { useOpenPlace } from './use-open-place';
import { useRowPages } from './use-row-pages';
import { useRowWindow } from './use-row-window';
import { useTableLayout } from './use-table-layout';

interface DataTableProps {
  readonly label: string;
  /** Fixed for the table's life; other columns are another table (a `key`). */
  readonly columns: readonly string[];
  /** Rows before any filter. */
  readonly rowCount: number;
  /** Another function means other rows. */
  readonly fetchRows: FetchRows;
  /** The `row` of the row that is open. */
  readonly selected: number | null;
  /** Left out: a row's number is its place, as long as they are neither sorted nor filtered. */
  readonly placeOf?: PlaceOf;
  readonly onOpen: (row: number) => void;
  /** Rows to mark at the edge, and what the mark says. */
  readonly marked: ReadonlySet<number>;
  readonly markedLabel: string;
  /** Rows that count less, and why. */
  readonly muted?: ReadonlySet<number>;
  readonly mutedLabel?: string;
  /** What stands for a cell's text; null: the text itself. Another function draws all anew. */
  readonly drawCell?: DrawCell;
  /** Without it, rows have no star. */
  readonly starring?: RowStarring;
  /** A text to mark in the cells. */
  readonly mark?: TextMark | null;
  /** Left out: the table keeps its layout itself. */
  readonly kept?: KeptLayout;
  /** Stands in place of the rows where there are none and no column is filtered. */
  readonly empty?: ReactNode;
  /** For rows that somebody else filters, and columns that somebody else chooses. */
  readonly managed?: ManagedTable;
  /** Stands in the table's bar, after the count. */
  readonly summary: ReactNode;
  /** Rows that fit before the table scrolls; more on a high screen. */
  readonly mostRowsShown: number;
  /** What the context menu of a cell offers; without it, the browser's own menu opens. */
  readonly cellMenu?: (cell: CellOfTable) => readonly MenuEntry[];
}

export interface ManagedTable {
  /** In place of the number of rows. */
  readonly count: string;
  /** In place of the menu of columns. */
  readonly columnsMenu: ReactNode;
  /** So many columns at the end stay there. */
  readonly fixedColumns: number;
}

const HEADER = 29;
const FILTER_LINE = 28;
const SCROLL_BAR = 12;
const GUTTER = 44;
const STAR = 24;
const SAMPLE = 60;
/** Rows fetched before they come into view: a turn of a quick wheel. */
const AHEAD = 200;

export function DataTable(props: DataTableProps) {
  const { label, columns, rowCount, fetchRows, selected, onOpen, marked, markedLabel, managed, summary, mostRowsShown, cellMenu } = props;
  const [widths, setWidths] = useState<readonly number[]>(() => columnWidths(columns, []));
  const [isMeasured, setMeasured] = useState(false);
  const scale = useScale();
  const scaledWidths = useMemo(() => widths.map((width) => width * scale), [widths, scale]);
  const { layout, typed, change, type } = useTableLayout(props.kept);
  const { sort, filters } = layout;
  const table = useColumnTable(columns, scaledWidths, managed?.fixedColumns ?? 0, layout, change);
  const [wantsFilters, setWantsFilters] = useState(false);
  const filtering = managed === undefined && (wantsFilters || typed.length > 0);
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 });
  const [said, setSaid] = useState('');
  const [hasFocus, setHasFocus] = useState(false);
  const wantsFocus = useRef(false);

  const pages = useRowPages(fetchRows, sort, filters);
  const total = pages.total ?? 0;
  if (!isMeasured && pages.total !== null) {
    setMeasured(true);
    setWidths(columnWidths(columns, Array.from({ length: SAMPLE }, (_, i) => pages.at(i)).filter((row) => row !== null)));
  }

  const header = HEADER + (filtering ? FILTER_LINE : 0);
  const { container: grid, window, onScroll, reveal, page } = useRowWindow(total, header, ROW_HEIGHT, pages);
  useLayoutEffect(() => {
    pages.request(window.first, window.end);
    // Whoever scrolls goes on.
    if (window.first > 0) pages.request(Math.max(0, window.first - AHEAD), Math.min(total, window.end + AHEAD));
  }, [pages, window.first, window.end, total]);

  const visible = table.getVisibleLeafColumns();
  const shownColumns = useMemo(() => visible.map((column) => Number(column.id)), [visible]);
  const current: GridPlace = { row: Math.min(place.row, total - 1), column: Math.min(place.column, visible.length - 1) };

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-cell="${current.row}:${current.column}"]`);
    if (!cell) return;
    wantsFocus.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [grid, current.row, current.column, window]);

  // Shows the open row when it comes from elsewhere (a link, the timeline), and keeps it in view when the page makes room for it and
  // when other rows stand around it. Only the table scrolls then: what the viewer sorts or filters by stays in view.
  const openPlace = useOpenPlace(selected, props.placeOf, sort, filters);
  const revealedIn = useRef<unknown>(null);
  const wantsView = useRef(false);
  useEffect(() => {
    if (openPlace === null || !isMeasured) return;
    reveal(openPlace);
    wantsView.current = revealedIn.current === null || revealedIn.current === pages;
    revealedIn.current = pages;
  }, [openPlace, isMeasured, reveal, pages]);
  useEffect(() => {
    // Not before it is drawn in its place: one that is kept for the focus alone stands elsewhere.
    if (!wantsView.current || openPlace === null || openPlace < window.first || openPlace >= window.end) return;
    wantsView.current = false;
    grid.current?.querySelector(`[data-index="${openPlace}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [grid, openPlace, isMeasured, reveal, pages, window]);
  // The Tab key comes to the open row, unless the viewer is in the table already.
  const [stopAt, setStopAt] = useState<number | null>(null);
  if (openPlace !== stopAt) {
    setStopAt(openPlace);
    if (openPlace !== null && !hasFocus) setPlace({ ...place, row: openPlace });
  }

  const copy = async (what: CopyKind) => {
    const text = await copiedText(what, { pages, columns, shown: shownColumns, place: current });
    if (text !== null) setSaid((await copyText(text)) ? copiedWords(what) : 'The browser did not allow copying');
  };

  const open = (index: number) => {
    const row = pages.at(index);
    if (row) onOpen(row.row);
  };

  const { starring } = props;
  const star = (index: number) => {
    const row = pages.at(index);
    // Without an answer nothing was starred.
    if (row && starring) void trackBusy(starring.onStar(row.row).then(setSaid, () => undefined));
  };
  const tag = (index: number) => {
    const row = pages.at(index);
    if (row) starring?.onTag(row.row);
  };

  const menu = useCellMenu((at) => {
    const row = pages.at(at.row);
    const column = shownColumns[at.column];
    return row === null || column === undefined ? null : { row: row.row, column: columns[column], value: row.cells[column] ?? null };
  }, cellMenu);
  const openMenuAt = (event: KeyboardEvent<HTMLElement> | MouseEvent<HTMLElement>, place: (cell: Element) => MenuAnchor) => {
    const cell = event.target instanceof Element ? event.target.closest('[data-cell]') : null;
    const at = cell && cellPlace(cell);
    if (cell === null || at === null || !menu.open(at, place(cell))) return;
    event.preventDefault();
    setPlace(at);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      openMenuAt(event, (cell) => cell.getBoundingClientRect());
      return;
    }
    if (!(event.target instanceof HTMLElement) || event.target.dataset.cell === undefined || event.altKey || event.shiftKey) return;
    if (event.key === 'Enter' && current.row >= 0) {
      event.preventDefault();
      open(current.row);
    } else if (event.key === 'c' && (event.ctrlKey || event.metaKey) && current.row >= 0 && getSelection()?.isCollapsed !== false) {
      event.preventDefault();
      void trackBusy(copy('cell'));
    } else if (starring && (event.key === 's' || event.key === 't') && !event.ctrlKey && !event.metaKey && current.row >= 0) {
      event.preventDefault();
      (event.key === 's' ? star : tag)(current.row);
    } else {
      const next = movedInGrid(current, event, total, visible.length, page);
      if (next === null) return;
      event.preventDefault();
      if (next.row === current.row && next.column === current.column) return;
      wantsFocus.current = true;
      if (next.row >= 0) reveal(next.row);
      setPlace(next);
    }
  };

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const at = event.target instanceof Element ? cellPlace(event.target) : null;
    if (at === null) return;
    if (event.target instanceof Element && event.target.closest('[data-star]')) {
      star(at.row);
      return;
    }
    setPlace(at);
    if (at.row >= 0 && getSelection()?.isCollapsed !== false) open(at.row);
  };

  const height = header + Math.max(1, Math.min(rowCount, mostRowsShown)) * ROW_HEIGHT;
  const template = `${toRem(starring ? GUTTER + STAR : GUTTER)} ${visible.map((column) => `${column.getSize()}px`).join(' ')} minmax(0, 1fr)`;
  const gridStyle: CSSProperties & Record<'--columns', string> = { maxHeight: `max(${toRem(height + SCROLL_BAR)}, 100dvh - 30rem)`, '--columns': template };
  const rowAt = (index: number) => (
    <BodyRow
      key={index}
      index={index}
      row={pages.at(index)}
      columns={shownColumns}
      selected={selected !== null && pages.at(index)?.row === selected}
      markedLabel={marked.has(pages.at(index)?.row ?? -1) ? markedLabel : null}
      mutedLabel={props.muted?.has(pages.at(index)?.row ?? -1) ? (props.mutedLabel ?? '') : null}
      drawCell={props.drawCell}
      star={starring && (starring.starred.get(pages.at(index)?.row ?? -1) ?? null)}
      mark={props.mark ?? null}
      isAway={index < window.first || index >= window.end}
      currentColumn={current.row === index ? current.column : -1}
    />
  );

  return (
    <div className="min-w-0">
      <TableToolbar
        table={table}
        summary={
          <>
            <span role="status">{managed ? managed.count : total === rowCount || !isMeasured ? rowsText(rowCount) : `${total.toLocaleString('en')} of ${rowsText(rowCount)}`}</span>
            {summary}
            <span role="status">{said}</span>
          </>
        }
        filtering={filtering}
        columnsMenu={managed?.columnsMenu}
        isFilterable={managed === undefined}
        onToggleFilters={() => {
          if (filtering && typed.length > 0) change({ filters: [] });
          setWantsFilters(!filtering);
        }}
        onResetColumns={() => change({ shown: null })}
        onCopy={(what) => void trackBusy(copy(what))}
        canCopyCell={current.row >= 0}
      />
      {pages.failure !== null && (
        <ErrorNotice failure={{ message: `The rows could not be fetched: ${pages.failure}`, advice: 'Try again.' }}>
          <Button onClick={() => pages.request(window.first, window.end)}>Try again</Button>
        </ErrorNotice>
      )}
      <div
        ref={grid}
        role="grid"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={visible.length + 1}
        onScroll={onScroll}
        onFocus={() => setHasFocus(true)}
        onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setHasFocus(false)}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onContextMenu={(event) => openMenuAt(event, () => ({ left: event.clientX, right: event.clientX, top: event.clientY, bottom: event.clientY }))}
        className="relative overflow-auto rounded-b-md font-mono text-sm"
        style={gridStyle}
      >
        <div className="w-max min-w-full" style={{ minHeight: toRem(managed && pages.total === 0 ? header : height) }}>
          <div role="rowgroup" className="sticky top-0 z-10 bg-surface">
            <div role="row" aria-rowindex={1} className="grid grid-cols-(--columns) border-b border-line bg-sunken" style={{ height: toRem(header) }}>
              <div role="columnheader" aria-colindex={1} className="border-r border-line pr-2 text-right font-sans text-xs leading-7 text-ink-3">
                <span aria-hidden="true">#</span>
                <span className="sr-only">Row</span>
              </div>
              {table.getHeaderGroups()[0]?.headers.map((head, i) => (
                <HeaderCell
                  key={head.id}
                  table={table}
                  header={head}
                  index={i}
                  current={i === current.column && (current.row === -1 || total === 0)}
                  filter={filtering ? (typed.find(({ column }) => String(column) === head.column.id)?.text ?? '') : null}
                  onFilter={(text) => type(Number(head.column.id), text)}
                  onShowFilters={managed ? null : () => setWantsFilters(true)}
                />
              ))}
            </div>
          </div>
          {isMeasured ? (
            <div role="rowgroup" className="relative" style={{ height: toRem(drawnHeight(total)) }}>
              <div className="absolute inset-x-0 top-0" role="presentation" style={{ transform: `translateY(${toRem(window.offset)})` }}>
                {drawnRows(window, current.row).map(rowAt)}
              </div>
            </div>
          ) : (
            <Skeleton className="m-2 h-4 w-64" />
          )}
        </div>
        {isMeasured && total === 0 && filters.length === 0 && <div className="sticky left-0 font-sans">{props.empty}</div>}
        {isMeasured && total === 0 && filters.length > 0 && (
          <div className="sticky left-0 font-sans">
            <EmptyState title="No row meets the filters">
              <Button onClick={() => change({ filters: [] })}>Clear the filters</Button>
            </EmptyState>
          </div>
        )}
      </div>
      {menu.shown && (
        <ContextMenu
          label={`${menu.shown.cell.column} of row ${(menu.shown.cell.row + 1).toLocaleString('en')}`}
          anchor={menu.shown.anchor}
          entries={menu.shown.entries}
          onClose={menu.close}
        />
      )}
      {starring?.dialog}
    </div>
  );
}

/** The rows in the window; and the current one, which must stay in the document when it scrolls out of view, or the focus is lost. */
function drawnRows({ first, end }: RowWindow, current: number): number[] {
  const rows = Array.from({ length: end - first }, (_, i) => first + i);
  if (current < 0 || (current >= first && current < end)) return rows;
  return current < first ? [current, ...rows] : [...rows, current];
}

function cellPlace(target: Element): GridPlace | null {
  const name = target.closest<HTMLElement>('[data-cell]')?.dataset.cell;
  if (name !== undefined) {
    const [row, column] = name.split(':').map(Number);
    return { row, column };
  }
  const index = target.closest<HTMLElement>('[data-index]')?.dataset.index;
  return index === undefined ? null : { row: Number(index), column: 0 };
}

function rowsText(count: number): string {
  return count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`;
}
