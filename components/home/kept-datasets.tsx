import { Button } from '@/components/ui/button';
import { bytesText, countText } from '@/components/ui/format';
import type { DatasetAddress } from '@/lib/url/view-state';

export interface ShownDataset {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly fileCount: number;
  /** Day and time, with the zone. */
  readonly kept: string;
  readonly address: DatasetAddress;
}

interface KeptDatasetsProps {
  readonly datasets: readonly ShownDataset[];
  /** The browser has promised not to clear them when space runs short. */
  readonly isLasting: boolean;
  readonly onOpen: (dataset: DatasetAddress) => void;
  readonly onRemove: (id: string) => void;
  readonly onRemoveAll: () => void;
}

/** The datasets of earlier visits. Nothing where there are none. */
export function KeptDatasets({ datasets, isLasting, onOpen, onRemove, onRemoveAll }: KeptDatasetsProps) {
  if (datasets.length === 0) return null;
  const total = datasets.reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <section aria-labelledby="kept" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id="kept" className="text-base font-medium">
          Kept on this device
        </h2>
        <Button onClick={onRemoveAll}>Remove all</Button>
      </div>
      <p className="text-sm text-ink-2">
        {countText(datasets.length, 'dataset')}, {bytesText(total)}, in this browser’s own storage until you remove them{isLasting ? '' : ', or the browser does because space runs short'}. They never leave the device.
      </p>
      <ul className="divide-y divide-line rounded-md border border-line bg-surface">
        {datasets.map(({ id, name, bytes, fileCount, kept, address }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
            <span className="flex min-w-0 flex-col">
              <span className="break-all font-mono text-sm">{name}</span>
              <span className="break-all text-xs text-ink-2">
                {kind(address, fileCount)} · kept {kept}
              </span>
            </span>
            <span className="flex items-center gap-2">
              <span className="text-sm tabular-nums text-ink-2">{bytesText(bytes)}</span>
              <Button aria-label={`Open ${name}`} onClick={() => onOpen(address)}>
                Open
              </Button>
              <Button aria-label={`Remove ${name}`} onClick={() => onRemove(id)}>
                Remove
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function kind(address: DatasetAddress, fileCount: number): string {
  if (address.kind === 'link') return `From a link to ${new URL(address.url).host}`;
  return fileCount === 1 ? 'A file of yours' : `${countText(fileCount, 'file')} of yours`;
}
