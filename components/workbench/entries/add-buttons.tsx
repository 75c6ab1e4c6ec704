'use client';

import type { EntryKind } from '@/lib/engine/engine';
import { Button } from '@/components/ui/button';
import { useHuntEntries } from './hunt-entries';

const NAMES: Readonly<Record<EntryKind, string>> = { 'false-positive': 'Add a false positive…', bypass: 'Add a bypass…' };

/** Adds to sections of the hunt, where they stand; `onAdd` is called before it asks. */
export function AddButtons({ kinds, onAdd }: { readonly kinds: readonly EntryKind[]; readonly onAdd?: () => void }) {
  const { add } = useHuntEntries();
  if (add === null) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {kinds.map((kind) => (
        <Button
          key={kind}
          onClick={() => {
            onAdd?.();
            add.toSection(kind);
          }}
        >
          {NAMES[kind]}
        </Button>
      ))}
    </div>
  );
}
