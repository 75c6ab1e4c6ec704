import { linkedDataset } from '@/lib/url/dataset-address';
import type { DatasetAddress, HuntAddress } from '@/lib/url/view-state';
import { Button } from '@/components/ui/button';
import type { OpenHunt } from './hunt-opener';

interface HuntDatasetsProps {
  readonly hunt: OpenHunt;
  readonly onOpen: (dataset: DatasetAddress, hunt: HuntAddress) => void;
}

/** The datasets that a hunt names, each to open with it. */
export function HuntDatasets({ hunt: { address, file }, onOpen }: HuntDatasetsProps) {
  return (
    <ul aria-label="Datasets of the hunt" className="flex flex-col gap-1.5">
      {file.datasets.map(({ title, link, url }) => {
        const dataset = datasetOf(link, url, address);
        const name = link.split('/').at(-1) ?? link;
        return (
          <li key={link} className="flex items-start justify-between gap-3">
            <span className="flex min-w-0 flex-col text-sm">
              {title !== null && <span>{title}</span>}
              <span title={url ?? link} className="break-all font-mono text-2xs text-ink-3">
                {name}
              </span>
            </span>
            {dataset ? (
              <Button aria-label={`Open ${name}`} title={url ?? link} onClick={() => onOpen(dataset, address)}>
                Open
              </Button>
            ) : (
              <span className="text-xs text-ink-3">no whole link</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A path in a hunt that we ship is beside it, as the sample is. */
function datasetOf(link: string, url: string | null, hunt: HuntAddress): DatasetAddress | null {
  if (url !== null) return linkedDataset(url);
  return hunt.kind === 'shipped' && link === 'datasets/sample.zip' ? { kind: 'sample' } : null;
}
