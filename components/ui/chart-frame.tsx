'use client';

import { useState, type ReactNode } from 'react';
import { Button } from './button';
import { MoreIcon } from './icons';
import { Menu, type MenuEntry } from './menu';

export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

interface ChartFrameProps {
  readonly title: string;
  /** Stands beside the title: the legend. */
  readonly legend?: ReactNode;
  /** The same numbers as a table: for whoever cannot see the chart, and for exact reading. */
  readonly table: ChartTable;
  readonly children: ReactNode;
  /** The height of the drawing; the table takes as much. */
  readonly heightClassName: string;
  /** Stands before the button that shows the table. */
  readonly actions?: ReactNode;
  /** Where a row of the table leads. */
  readonly rowMenu?: (row: number) => readonly MenuEntry[];
  /** The drawing has controls; it hides by itself what says nothing to a screen reader. */
  readonly hasControls?: boolean;
}

export function ChartFrame({ title, legend, table, children, heightClassName, actions, rowMenu, hasControls = false }: ChartFrameProps) {
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="@container flex min-w-0 flex-col" aria-label={title}>
      <figcaption className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-0.5 px-3">
        <span className="text-xs font-medium text-ink-2">{title}</span>
        {/* A line of its own where it would be pressed into a column. */}
        <div className="order-last flex min-w-0 grow basis-full flex-wrap items-center gap-x-3 @4xl:order-none @4xl:basis-0">{legend}</div>
        <div className="ml-auto flex flex-wrap items-center gap-x-1">
          {actions}
          <Button look="quiet" className="h-6" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? 'Chart' : 'Table'}
          </Button>
        </div>
      </figcaption>
      <div className={heightClassName}>
        {asTable ? <NumberTable title={title} table={table} rowMenu={rowMenu} /> : <div aria-hidden={!hasControls || undefined} className="h-full">{children}</div>}
      </div>
    </figure>
  );
}

function NumberTable({ title, table, rowMenu }: Pick<ChartFrameProps, 'title' | 'table' | 'rowMenu'>) {
  return (
    <div tabIndex={0} role="group" aria-label={title} className="h-full overflow-auto px-3">
      <table className="tabular w-full text-xs">
        <thead className="sticky top-0 bg-surface">
          <tr>
            {table.columns.map((column, i) => (
              <th key={column} scope="col" className={i === 0 ? 'py-1 text-left font-medium' : 'py-1 pl-4 text-right font-medium'}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="font-mono">
          {table.rows.map((row, i) => (
            <tr key={i} className="border-t border-line">
              {row.map((cell, j) => (
                <td key={j} className={j === 0 ? 'py-0.5 whitespace-nowrap' : 'py-0.5 pl-4 text-right'}>
                  {j === 0 && rowMenu ? (
                    <span className="flex items-center gap-1">
                      {cell}
                      <Menu label={`Pivot on ${cell}`} trigger={<MoreIcon />} entries={rowMenu(i)} className="-my-1 h-5 w-6 px-0 pointer-coarse:min-h-6! pointer-coarse:min-w-8!" />
                    </span>
                  ) : (
                    cell
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
