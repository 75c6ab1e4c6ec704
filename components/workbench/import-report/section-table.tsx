import { classNames } from '@/components/ui/class-names';
import { plainLayout } from '@/components/ui/data-table/table-layout';
import { useTableLayout } from '@/components/ui/data-table/use-table-layout';
import { Panel } from '@/components/ui/panel';
import { PivotValue } from '@/components/workbench/pivots/pivot-value';
import { arrangedRows, type SortKey } from '@/components/workbench/tables/list-rows';
import { FEWEST_FILTERED, SortHead } from '@/components/workbench/tables/sort-head';
import { useKeptTable } from '@/components/workbench/tables/use-kept-table';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import type { ReportSection } from '@/lib/engine/report-shapes';
import type { TableName } from '@/lib/url/table-view';
import { zonedRows } from './zoned-rows';

/** Columns of values that events have, by the section and the field. */
const PIVOTS: Readonly<Partial<Record<string, readonly (string | null)[]>>> = {
  hosts: ['Hostname'],
  channels: ['Channel'],
  'event-ids': ['EventID', 'Channel'],
};

/** The tables whose order and filters the address has. */
const NAMES: Readonly<Partial<Record<string, TableName>>> = {
  clocks: 'clocktable',
  names: 'nametable',
  hosts: 'hosttable',
  channels: 'channeltable',
  'event-ids': 'idtable',
  fields: 'fieldtable',
  members: 'filetable',
};

/** One table of the report. */
export function SectionTable({ section }: { readonly section: ReportSection }) {
  const name = NAMES[section.id];
  return name === undefined ? <ReportTable section={section} control={null} /> : <KeptTable section={section} name={name} />;
}

function KeptTable({ section, name }: { readonly section: ReportSection; readonly name: TableName }) {
  return <ReportTable section={section} control={useTableLayout(useKeptTable(name, section.columns, null))} />;
}

/** It scrolls sideways by itself, so that the page does not. */
function ReportTable({ section, control }: { readonly section: ReportSection; readonly control: ReturnType<typeof useTableLayout> | null }) {
  const { title, notes, columns, numeric, more } = section;
  const all = zonedRows(section, useTimeZone());
  const { sort, filters } = control?.layout ?? plainLayout;
  const listed = columns.map((head, column) => ({ id: head, head, cell: (cells: readonly string[]) => cells[column], ...(numeric.includes(column) ? { key: (cells: readonly string[]) => sortKey(cells[column]) } : {}) }));
  const rows = arrangedRows(all, listed, sort, filters).map(({ row }) => all[row]);
  const shown = (cell: string, column: number) => {
    const field = PIVOTS[section.id]?.[column] ?? null;
    return field === null || cell === 'none' ? cell : <PivotValue field={field} value={cell}>{cell}</PivotValue>;
  };
  const hasHead = columns.some((name) => name !== '');
  const alignment = (column: number) => (numeric.includes(column) ? 'text-right' : 'text-left');
  return (
    <Panel title={title} label={title}>
      {notes.length > 0 && (
        <ul className="flex flex-col gap-1 border-b border-line px-3 py-2 text-sm">
          {notes.map((note) => (
            <li key={note} className="max-w-[90ch]">{note}</li>
          ))}
        </ul>
      )}
      <div tabIndex={0} role="group" aria-label={`${title}, table`} className="focus-inset max-h-96 overflow-auto">
        <table className="w-full border-separate border-spacing-0 text-xs">
          {hasHead && (
            <thead>
              <tr>
                {columns.map((name, column) => {
                  const look = classNames('sticky top-0 z-1 whitespace-nowrap border-b border-line bg-surface px-3 py-1 align-top font-medium text-ink-2', alignment(column));
                  return control === null ? (
                    <th key={name} scope="col" className={look}>
                      {name}
                    </th>
                  ) : (
                    <SortHead key={name} control={control} column={column} name={name} hasFilter={all.length >= FEWEST_FILTERED && !numeric.includes(column)} isRight={numeric.includes(column)} className={look} />
                  );
                })}
              </tr>
            </thead>
          )}
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row} className="hover:bg-sunken">
                {cells.map((cell, column) =>
                  column === 0 ? (
                    <th key={column} scope="row" className={classNames('whitespace-nowrap px-3 py-0.5 align-top font-medium', hasHead && 'font-mono', alignment(column))}>
                      {shown(cell, column)}
                    </th>
                  ) : (
                    <td key={column} className={classNames('tabular px-3 py-0.5 align-top font-mono', columns.length === 2 && 'wrap-anywhere', numeric.includes(column) && 'whitespace-nowrap', alignment(column))}>
                      {shown(cell, column)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
        {all.length === 0 && <p className="px-3 py-2 text-sm text-ink-2">None in this dataset.</p>}
        {all.length > 0 && rows.length === 0 && <p className="px-3 py-2 text-sm text-ink-2">None contains what is looked for.</p>}
        {more > 0 && <p className="px-3 py-1.5 text-xs text-ink-2">and {more.toLocaleString('en')} more; the JSON has them as far as the report goes</p>}
      </div>
    </Panel>
  );
}

/** What a column of numbers sorts by: they are written for people, '25,993'. */
function sortKey(text: string): SortKey {
  if (text === '') return null;
  return /^[\d,]+$/.test(text) ? Number(text.replaceAll(',', '')) : text;
}
