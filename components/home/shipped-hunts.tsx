import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { DatasetAddress } from '@/lib/url/view-state';
import { shippedHunts } from './hunt-list';

interface ShippedHuntsProps {
  readonly onOpen: (dataset: DatasetAddress, hunt?: string) => void;
}

export function ShippedHunts({ onOpen }: ShippedHuntsProps) {
  return (
    <section aria-labelledby="hunts" className="flex flex-col gap-2">
      <h2 id="hunts" className="text-base font-medium">
        Hunts
      </h2>
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
              <Button onClick={() => onOpen({ kind: 'sample' }, id)}>Run on the sample</Button>
              <Button title={dataset.link} onClick={() => onOpen({ kind: 'link', url: dataset.link }, id)}>
                Run on {dataset.title}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
