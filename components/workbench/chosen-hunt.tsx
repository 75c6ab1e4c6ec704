import type { ReactNode } from 'react';
import type { DatasetAddress, HuntAddress } from '@/lib/url/view-state';
import { Button } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/error-notice';
import { countText } from '@/components/ui/format';
import { HuntDatasets } from './hunt-datasets';
import type { HuntState } from './hunt-opener';
import { HuntOrigin } from './hunt-origin';
import { HuntProblems } from './hunt-problems';
import type { HuntControl } from './use-hunt-document';

interface ChosenHuntProps {
  readonly control: HuntControl;
  /** Whether the address names a hunt: the one that is run where nothing else is chosen needs no word. */
  readonly isNamed: boolean;
  readonly onOpen: (dataset: DatasetAddress, hunt: HuntAddress) => void;
}

/** A hunt without a dataset yet: what it is, and which dataset it was written on. */
export function ChosenHunt({ control, isNamed, onOpen }: ChosenHuntProps) {
  const { hunt, choose, leave, retry } = control;
  if (hunt.kind === 'failed') {
    if (!isNamed && hunt.failure.code !== 'unreadable-hunt') return null;
    return (
      <ErrorNotice failure={hunt.failure}>
        <Button onClick={retry}>Try again</Button>
        <Button look="quiet" onClick={leave}>
          Dismiss
        </Button>
      </ErrorNotice>
    );
  }
  if (!isNamed) return null;
  // As high while it is on its way as most are then.
  return (
    <section aria-label="The chosen hunt" className="flex min-h-36 flex-col gap-3 rounded-md border border-line bg-surface px-4 py-3">
      <Words hunt={hunt}>
        <Button look="quiet" onClick={() => choose(null)}>
          Leave this hunt
        </Button>
      </Words>
      {hunt.kind === 'open' && (
        <>
          {hunt.file.datasets.length > 0 ? (
            <>
              <p className="text-sm">{hunt.file.datasets.length === 1 ? 'It names the dataset that it was written on.' : 'It names the datasets that it was written on.'} Open it, or drop another.</p>
              <HuntDatasets hunt={hunt} onOpen={onOpen} />
            </>
          ) : (
            <p className="text-sm">It names no dataset: drop one, or choose one below.</p>
          )}
          <HuntProblems problems={hunt.file.problems} />
        </>
      )}
    </section>
  );
}

function Words({ hunt, children }: { readonly hunt: Exclude<HuntState, { readonly kind: 'failed' }>; readonly children: ReactNode }) {
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="flex min-w-0 flex-col gap-0.5">
        {hunt.kind === 'opening' && <p className="break-all text-sm">Opening {hunt.name}…</p>}
        {hunt.kind === 'wanted' && (
          <>
            <h2 className="text-base font-medium">
              This link’s hunt is <span className="break-all font-mono">{hunt.name}</span>
            </h2>
            <p className="text-sm text-ink-2">That document was opened from somebody’s disk, so the link does not hold it. If you have it, drop it here.</p>
            <p className="break-all font-mono text-2xs text-ink-3">SHA-256 {hunt.sha256}</p>
          </>
        )}
        {hunt.kind === 'open' && (
          <>
            <h2 className="text-base font-medium">{hunt.file.title || hunt.file.name}</h2>
            <p className="text-xs text-ink-2">
              {countText(hunt.file.analytics, 'analytic')} · <HuntOrigin address={hunt.address} />
            </p>
          </>
        )}
      </div>
      {children}
    </div>
  );
}
