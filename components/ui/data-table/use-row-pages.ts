import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { RowPages, type FetchRows, type TableFilter, type TableSort } from './row-pages';

/** The rows for a sort and filter. While those of a new one are on their way the old ones stay on screen. */
export function useRowPages<Row>(fetchRows: FetchRows<Row>, sort: TableSort | null, filters: readonly TableFilter[]): RowPages<Row> {
  const wanted = useMemo(() => new RowPages(fetchRows, sort, filters), [fetchRows, sort, filters]);
  const [shown, setShown] = useState(wanted);
  useSyncExternalStore(wanted.subscribe, wanted.getVersion, wanted.getVersion);
  useSyncExternalStore(shown.subscribe, shown.getVersion, shown.getVersion);
  useEffect(() => wanted.request(0, 1), [wanted]);
  if (shown !== wanted && (wanted.total !== null || wanted.failure !== null)) setShown(wanted);
  return shown;
}
