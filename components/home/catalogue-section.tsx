'use client';

import { useEffect, useState, type ComponentType } from 'react';
import { trackBusy } from '@/components/ui/busy';
import { Button } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/error-notice';
import { Skeleton } from '@/components/ui/skeleton';
import type { CatalogueView as CatalogueState } from '@/lib/url/catalogue-view';
import type { DatasetAddress, HuntAddress } from '@/lib/url/view-state';
import { fetchCatalogue } from './fetch-catalogue';
import type { Catalogue } from './read-catalogue';

interface CatalogueSectionProps {
  /** What of it is shown; null until that is known. */
  readonly state: CatalogueState | null;
  readonly onState: (state: CatalogueState) => void;
  readonly onOpen: (dataset: DatasetAddress, hunt?: HuntAddress) => void;
}

interface Loaded {
  readonly View: ComponentType<CatalogueSectionProps & { readonly catalogue: Catalogue; readonly state: CatalogueState }>;
  readonly catalogue: Catalogue;
}

/** Fetches the catalogue and its script once the page works: neither delays the drop zone. */
export function CatalogueSection({ state, onState, onOpen }: CatalogueSectionProps) {
  const [loaded, setLoaded] = useState<Loaded | 'failed' | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    const settle = (outcome: Loaded | 'failed') => {
      if (isWanted) setLoaded(outcome);
    };
    void trackBusy(load().then(settle, () => settle('failed')));
    return () => {
      isWanted = false;
    };
  }, [attempt]);
  const retry = () => {
    setLoaded(null);
    setAttempt(attempt + 1);
  };

  return (
    <section aria-labelledby="catalogue" className="flex flex-col gap-3">
      <h2 id="catalogue" className="text-base font-medium">
        Public datasets and hunts
      </h2>
      {loaded === null || state === null ? (
        <CatalogueSkeleton />
      ) : loaded === 'failed' ? (
        <ErrorNotice
          failure={{ message: 'The catalogue of public datasets could not be fetched.', advice: 'Everything else works: drop a file, or open a link.' }}
        >
          <Button onClick={retry}>Try again</Button>
        </ErrorNotice>
      ) : (
        <loaded.View catalogue={loaded.catalogue} state={state} onState={onState} onOpen={onOpen} />
      )}
    </section>
  );
}

async function load(): Promise<Loaded> {
  const [{ CatalogueView }, catalogue] = await Promise.all([import('./catalogue'), fetchCatalogue()]);
  return { View: CatalogueView, catalogue };
}

/** Of the size of what comes, as far down as a screen reaches. */
function CatalogueSkeleton() {
  return (
    <div className="flex flex-col gap-3">
      <Skeleton className="h-[50px] max-w-3xl" />
      <Skeleton className="h-9" />
      <Skeleton className="h-[166px] sm:h-[108px] lg:h-[50px]" />
      {Array.from({ length: 12 }, (_, i) => (
        <Skeleton key={i} className="h-40 lg:h-[54px]" />
      ))}
    </div>
  );
}
