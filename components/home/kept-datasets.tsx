import { Button } from '@/components/ui/button';
import type { DatasetAddress } from '@/lib/url/view-state';

interface KeptDatasetsProps {
  readonly files: readonly { readonly sha256: string; readonly name: string; readonly size: string }[];
  readonly onOpen: (dataset: DatasetAddress) => void;
  readonly onRemove: (sha256: string) => void;
  readonly onRemoveAll: () => void;
}

/** The files of earlier visits. Nothing where there are none. */
export function KeptDatasets({ files, onOpen, onRemove, onRemoveAll }: KeptDatasetsProps) {
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="kept" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id="kept" className="text-base font-medium">
          Kept on this device
        </h2>
        <Button onClick={onRemoveAll}>Remove all</Button>
      </div>
      <p className="text-sm text-ink-2">Files that you opened, in this browser’s own storage until you remove them. They never leave the device.</p>
      <ul className="divide-y divide-line rounded-md border border-line bg-surface">
        {files.map(({ sha256, name, size }) => (
          <li key={sha256} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
            <span className="min-w-0 break-all font-mono text-sm">{name}</span>
            <span className="flex items-center gap-2">
              <span className="text-sm tabular-nums text-ink-2">{size}</span>
              <Button aria-label={`Open ${name}`} onClick={() => onOpen({ kind: 'upload', sha256, name })}>
                Open
              </Button>
              <Button aria-label={`Remove ${name}`} onClick={() => onRemove(sha256)}>
                Remove
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
