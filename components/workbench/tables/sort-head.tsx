import { classNames } from '@/components/ui/class-names';
import { SortDownIcon, SortUpIcon } from '@/components/ui/icons';
import type { useTableLayout } from '@/components/ui/data-table/use-table-layout';

/** Rows from which on one would be looked for: fewer are seen at a glance. */
export const FEWEST_FILTERED = 8;

interface SortHeadProps {
  readonly control: ReturnType<typeof useTableLayout>;
  /** Its place among the table's columns. */
  readonly column: number;
  readonly name: string;
  /** Whether rows can be looked for by it. */
  readonly hasFilter: boolean;
  /** Its cells stand at the right: so does its name, to the pixel. */
  readonly isRight?: boolean;
  readonly className?: string;
}

/** The head of a column of a table that is all there: sorts by it, first upwards, then downwards, then not. */
export function SortHead({ control: { layout, typed, change, type }, column, name, hasFilter, isRight = false, className }: SortHeadProps) {
  const sort = layout.sort?.column === column ? layout.sort : null;
  const next = sort === null ? { column, descending: false } : sort.descending ? null : { column, descending: true };
  return (
    <th scope="col" aria-sort={sort === null ? 'none' : sort.descending ? 'descending' : 'ascending'} className={className}>
      <button type="button" onClick={() => change({ sort: next })} className={classNames('inline-flex items-center gap-1 rounded-sm font-medium hover:text-ink', isRight && 'flex-row-reverse')}>
        {name}
        {/* Keeps its place, so that a click moves nothing. */}
        <span aria-hidden="true" className={classNames('size-3 text-accent', sort === null && 'invisible')}>
          {sort?.descending ? <SortDownIcon /> : <SortUpIcon />}
        </span>
      </button>
      {hasFilter && (
        <input
          type="search"
          aria-label={`Filter ${name}`}
          placeholder="contains"
          value={typed.find((filter) => filter.column === column)?.text ?? ''}
          onChange={({ target }) => type(column, target.value)}
          className="my-0.5 block h-6 w-full min-w-24 max-w-80 rounded border border-edge bg-surface px-1.5 font-mono text-xs font-normal placeholder:text-ink-3 pointer-coarse:h-8"
        />
      )}
    </th>
  );
}
