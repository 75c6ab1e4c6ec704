import { classNames } from '@/components/ui/class-names';
import { Panel } from '@/components/ui/panel';
import { PivotValue } from '@/components/workbench/pivots/pivot-value';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import type { ReportSection } from '@/lib/engine/report-shapes';
import { zonedRows } from './zoned-rows';

/** Columns of values that events have, by the section and the field. */
const PIVOTS: Readonly<Partial<Record<string, readonly (string | null)[]>>> = {
  hosts: ['Hostname'],
  channels: ['Channel'],
  'event-ids': ['EventID', 'Channel'],
};

/** One table of the report. It scrolls sideways by itself, so that the page does not. */
export function SectionTable({ section }: { readonly section: ReportSection }) {
  const { title, notes, columns, numeric, more } = section;
  const rows = zonedRows(section, useTimeZone());
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
                {columns.map((name, column) => (
                  <th key={name} scope="col" className={classNames('sticky top-0 whitespace-nowrap border-b border-line bg-surface px-3 py-1 font-medium text-ink-2', alignment(column))}>
                    {name}
                  </th>
                ))}
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
        {rows.length === 0 && <p className="px-3 py-2 text-sm text-ink-2">None in this dataset.</p>}
        {more > 0 && <p className="px-3 py-1.5 text-xs text-ink-2">and {more.toLocaleString('en')} more; the JSON has them as far as the report goes</p>}
      </div>
    </Panel>
  );
}
