import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { countText } from '@/components/ui/format';
import { linkedHunt } from '@/lib/url/hunt-address';
import type { HuntAddress } from '@/lib/url/view-state';
import { fileName } from './dataset-entries';
import { shippedHunts } from './hunt-list';
import { notebookPage } from './notebook-page';
import type { Catalogue, PublicHunt } from './read-catalogue';
import { TechniqueList } from './technique-list';

interface PublicHuntsProps {
  readonly catalogue: Catalogue;
  readonly hunts: readonly PublicHunt[];
  readonly onOpen: (link: string, hunt?: HuntAddress) => void;
}

/** Hunts that others published as notebooks: to read there, or to run here on the datasets that they were written on. */
export function PublicHunts({ catalogue, hunts, onOpen }: PublicHuntsProps) {
  return (
    <ul aria-label="Public hunts" className="divide-y divide-line border-t border-line text-sm">
      {hunts.map((hunt) => (
        <li key={hunt.id} className="grid gap-x-6 gap-y-1.5 py-2.5 hover:bg-surface lg:grid-cols-[minmax(0,7fr)_minmax(0,6fr)_minmax(0,9fr)]">
          <div className="min-w-0">
            <h3>
              <a
                href={notebookPage(hunt.notebook)}
                target="_blank"
                rel="noopener noreferrer"
                className="rounded-sm font-medium text-accent underline decoration-1 underline-offset-2 hover:decoration-2"
              >
                {hunt.title}
              </a>
            </h3>
            <p className="text-2xs leading-5 text-ink-3">Notebook, {countText(hunt.analytics, 'analytic')}</p>
          </div>
          <div className="text-ink-2">
            <TechniqueList techniques={hunt.techniques} names={catalogue.techniqueNames} />
          </div>
          <ul className="flex min-w-0 flex-col gap-1.5">
            {hunt.datasets.map((link) => (
              <HuntDataset key={link} catalogue={catalogue} link={link} hunt={hunt} onOpen={onOpen} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

interface HuntDatasetProps extends Pick<PublicHuntsProps, 'catalogue' | 'onOpen'> {
  readonly link: string;
  readonly hunt: PublicHunt;
}

function HuntDataset({ catalogue, link, hunt, onOpen }: HuntDatasetProps) {
  const title = catalogue.datasets.find((dataset) => dataset.url === link)?.title;
  const published = linkedHunt(hunt.notebook);
  const ours = shippedAs(hunt);
  return (
    <li className="flex items-start justify-between gap-3">
      <span className="flex min-w-0 flex-col">
        {title !== undefined && <span>{title}</span>}
        <span className="break-all font-mono text-2xs text-ink-3">{fileName(link)}</span>
      </span>
      <span className="flex shrink-0 gap-1">
        {ours !== undefined && (
          <Button look="primary" aria-label={`Run ours: ${hunt.title}`} title="With a hardened reading beside the published ones" onClick={() => onOpen(link, { kind: 'shipped', id: ours })}>
            Run ours
          </Button>
        )}
        {published && (
          <Button aria-label={`Run as published: ${hunt.title}`} title={hunt.notebook} onClick={() => onOpen(link, published)}>
            {ours === undefined ? 'Run' : 'Run as published'}
          </Button>
        )}
        <CopyButton label={`Copy the link of ${fileName(link)}`} text={link} />
      </span>
    </li>
  );
}

/** The hunt that we ship is one of these notebooks, read anew. */
function shippedAs(hunt: PublicHunt): string | undefined {
  return shippedHunts.find((shipped) => shipped.title === hunt.title && hunt.datasets.includes(shipped.dataset.link))?.id;
}
