import { ANY_HUNT, type DatasetEntry, type Facet } from './dataset-entries';
import { facetCounts, type DatasetQuery } from './dataset-query';
import { FacetField, type FacetOption } from './facet-field';
import type { Catalogue } from './read-catalogue';

interface DatasetFiltersProps {
  readonly catalogue: Catalogue;
  readonly entries: readonly DatasetEntry[];
  readonly query: DatasetQuery;
  readonly onChange: (query: DatasetQuery) => void;
}

const FIELDS: readonly { readonly facet: Facet; readonly label: string; readonly any: string }[] = [
  { facet: 'tactic', label: 'Tactic', any: 'Any tactic' },
  { facet: 'technique', label: 'Technique', any: 'Any technique' },
  { facet: 'platform', label: 'Platform', any: 'Any platform' },
  { facet: 'kind', label: 'Kind', any: 'Atomic or compound' },
  { facet: 'source', label: 'Source', any: 'Host or cloud' },
  { facet: 'hunt', label: 'Fits the hunt', any: 'Any or none' },
];

/** One field a facet; each option says how many datasets it leaves beside what else is chosen. */
export function DatasetFilters({ catalogue, entries, query, onChange }: DatasetFiltersProps) {
  return (
    <div className="grid grid-cols-2 gap-x-2 gap-y-2 sm:grid-cols-3 lg:grid-cols-[4fr_6fr_3fr_4fr_3fr_5fr]">
      {FIELDS.map(({ facet, label, any }) => (
        <FacetField
          key={facet}
          label={label}
          any={any}
          options={options(catalogue, entries, query, facet)}
          value={query.chosen[facet]}
          onChange={(value) => onChange({ ...query, chosen: { ...query.chosen, [facet]: value } })}
        />
      ))}
    </div>
  );
}

function options(catalogue: Catalogue, entries: readonly DatasetEntry[], query: DatasetQuery, facet: Facet): readonly FacetOption[] {
  const counted = [...facetCounts(entries, query, facet)].map(([value, count]) => ({ value, label: facetLabel(catalogue, facet, value), count }));
  return counted.sort((a, b) => Number(b.value === ANY_HUNT) - Number(a.value === ANY_HUNT) || a.label.localeCompare(b.label, 'en'));
}

function facetLabel({ tacticNames, techniqueNames }: Catalogue, facet: Facet, value: string): string {
  if (facet === 'tactic') return tacticNames.get(value) ?? value;
  if (facet === 'technique') return `${value} ${techniqueNames.get(value) ?? ''}`;
  if (facet === 'kind' || facet === 'source') return value.charAt(0).toUpperCase() + value.slice(1);
  return facet === 'hunt' && value === ANY_HUNT ? 'Any hunt' : value;
}
