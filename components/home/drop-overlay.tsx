import { OpenIcon } from '@/components/ui/icons';

/** Covers the window while a file is dragged over it. It takes no pointer: the drop is the window's. */
export function DropOverlay() {
  return (
    <div className="pointer-events-none fixed inset-0 z-50 flex items-center justify-center bg-accent-soft/80 p-4">
      <div className="flex size-full flex-col items-center justify-center gap-3 rounded-lg border-2 border-dashed border-accent">
        <OpenIcon className="size-8 text-accent" />
        <p className="rounded bg-surface px-3 py-1 text-lg font-medium">Drop to open the dataset or hunt</p>
      </div>
    </div>
  );
}
