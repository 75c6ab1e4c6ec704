import { useId, useMemo } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { countText } from '@/components/ui/format';
import { Tabs } from '@/components/ui/tabs';
import { plainCatalogue, type CatalogueView as CatalogueState } from '@/lib/url/catalogue-view';
import { linkedDataset } from '@/lib/url/dataset-address';
import type { DatasetAddress, HuntAddress } from '@/lib/url/view-state';
import { datasetEntries, fileName, techniqueWords } from './dataset-entries';
import { DatasetFilters } from './dataset-filters';
import { chosenEntries, hasWords, knownQuery, type DatasetSort } from './dataset-query';
import { DatasetTable } from './dataset-table';
import { shippedHunts } from './hunt-list';
import { PublicHunts } from './public-hunts';
import type { Catalogue, PublicHunt } from './read-catalogue';
import { SortField } from './sort-field';

interface CatalogueViewProps {
  readonly catalogue: Catalogue;
  /** What of it is shown, as the address has it. */
  readonly state: CatalogueState;
  readonly onState: (state: CatalogueState) => void;
  readonly onOpen: (dataset: DatasetAddress, hunt?: HuntAddress) => void;
}

/** As much as the address carries. */
const LONGEST_SEARCH = 200;

/** Public datasets and hunts: one search for both, filters for the datasets. */
export function CatalogueView({ catalogue, state, onState, onOpen }: CatalogueViewProps) {
  const id = useId();
  const { shown } = state;
  const entries = useMemo(() => datasetEntries(catalogue, [...shippedNames, ...catalogue.hunts]), [catalogue]);
  const query = useMemo(() => knownQuery(entries, state), [entries, state]);
  const found = useMemo(() => chosenEntries(entries, query), [entries, query]);
  const hunts = useMemo(() => catalogue.hunts.filter((hunt) => hasWords(huntWords(hunt, catalogue), query.text)), [catalogue, query.text]);

  const change = (next: Partial<CatalogueState>) => onState({ ...query, ...next });
  const openLink = (link: string, hunt?: HuntAddress) => {
    const dataset = linkedDataset(link);
    if (dataset) onOpen(dataset, hunt);
  };
  const isFiltered = query.text !== '' || Object.values(query.chosen).some((value) => value !== null);
  const clear = () => change({ text: '', chosen: plainCatalogue.chosen });
  const sortBy = (sort: DatasetSort) => change({ sort });

  // As high as the screen at least: what is found while typing must not move the field that is typed into.
  return (
    <div className="flex min-h-dvh flex-col gap-3">
      <div className="flex max-w-3xl flex-col gap-0.5">
        <label htmlFor={id} className="label">
          Search datasets and hunts
        </label>
        <input
          id={id}
          type="search"
          autoComplete="off"
          spellCheck={false}
          placeholder="lsass, T1021.002, Pass the Hash, a file’s name…"
          maxLength={LONGEST_SEARCH}
          value={query.text}
          onChange={(event) => change({ text: event.target.value })}
          className="h-8 min-w-0 rounded border border-edge bg-surface px-2.5 text-sm text-ink placeholder:text-ink-3"
        />
      </div>
      <div>
        <Tabs<CatalogueState['shown']>
          label="Datasets or hunts"
          tabs={[
            { id: 'datasets', label: <>Datasets <Badge>{found.length}</Badge></> },
            { id: 'hunts', label: <>Hunts <Badge>{hunts.length}</Badge></> },
          ]}
          selected={shown}
          onSelect={(tab) => change({ shown: tab })}
        >
          {shown === 'datasets' ? (
            <div className="flex flex-col gap-3 pt-3">
              <DatasetFilters catalogue={catalogue} entries={entries} query={query} onChange={change} />
              <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2 text-sm text-ink-2">
                <p role="status">
                  {isFiltered ? `${found.length} of ${countText(entries.length, 'dataset')}` : countText(entries.length, 'dataset')}
                </p>
                {isFiltered && <Button onClick={clear}>Clear all</Button>}
                <SortField sort={query.sort} onSort={sortBy} />
              </div>
              {found.length === 0 ? (
                <EmptyState title="No dataset is like that">Take away a filter, or search for less.</EmptyState>
              ) : (
                <DatasetTable catalogue={catalogue} entries={found} sort={query.sort} onSort={sortBy} onOpen={openLink} />
              )}
            </div>
          ) : (
            <div className="flex flex-col gap-3 pt-3">
              <p role="status" className="text-sm text-ink-2">
                {query.text === '' ? countText(hunts.length, 'hunt') : `${hunts.length} of ${countText(catalogue.hunts.length, 'hunt')}`}, published as
                notebooks. Read one where it stands, or run it here on the dataset that it was written on.
              </p>
              {hunts.length === 0 ? (
                <EmptyState title="No hunt is like that">Search for less, or for a technique’s ID or name.</EmptyState>
              ) : (
                <PublicHunts catalogue={catalogue} hunts={hunts} onOpen={openLink} />
              )}
            </div>
          )}
        </Tabs>
      </div>
      <p className="max-w-[100ch] text-xs text-ink-3">
        Datasets: {catalogue.sources.datasets}. Hunts: {catalogue.sources.hunts}. Names of tactics and techniques: {catalogue.sources.names}.
      </p>
    </div>
  );
}

const shippedNames = shippedHunts.map(({ title, dataset }) => ({ title, datasets: [dataset.link] }));

function huntWords(hunt: PublicHunt, { techniqueNames }: Catalogue): string {
  return [hunt.title, hunt.id, ...techniqueWords(hunt.techniques, techniqueNames), ...hunt.datasets.map(fileName)].join('\n').toLowerCase();
}
