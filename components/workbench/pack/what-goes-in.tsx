import type { PackPreview } from '@/lib/engine/pack-shapes';
import { countText } from '@/components/ui/format';

interface WhatGoesInProps {
  /** Null until it is known. */
  readonly preview: PackPreview | null;
  /** What has events that are behind no row: 'your notes', 'the answer key'. */
  readonly besides: readonly string[];
  readonly hunt: string;
  readonly dataset: string;
  readonly hasPseudonyms: boolean;
}

export function WhatGoesIn({ preview, besides, hunt, dataset, hasPseudonyms }: WhatGoesInProps) {
  return (
    <section className="flex flex-col gap-1">
      <h3 className="label">What goes in</h3>
      <ul className="list-disc pl-5">
        <li>{preview === null ? 'Rows and their events' : `${countText(preview.rows, 'row')} and the ${countText(preview.events, 'event')} behind them, with their whole text`}</li>
        {preview !== null && preview.beside > 0 && (
          <li>
            {countText(preview.beside, 'more event', 'more events')} of {besides.join(' and ')}
          </li>
        )}
        <li>
          The hunt document <span className="break-all font-mono text-xs">{hunt}</span>
        </li>
        <li>{hasPseudonyms ? 'Counts by host and channel' : 'The name and the SHA-256 of the dataset, counts by host and channel, and the link to this view'}</li>
        <li>A report for any browser and for print, with the whole session behind the first row</li>
        <li>The SHA-256 of each part</li>
      </ul>
      {preview?.rows === 0 && <p className="text-caution">There are no rows, so no events are behind them.</p>}
      <p className="text-ink-2">
        {hasPseudonyms
          ? 'Left out: the name and the SHA-256 of the dataset, of its files, and any link, for they tell it. Whoever has the dataset can still know it again by times, counts and IDs.'
          : `Names, addresses and paths are in it as ${dataset} has them.`}
      </p>
    </section>
  );
}
