import { SortDownIcon, SortUpIcon } from '@/components/ui/icons';
import type { DatasetEntry } from './dataset-entries';
import type { DatasetSort } from './dataset-query';
import { DatasetRow, ROW_GRID } from './dataset-row';
import type { Catalogue } from './read-catalogue';
import { moveAmongRows } from './row-keys';

interface DatasetTableProps {
  readonly catalogue: Catalogue;
  readonly entries: readonly DatasetEntry[];
  readonly sort: DatasetSort;
  readonly onSort: (sort: DatasetSort) => void;
  readonly onOpen: (link: string) => void;
}

const COLUMNS: readonly { readonly name: string; readonly by?: DatasetSort['by'] }[] = [
  { name: 'Dataset', by: 'title' },
  { name: 'Tactics' },
  { name: 'Techniques' },
  { name: 'Platform' },
  { name: 'Size', by: 'archive' },
  { name: 'Events', by: 'events' },
];

/** A table where there is room for one; below that each row stands as a block, and the head is left out. Roles keep it a table. */
export function DatasetTable({ catalogue, entries, sort, onSort, onOpen }: DatasetTableProps) {
  return (
    <div role="table" aria-label="Public datasets" aria-rowcount={entries.length + 1} className="text-sm">
      <div role="rowgroup" className="sticky top-0 z-10 hidden bg-canvas lg:block">
        <div role="row" className={`${ROW_GRID} border-b border-line`}>
          {COLUMNS.map(({ name, by }) => {
            const isSorted = by === sort.by;
            return (
              <div key={name} role="columnheader" aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined} className="label">
                {by === undefined ? (
                  <span className="flex h-8 items-center">{name}</span>
                ) : (
                  <button
                    type="button"
                    onClick={() => onSort({ by, descending: isSorted ? !sort.descending : by !== 'title' })}
                    className={`flex h-8 w-full items-center gap-0.5 hover:text-ink ${by === 'title' ? '' : 'justify-end'} ${isSorted ? 'text-ink' : ''}`}
                  >
                    {name}
                    {isSorted && (sort.descending ? <SortDownIcon /> : <SortUpIcon />)}
                  </button>
                )}
              </div>
            );
          })}
          <div role="columnheader">
            <span className="sr-only">Actions</span>
          </div>
        </div>
      </div>
      <div role="rowgroup" onKeyDown={moveAmongRows} className="divide-y divide-line">
        {entries.map((entry) => (
          <DatasetRow key={entry.dataset.url} catalogue={catalogue} entry={entry} onOpen={onOpen} />
        ))}
      </div>
    </div>
  );
}
