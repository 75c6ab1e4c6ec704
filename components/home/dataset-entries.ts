import type { Catalogue, PublicDataset } from './read-catalogue';

/** What datasets can be chosen by. */
export const FACETS = ['tactic', 'technique', 'platform', 'kind', 'source', 'hunt'] as const;
export type Facet = (typeof FACETS)[number];

/** Stands among a dataset's hunts if there is any. */
export const ANY_HUNT = 'any';

/** A dataset with what its row shows and what it is found by. */
export interface DatasetEntry {
  readonly dataset: PublicDataset;
  /** The archive's: 'covenant_copy_smb_CreateRequest.zip'. */
  readonly fileName: string;
  /** Null where a member's are not counted. */
  readonly events: number | null;
  /** Once unpacked. */
  readonly bytes: number;
  /** Titles of the hunts that name it. */
  readonly hunts: readonly string[];
  readonly facets: Readonly<Record<Facet, readonly string[]>>;
  /** All that the search looks in, in lower case. */
  readonly words: string;
}

/** A hunt by its title and the links that it names. */
export interface NamedDatasets {
  readonly title: string;
  readonly datasets: readonly string[];
}

export function datasetEntries(catalogue: Catalogue, hunts: readonly NamedDatasets[]): readonly DatasetEntry[] {
  return catalogue.datasets.map((dataset) => {
    const fits = [...new Set(hunts.filter((hunt) => hunt.datasets.includes(dataset.url)).map((hunt) => hunt.title))];
    const counts = dataset.members.map((member) => member.events);
    return {
      dataset,
      fileName: fileName(dataset.url),
      events: counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0),
      bytes: dataset.members.reduce((sum, member) => sum + member.bytes, 0),
      hunts: fits,
      facets: {
        tactic: dataset.tactics,
        technique: withParents(dataset.techniques, catalogue.techniqueNames),
        platform: dataset.platform,
        kind: [dataset.kind],
        source: [dataset.source],
        hunt: fits.length === 0 ? [] : [ANY_HUNT, ...fits],
      },
      words: [
        dataset.title,
        fileName(dataset.url),
        ...dataset.members.map((member) => member.name),
        ...dataset.platform,
        ...dataset.tactics.flatMap((id) => [id, catalogue.tacticNames.get(id) ?? '']),
        ...techniqueWords(dataset.techniques, catalogue.techniqueNames),
      ]
        .join('\n')
        .toLowerCase(),
    };
  });
}

/** IDs and names, also of what a sub-technique belongs to. */
export function techniqueWords(techniques: readonly string[], names: ReadonlyMap<string, string>): readonly string[] {
  return withParents(techniques, names).flatMap((id) => [id, names.get(id) ?? '']);
}

/** Whoever looks for T1003 means T1003.001 too. Only where the parent has a name here. */
function withParents(techniques: readonly string[], names: ReadonlyMap<string, string>): readonly string[] {
  const parents = techniques.map((id) => id.slice(0, 5)).filter((id) => names.has(id));
  return [...new Set([...techniques, ...parents])];
}

/** The last part of a link, as a person reads it. */
export function fileName(link: string): string {
  const last = new URL(link).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
