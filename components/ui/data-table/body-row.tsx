import { memo, type ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Marked } from '@/components/ui/marked';
import { StarButton } from '@/components/ui/star-button';
import type { TextMark } from '@/components/ui/text-marks';
import type { TableRow } from './row-pages';

/** `row` names the row whatever the sort and filter. */
export type DrawCell = (row: number, column: number, text: string) => ReactNode;

interface BodyRowProps {
  readonly index: number;
  /** Null while it is on its way. */
  readonly row: TableRow | null;
  /** Which of the row's cells are shown, in order. */
  readonly columns: readonly number[];
  readonly selected: boolean;
  /** What the mark at the row's edge says; null without one. */
  readonly markedLabel: string | null;
  /** Why the row counts less; null: it does not. */
  readonly mutedLabel: string | null;
  readonly drawCell: DrawCell | undefined;
  /** Null: without a star, which can be set; undefined: rows have none; a text: starred, and its tags. */
  readonly star: string | null | undefined;
  readonly mark: TextMark | null;
  /** Out of view, and only there to keep the focus. */
  readonly isAway: boolean;
  /** The column that is the grid's stop for the Tab key; -1 if that is in another row. */
  readonly currentColumn: number;
}

/** One line of the grid. Clicks and keys are handled by the grid, so that a row renders only when it changes. */
export const BodyRow = memo(function BodyRow({ index, row, columns, selected, markedLabel, mutedLabel, drawCell, star, mark, isAway, currentColumn }: BodyRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-index={index}
      className={classNames(
        isAway ? 'sr-only' : 'group grid h-7 cursor-default grid-cols-(--columns) border-b border-line',
        selected ? 'bg-selected' : 'hover:bg-sunken',
        mutedLabel !== null && (selected ? 'text-ink-2' : 'text-ink-3'),
      )}
    >
      <div role="rowheader" aria-colindex={1} className={classNames('tabular flex items-center justify-end gap-0.5 border-r border-line pr-2 text-2xs text-ink-3', markedLabel !== null && 'shadow-[inset_3px_0_0_var(--caution)]')}>
        {markedLabel !== null && <span className="sr-only">{markedLabel}, </span>}
        {mutedLabel !== null && <span className="sr-only">{mutedLabel}, </span>}
        {star != null && <span className="sr-only">starred{star !== '' && `, ${star}`}, </span>}
        {star !== undefined && row !== null && <StarButton words={star} isShy className="h-full" />}
        {row === null ? '' : row.row + 1}
      </div>
      {columns.map((column, i) => {
        const cell = row?.cells[column];
        return (
          <div
            key={column}
            role="gridcell"
            aria-colindex={i + 2}
            data-cell={`${index}:${i}`}
            tabIndex={i === currentColumn ? 0 : -1}
            title={cell ?? undefined}
            className="focus-inset truncate border-r border-line px-2 leading-6.75"
          >
            {row === null ? <span className="my-2 block h-3 w-2/3 rounded bg-sunken" /> : (cell !== undefined && cell !== null ? (drawCell?.(row.row, column, cell) ?? <Marked text={cell} mark={mark} />) : <span className="text-ink-3">—<span className="sr-only">no value</span></span>)}
          </div>
        );
      })}
    </div>
  );
});
