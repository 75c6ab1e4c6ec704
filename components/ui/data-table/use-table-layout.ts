import { useCallback, useEffect, useMemo, useState } from 'react';
import { useBusy } from '@/components/ui/busy';
import type { TableFilter } from './row-pages';
import { goesOn, plainLayout, withFilter, type KeptLayout, type TableLayout } from './table-layout';

/** Rows are not asked for at every key. */
const REST_MILLIS = 120;

interface LayoutControl {
  readonly layout: TableLayout;
  /** As they stand in their fields: the rows follow when the typing rests. */
  readonly typed: readonly TableFilter[];
  readonly change: (part: Partial<TableLayout>) => void;
  readonly type: (column: number, text: string) => void;
}

interface Draft {
  readonly filters: readonly TableFilter[];
  /** The layout that it changes: once that is another, the draft is over. */
  readonly of: string;
}

/** The layout of a table: kept elsewhere, or for the table's life. The same object as long as it says the same. */
export function useTableLayout(kept: KeptLayout | undefined): LayoutControl {
  const [own, setOwn] = useState(plainLayout);
  const given = kept?.layout ?? own;
  const key = JSON.stringify(given);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- by value: an address gives another object at every change of the view.
  const layout = useMemo(() => given, [key]);
  const [draft, setDraft] = useState<Draft | null>(null);
  const isDrafted = draft !== null && draft.of === key && JSON.stringify(draft.filters) !== JSON.stringify(layout.filters);
  const typed = isDrafted ? draft.filters : layout.filters;
  const onLayout = kept?.onLayout;
  const take = useCallback(
    (next: TableLayout, isMore: boolean) => {
      setDraft(null);
      if (onLayout) onLayout(next, isMore);
      else setOwn(next);
    },
    [onLayout],
  );
  useBusy(isDrafted);
  useEffect(() => {
    if (!isDrafted) return;
    const rest = setTimeout(() => take({ ...layout, filters: draft.filters }, goesOn(layout.filters, draft.filters)), REST_MILLIS);
    return () => clearTimeout(rest);
  }, [isDrafted, draft, layout, take]);
  return {
    layout,
    typed,
    change: (part) => take({ ...layout, filters: typed, ...part }, false),
    type: (column, text) => setDraft({ filters: withFilter(typed, column, text), of: key }),
  };
}
