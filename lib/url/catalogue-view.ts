/** What of the public catalogue is shown on the home page. */
export interface CatalogueView {
  /** Words that must all occur. */
  readonly text: string;
  /** Null: any. */
  readonly chosen: Readonly<Record<CatalogueFacet, string | null>>;
  readonly sort: CatalogueSort;
  readonly shown: 'datasets' | 'hunts';
}

export type CatalogueFacet = 'tactic' | 'technique' | 'platform' | 'kind' | 'source' | 'hunt';

export interface CatalogueSort {
  readonly by: 'title' | 'archive' | 'events';
  readonly descending: boolean;
}

export const plainCatalogue: CatalogueView = {
  text: '',
  chosen: { tactic: null, technique: null, platform: null, kind: null, source: null, hunt: null },
  sort: { by: 'title', descending: false },
  shown: 'datasets',
};
