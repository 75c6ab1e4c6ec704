import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ColumnsIcon, CopyIcon, FilterIcon } from '@/components/ui/icons';
import { Menu } from '@/components/ui/menu';
import type { CopyKind } from './copied-text';
import type { ColumnTable } from './use-column-table';

interface TableToolbarProps {
  readonly table: ColumnTable;
  readonly summary: ReactNode;
  readonly filtering: boolean;
  readonly onToggleFilters: () => void;
  /** False: somebody else filters the rows. */
  readonly isFilterable: boolean;
  /** In place of the menu of columns. */
  readonly columnsMenu?: ReactNode;
  /** All columns as they come. */
  readonly onResetColumns: () => void;
  readonly onCopy: (what: CopyKind) => void;
  readonly canCopyCell: boolean;
}

export function TableToolbar({ table, summary, filtering, isFilterable, columnsMenu, onToggleFilters, onResetColumns, onCopy, canCopyCell }: TableToolbarProps) {
  return (
    <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-2 border-b border-line pl-3 pr-1.5">
      <div className="tabular flex flex-wrap items-center gap-x-3 text-xs text-ink-2">{summary}</div>
      <div className="flex">
        {isFilterable && (
          <Button look="quiet" aria-pressed={filtering} onClick={onToggleFilters} className="aria-pressed:text-accent">
            <FilterIcon />
            Filter
          </Button>
        )}
        {columnsMenu ?? <ColumnsMenu table={table} onResetColumns={onResetColumns} />}
        <Menu
          label="Copy"
          align="end"
          trigger={
            <>
              <CopyIcon />
              Copy
            </>
          }
          entries={[
            { kind: 'action', label: 'Cell', hint: 'Ctrl C', disabled: !canCopyCell, onSelect: () => onCopy('cell') },
            { kind: 'action', label: 'Row', disabled: !canCopyCell, onSelect: () => onCopy('row') },
            { kind: 'action', label: 'All rows, tab-separated', onSelect: () => onCopy('all') },
          ]}
        />
      </div>
    </div>
  );
}

function ColumnsMenu({ table, onResetColumns }: Pick<TableToolbarProps, 'table' | 'onResetColumns'>) {
  return (
    <Menu
      label="Columns"
      align="end"
      trigger={
        <>
          <ColumnsIcon />
          Columns
        </>
      }
      entries={[
        ...table.getAllLeafColumns().map((column) => ({
          kind: 'check' as const,
          label: String(column.columnDef.header),
          checked: column.getIsVisible(),
          onSelect: () => column.toggleVisibility(),
        })),
        { kind: 'rule' },
        {
          kind: 'action',
          label: 'All columns as at first',
          onSelect: () => {
            onResetColumns();
            table.resetColumnSizing();
          },
        },
      ]}
    />
  );
}
