import { useCallback, useMemo, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { FetchRows, PlaceOf } from '@/components/ui/data-table/row-pages';
import { EmptyState } from '@/components/ui/empty-state';
import { CloseIcon } from '@/components/ui/icons';
import type { Engine, ReadingAddress } from '@/lib/engine/engine';
import { useTablesPlace } from './tables-context';

interface ResultRows {
  readonly fetchRows: FetchRows;
  readonly placeOf: PlaceOf;
  /** Says that only the rows of the brushed time are shown, and shows the others; null where all are. */
  readonly brushed: ReactNode;
  /** In place of the rows where the brushed time has none. */
  readonly empty: ReactNode;
}

/** The rows of a reading: while a time is brushed, those with an event in it. `run`: another one has other rows under the same address. */
export function useResultRows(engine: Engine, { analytic, reading }: ReadingAddress, run: unknown): ResultRows {
  const { view, go } = useTablesPlace();
  const { from, to } = view.filters.time ?? {};
  // By its numbers: the address gives another object at every change of the view.
  const time = useMemo(() => (from === undefined || to === undefined ? null : { from, to }), [from, to]);
  const fetchRows: FetchRows = useCallback(
    (offset, limit, sort, filters) => engine.rows({ analytic, reading, offset, limit, sort, filters, time }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `run`, as said above.
    [engine, analytic, reading, time, run],
  );
  const placeOf: PlaceOf = useCallback(
    (row, sort, filters) => engine.rowPlace({ analytic, reading, row, sort, filters, time }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [engine, analytic, reading, time, run],
  );
  const showAll = () => go(({ filters }) => ({ filters: { ...filters, time: null } }));
  return {
    fetchRows,
    placeOf,
    brushed: time && (
      <Button look="quiet" onClick={showAll} title="Show the rows of any time">
        in the brushed time
        <span className="sr-only">: show the rows of any time</span>
        <CloseIcon className="size-3" />
      </Button>
    ),
    empty: time && (
      <EmptyState title="No row in the brushed time">
        <Button onClick={showAll}>Show the rows of any time</Button>
      </EmptyState>
    ),
  };
}
