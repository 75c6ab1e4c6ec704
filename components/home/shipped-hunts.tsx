import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { DatasetAddress, HuntAddress } from '@/lib/url/view-state';
import { HuntFileButton } from './hunt-file-button';
import { shippedHunts } from './hunt-list';
import { KeptHuntRows, type ShownHunt } from './kept-hunt-rows';

interface ShippedHuntsProps {
  readonly onOpen: (dataset: DatasetAddress, hunt?: HuntAddress) => void;
  readonly onFiles: (files: readonly File[]) => void;
  /** The documents of earlier visits. */
  readonly kept: readonly ShownHunt[];
  readonly onChoose: (hunt: HuntAddress) => void;
}

/** The hunts that come with the page, and the viewer's own. */
export function ShippedHunts({ onOpen, onFiles, kept, onChoose }: ShippedHuntsProps) {
  return (
    <section aria-labelledby="hunts" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id="hunts" className="text-base font-medium">
          Hunts
        </h2>
        <HuntFileButton onFiles={onFiles}>Open a hunt…</HuntFileButton>
      </div>
      <ul className="divide-y divide-line rounded-md border border-line bg-surface">
        {shippedHunts.map(({ id, title, techniques, dataset }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
            <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
              <a
                href={`hunts/${id}.md`}
                className="rounded-sm font-medium text-accent underline decoration-1 underline-offset-2 hover:decoration-2"
              >
                {title}
              </a>
              {techniques.map((technique) => (
                <Badge key={technique}>{technique}</Badge>
              ))}
            </div>
            <div className="flex flex-wrap gap-2">
              <Button onClick={() => onOpen({ kind: 'sample' }, { kind: 'shipped', id })}>Run on the sample</Button>
              <Button title={dataset.link} onClick={() => onOpen({ kind: 'link', url: dataset.link }, { kind: 'shipped', id })}>
                Run on {dataset.title}
              </Button>
            </div>
          </li>
        ))}
        <KeptHuntRows hunts={kept}>
          {({ title, name, address, onRemove }) => (
            <>
              <Button aria-label={`Choose ${title || name}`} onClick={() => onChoose(address)}>
                Choose
              </Button>
              <Button aria-label={`Remove ${title || name}`} onClick={onRemove}>
                Remove
              </Button>
            </>
          )}
        </KeptHuntRows>
      </ul>
      <p className="text-sm text-ink-2">A hunt is a notebook as the ThreatHunter-Playbook publishes them, Markdown (.md) or Jupyter (.ipynb): drop one, alone or with its dataset.</p>
    </section>
  );
}
