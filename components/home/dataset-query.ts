import { plainCatalogue, type CatalogueSort, type CatalogueView } from '@/lib/url/catalogue-view';
import { FACETS, type DatasetEntry, type Facet } from './dataset-entries';

export type DatasetQuery = Omit<CatalogueView, 'shown'>;
export type DatasetSort = CatalogueSort;

/** Without the filters that no entry could ever meet, as an old or a wrong link may have them. */
export function knownQuery<Q extends DatasetQuery>(entries: readonly DatasetEntry[], query: Q): Q {
  const chosen = { ...plainCatalogue.chosen };
  for (const facet of FACETS) {
    const value = query.chosen[facet];
    if (value !== null && entries.some((entry) => entry.facets[facet].includes(value))) chosen[facet] = value;
  }
  return { ...query, chosen };
}

/** The entries that the query means, in its order. */
export function chosenEntries(entries: readonly DatasetEntry[], { text, chosen, sort }: DatasetQuery): readonly DatasetEntry[] {
  return entries.filter((entry) => hasWords(entry.words, text) && fits(entry, chosen)).sort((a, b) => compared(a, b, sort));
}

/** Whether each word of the text occurs. `words` is in lower case. */
export function hasWords(words: string, text: string): boolean {
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}

/**
 * How many entries each value of a facet would leave, beside all else that is chosen: each value that there is, in no
 * particular order.
 */
export function facetCounts(entries: readonly DatasetEntry[], { text, chosen }: DatasetQuery, facet: Facet): ReadonlyMap<string, number> {
  const others = { ...chosen, [facet]: null };
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const counted = hasWords(entry.words, text) && fits(entry, others) ? 1 : 0;
    for (const value of entry.facets[facet]) counts.set(value, (counts.get(value) ?? 0) + counted);
  }
  return counts;
}

function fits(entry: DatasetEntry, chosen: DatasetQuery['chosen']): boolean {
  return FACETS.every((facet) => {
    const value = chosen[facet];
    return value === null || entry.facets[facet].includes(value);
  });
}

/** What is not counted stands last either way; what is equal goes by title, then by file. */
function compared(a: DatasetEntry, b: DatasetEntry, { by, descending }: DatasetSort): number {
  const byTitle = collator.compare(a.dataset.title, b.dataset.title) || collator.compare(a.fileName, b.fileName);
  if (by === 'title') return descending ? -byTitle : byTitle;
  const [one, other] = by === 'archive' ? [a.dataset.archiveBytes, b.dataset.archiveBytes] : [a.events, b.events];
  if (one === null || other === null) return Number(one === null) - Number(other === null) || byTitle;
  return (descending ? other - one : one - other) || byTitle;
}

const collator = new Intl.Collator('en', { numeric: true });
