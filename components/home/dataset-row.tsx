import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { bytesText, countText } from '@/components/ui/format';
import type { DatasetEntry } from './dataset-entries';
import type { Catalogue } from './read-catalogue';
import { TechniqueList } from './technique-list';

export const ROW_GRID = 'grid gap-x-4 lg:grid-cols-[minmax(0,9fr)_minmax(0,4fr)_minmax(0,8fr)_5rem_7rem_5rem_5.5rem]';

interface DatasetRowProps {
  readonly catalogue: Catalogue;
  readonly entry: DatasetEntry;
  readonly onOpen: (link: string) => void;
}

export function DatasetRow({ catalogue, entry, onOpen }: DatasetRowProps) {
  const { dataset, fileName, events, bytes, hunts } = entry;
  return (
    <div role="row" className={`${ROW_GRID} grid-cols-[minmax(0,1fr)_auto] gap-y-1.5 py-2.5 hover:bg-surface`}>
      <div role="rowheader" className="col-span-2 flex min-w-0 flex-col items-start gap-0.5 lg:col-span-1">
        <span className="font-medium">{dataset.title}</span>
        <span className="max-w-full break-all font-mono text-2xs text-ink-3">{fileName}</span>
        {hunts.map((title) => (
          <span key={title} className="mt-0.5 max-w-full rounded bg-accent-soft px-1.5 text-2xs font-medium text-accent">
            Fits the hunt {title}
          </span>
        ))}
      </div>
      <div role="cell" className="col-span-2 text-ink-2 max-lg:order-2 lg:col-span-1">
        <ul className="flex flex-wrap gap-x-1.5 lg:block">
          {dataset.tactics.map((id, i) => (
            <li key={id}>
              {catalogue.tacticNames.get(id) ?? id}
              {i < dataset.tactics.length - 1 && <span className="lg:hidden">,</span>}
            </li>
          ))}
        </ul>
      </div>
      <div role="cell" className="col-span-2 text-ink-2 max-lg:order-1 lg:col-span-1">
        <TechniqueList techniques={dataset.techniques} names={catalogue.techniqueNames} />
      </div>
      <div role="cell" className="text-ink-2 max-lg:order-3 max-lg:col-span-2 max-lg:flex max-lg:gap-2">
        <span className="block">{dataset.platform.join(', ')}</span>
        <span className="block text-2xs leading-5 text-ink-3">
          {dataset.kind}, {dataset.source}
        </span>
      </div>
      <div role="cell" className="tabular max-lg:order-4 max-lg:flex max-lg:gap-2 max-lg:self-center lg:text-right">
        <span className="block">{bytesText(dataset.archiveBytes)}</span>
        <span className="block whitespace-nowrap text-2xs leading-5 text-ink-3">{bytesText(bytes)} unpacked</span>
        <span aria-hidden="true" className="lg:hidden">
          {events === null ? 'events not counted' : countText(events, 'event')}
        </span>
      </div>
      <div role="cell" className="tabular hidden text-right lg:block">
        {events === null ? <span className="text-ink-3">not counted</span> : events.toLocaleString('en')}
      </div>
      <div role="cell" className="flex items-start justify-end gap-1 max-lg:order-5">
        <Button aria-label={`Open ${dataset.title}, ${fileName}`} onClick={() => onOpen(dataset.url)}>
          Open
        </Button>
        <CopyButton label={`Copy the link of ${fileName}`} text={dataset.url} />
      </div>
    </div>
  );
}
