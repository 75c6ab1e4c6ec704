import { useCallback, useMemo } from 'react';
import type { KeptLayout, TableLayout } from '@/components/ui/data-table/table-layout';
import type { ReadingAddress } from '@/lib/engine/engine';
import type { TableName } from '@/lib/url/table-view';
import { tableViewOf, withTableView } from '@/lib/url/tables-of-view';
import { layoutOf, ownNames, viewOfLayout } from './shown-table';
import { useTablesPlace } from './tables-context';

/** A table's layout, kept in the view. `of`: the reading whose rows they are, where the view need not name it. */
export function useKeptTable(name: TableName, columns: readonly string[], of: ReadingAddress | null): KeptLayout {
  const { view, go, adjust } = useTablesPlace();
  const names = useMemo(() => ownNames(columns), [columns]);
  const { analytic, reading } = of ?? {};
  const onLayout = useCallback(
    (layout: TableLayout, goesOn: boolean) => {
      const named = analytic === undefined || reading === undefined ? {} : { analytic, reading };
      (goesOn ? adjust : go)((now) => ({ ...named, ...withTableView({ ...now, ...named }, name, viewOfLayout(layout, names)) }));
    },
    [go, adjust, name, names, analytic, reading],
  );
  return { layout: layoutOf(tableViewOf(view, name), names), onLayout };
}
