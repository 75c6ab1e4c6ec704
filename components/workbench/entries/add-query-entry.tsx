'use client';

import type { QueryText } from '@/lib/engine/query-shapes';
import { Menu } from '@/components/ui/menu';
import { queryEntryTarget } from './entry-target';
import { useHuntEntries } from './hunt-entries';

/** Adds a query to the hunt as what shows a bypass, or a false positive. */
export function AddQueryEntry({ query }: { readonly query: QueryText }) {
  const { add } = useHuntEntries();
  if (add === null) return null;
  return (
    <Menu
      trigger="Add to the hunt"
      label="Add to the hunt"
      entries={[
        { kind: 'action', label: 'Add as bypass…', onSelect: () => add.tiedTo('bypass', queryEntryTarget(query)) },
        { kind: 'action', label: 'Add to false positives…', onSelect: () => add.tiedTo('false-positive', queryEntryTarget(query)) },
      ]}
    />
  );
}
