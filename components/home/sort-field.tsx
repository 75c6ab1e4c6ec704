import { useId } from 'react';
import type { DatasetSort } from './dataset-query';

interface SortFieldProps {
  readonly sort: DatasetSort;
  readonly onSort: (sort: DatasetSort) => void;
}

const ORDERS: readonly { readonly label: string; readonly sort: DatasetSort }[] = [
  { label: 'Title, A to Z', sort: { by: 'title', descending: false } },
  { label: 'Title, Z to A', sort: { by: 'title', descending: true } },
  { label: 'Size, largest first', sort: { by: 'archive', descending: true } },
  { label: 'Size, smallest first', sort: { by: 'archive', descending: false } },
  { label: 'Events, most first', sort: { by: 'events', descending: true } },
  { label: 'Events, fewest first', sort: { by: 'events', descending: false } },
];

/** Stands in for the table's head where there is no room for one. */
export function SortField({ sort, onSort }: SortFieldProps) {
  const id = useId();
  return (
    <span className="ml-auto flex items-center gap-1.5 lg:hidden">
      <label htmlFor={id} className="label">
        Sort
      </label>
      <select
        id={id}
        value={ORDERS.findIndex((order) => order.sort.by === sort.by && order.sort.descending === sort.descending)}
        onChange={(event) => onSort(ORDERS[event.target.selectedIndex].sort)}
        className="h-8 rounded border border-edge bg-surface px-1.5 text-sm text-ink"
      >
        {ORDERS.map(({ label }, i) => (
          <option key={label} value={i}>
            {label}
          </option>
        ))}
      </select>
    </span>
  );
}
