import type { KeyboardEvent } from 'react';
import { classNames } from '@/components/ui/class-names';
import { ChevronDownIcon, SortDownIcon, SortUpIcon } from '@/components/ui/icons';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { useDropTarget } from '@/components/ui/use-drop-target';
import { moveColumn, type ColumnTable, type TableHeader } from './use-column-table';

interface HeaderCellProps {
  readonly table: ColumnTable;
  readonly header: TableHeader;
  readonly index: number;
  /** It is the grid's one stop for the Tab key. */
  readonly current: boolean;
  /** Its filter's text; null while the line of filters is hidden. */
  readonly filter: string | null;
  readonly onFilter: (text: string) => void;
  /** Null where somebody else filters. */
  readonly onShowFilters: (() => void) | null;
}

const RESIZE_STEP = 16;
const DRAG_TYPE = 'application/x-table-column';

export function HeaderCell({ table, header, index, current, filter, onFilter, onShowFilters }: HeaderCellProps) {
  const { column } = header;
  const name = String(column.columnDef.header);
  const sorted = column.getIsSorted();
  const { isTarget, handlers } = useDropTarget(DRAG_TYPE, (dragged) => moveColumn(table, dragged, { place: column.id }));

  const resize = (by: number) => table.setColumnSizing((sizes) => ({ ...sizes, [column.id]: Math.max(48, column.getSize() + by) }));

  const onKeyDown = (event: KeyboardEvent) => {
    const side = event.key === 'ArrowLeft' ? 'left' : event.key === 'ArrowRight' ? 'right' : null;
    if (side === null || !(event.altKey || event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.altKey) moveColumn(table, column.id, side);
    else resize(side === 'left' ? -RESIZE_STEP : RESIZE_STEP);
  };

  const isFixed = !column.getCanHide();
  const visible = table.getVisibleLeafColumns();
  const next = visible.at(visible.indexOf(column) + 1);
  const isLast = column.getIsLastColumn() || next?.getCanHide() === false;
  const widthEntries: readonly MenuEntry[] = [
    { kind: 'action', label: 'Wider', hint: 'Shift →', onSelect: () => resize(RESIZE_STEP * 3) },
    { kind: 'action', label: 'Narrower', hint: 'Shift ←', onSelect: () => resize(-RESIZE_STEP * 3) },
  ];
  const entries: readonly MenuEntry[] = isFixed ? widthEntries : [
    { kind: 'action', label: 'Sort ascending', onSelect: () => column.toggleSorting(false) },
    { kind: 'action', label: 'Sort descending', onSelect: () => column.toggleSorting(true) },
    { kind: 'action', label: 'Original order', disabled: sorted === false, onSelect: () => column.clearSorting() },
    ...(onShowFilters ? [{ kind: 'action' as const, label: 'Filter…', onSelect: onShowFilters }] : []),
    { kind: 'rule' },
    { kind: 'action', label: 'Move left', hint: 'Alt ←', disabled: column.getIsFirstColumn(), onSelect: () => moveColumn(table, column.id, 'left') },
    { kind: 'action', label: 'Move right', hint: 'Alt →', disabled: isLast, onSelect: () => moveColumn(table, column.id, 'right') },
    ...widthEntries,
    { kind: 'rule' },
    { kind: 'action', label: 'Hide', disabled: visible.length === 1, onSelect: () => column.toggleVisibility(false) },
  ];

  return (
    <div
      role="columnheader"
      aria-colindex={index + 2}
      aria-sort={sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
      className={classNames('group relative flex min-w-0 flex-col justify-start border-r border-line', isTarget && 'bg-selected')}
      {...handlers}
    >
      <div className="flex h-7 min-w-0 items-center">
        <button
          type="button"
          data-cell={`-1:${index}`}
          tabIndex={current ? 0 : -1}
          draggable={!isFixed}
          onDragStart={(event) => {
            event.dataTransfer.setData(DRAG_TYPE, column.id);
            event.dataTransfer.effectAllowed = 'move';
          }}
          onClick={() => isFixed || column.toggleSorting()}
          onKeyDown={onKeyDown}
          title={name}
          className="focus-inset flex h-full min-w-0 grow items-center gap-1 pl-2 text-left font-sans text-xs font-medium text-ink-2 hover:text-ink"
        >
          <span className="truncate">{name}</span>
          {sorted === 'asc' && <SortUpIcon className="shrink-0 text-accent" />}
          {sorted === 'desc' && <SortDownIcon className="shrink-0 text-accent" />}
        </button>
        <Menu
          label={`Column ${name}`}
          trigger={<ChevronDownIcon />}
          entries={entries}
          align="end"
          tabIndex={current ? 0 : -1}
          className="focus-inset mr-1 h-6 w-6 px-0 opacity-0 pointer-coarse:min-h-0! pointer-coarse:min-w-6! group-focus-within:opacity-100 group-hover:opacity-100 aria-expanded:opacity-100"
        />
      </div>
      {filter !== null && (
        <div className="px-1 pb-1">
          <input
            type="search"
            aria-label={`Filter ${name}`}
            placeholder="contains"
            value={filter}
            onChange={(event) => onFilter(event.target.value)}
            className="focus-inset h-6 w-full rounded border border-edge bg-surface px-1.5 font-mono text-xs font-normal placeholder:text-ink-3"
          />
        </div>
      )}
      <div
        aria-hidden="true"
        onMouseDown={header.getResizeHandler()}
        onTouchStart={header.getResizeHandler()}
        onDoubleClick={() => column.resetSize()}
        className={classNames(
          'absolute -right-1 top-0 z-10 h-full w-2 cursor-col-resize touch-none',
          'after:absolute after:inset-y-0 after:left-1/2 after:w-0.5 after:-translate-x-1/2 hover:after:bg-accent',
          column.getIsResizing() && 'after:bg-accent',
        )}
      />
    </div>
  );
}
