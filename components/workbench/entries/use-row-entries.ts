import type { EntryKind, ReadingAddress } from '@/lib/engine/engine';
import { trackBusy } from '@/components/ui/busy';
import type { MenuEntry } from '@/components/ui/menu';
import { usePivotPlace } from '@/components/workbench/pivots/pivot-context';
import { rowEntryTarget } from './entry-target';
import { useHuntEntries } from './hunt-entries';

/** What the menu of a reading's row offers. */
export function useRowEntries(of: ReadingAddress): (row: number) => readonly MenuEntry[] {
  const { engine, view } = usePivotPlace();
  const { add } = useHuntEntries();
  return (row) => {
    if (add === null) return [];
    const addAs = (kind: EntryKind) => () => {
      const work = engine.joinChain({ ...of, row }).then((chain) => add.tiedTo(kind, rowEntryTarget(view.query, of, chain)));
      // A crash of the engine is told by the workbench.
      void trackBusy(work.catch(() => undefined));
    };
    return [
      { kind: 'action', label: 'Add to false positives…', onSelect: addAs('false-positive') },
      { kind: 'action', label: 'Add as bypass…', onSelect: addAs('bypass') },
    ];
  };
}
