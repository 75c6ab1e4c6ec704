import { memo, useCallback, useState } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Disclosure } from '@/components/ui/disclosure';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { PivotMenu } from '@/components/workbench/pivots/pivot-menu';
import { usePivotContextMenu } from '@/components/workbench/pivots/use-pivot-context-menu';
import type { Engine } from '@/lib/engine/engine';
import type { EventFilter } from '@/lib/engine/event-filter-shapes';
import type { EventFields, Facet } from '@/lib/engine/event-list-shapes';
import { isFilterValue, MOST_FIELD_FILTERS, withField, withoutField } from '@/lib/url/event-filter';
import { FieldChooser } from './field-chooser';
import { valueWords } from './filter-words';
import { useKeptAnswer } from './use-kept-answer';

interface FacetListProps {
  readonly engine: Engine;
  readonly filter: EventFilter;
  /** Another number: the search has found more. */
  readonly stage: number;
  readonly fields: EventFields;
  readonly onChange: (filter: EventFilter) => void;
}

const FEW = 6;
const MOST_ALIKE = 4;

/** Fields with their values counted, to include and exclude by. Not drawn anew while only the count goes on. */
export const FacetList = memo(function FacetList({ engine, filter, stage, fields, onChange }: FacetListProps) {
  const [added, setAdded] = useState<readonly string[]>([]);
  const [find, setFind] = useState<Readonly<Record<string, string>>>({});
  const named = filter.fields.map(({ field }) => field);
  const shown = [...new Set([...fields.facets, ...named, ...added])];
  const key = shown.join('\n');
  const facets = useKeptAnswer(
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `stage` stands for what the search has found.
    useCallback(() => engine.facets({ filter, fields: key === '' ? [] : key.split('\n'), find }), [engine, filter, key, find, stage]),
  );
  return (
    <Panel
      label="Facets"
      title="Facets"
      actions={
        <FieldChooser
          trigger="Add a field"
          label="Fields to count"
          fields={fields.all}
          chosen={shown}
          onToggle={(field) => setAdded((now) => (now.includes(field) ? now.filter((other) => other !== field) : [...now, field]))}
          onReset={added.length === 0 ? null : () => setAdded([])}
        />
      }
    >
      {facets === null ? (
        <Skeleton className="m-2 h-64" />
      ) : (
        facets.map((facet) => (
          <FacetPart key={facet.field} facet={facet} filter={filter} onChange={onChange} find={find[facet.field] ?? ''} onFind={(text) => setFind((now) => ({ ...now, [facet.field]: text }))} />
        ))
      )}
    </Panel>
  );
});

interface FacetPartProps extends Pick<FacetListProps, 'filter' | 'onChange'> {
  readonly facet: Facet;
  readonly find: string;
  readonly onFind: (text: string) => void;
}

function FacetPart({ facet, filter, onChange, find, onFind }: FacetPartProps) {
  const [isOpen, setOpen] = useState(true);
  const [isWhole, setWhole] = useState(false);
  const values = isWhole ? facet.values : facet.values.filter(({ value }, i) => i < FEW || filter.fields.some((part) => part.field === facet.field && part.value === value));
  const hidden = facet.values.length - values.length;
  return (
    <Disclosure summary={<span className="break-all">{facet.field}</span>} aside={<span className="tabular">{facet.distinct.toLocaleString('en')}</span>} open={isOpen} onToggle={() => setOpen(!isOpen)}>
      {(facet.distinct > FEW || find !== '') && (
        <input
          type="search"
          aria-label={`Find a value of ${facet.field}`}
          placeholder="Find a value"
          value={find}
          onChange={(event) => onFind(event.target.value)}
          className="focus-inset mx-2 mt-1.5 h-6 w-[calc(100%-1rem)] rounded border border-edge bg-surface px-1.5 text-xs placeholder:text-ink-3"
        />
      )}
      <ul aria-label={`Values of ${facet.field}`} className="py-1">
        {values.map(({ value, events, alike }) => (
          <FacetValue key={value ?? '\0'} field={facet.field} value={value} events={events} alike={alike} filter={filter} onChange={onChange} />
        ))}
      </ul>
      {values.length === 0 && <p className="px-3 pb-2 text-xs text-ink-2">{facet.isAbsent ? 'No event has this field.' : 'No value.'}</p>}
      {(hidden > 0 || isWhole) && facet.values.length > FEW && (
        <Button look="quiet" onClick={() => setWhole(!isWhole)} className="mb-1 ml-1">
          {isWhole ? 'Fewer' : `${hidden.toLocaleString('en')} more`}
        </Button>
      )}
      {isWhole && facet.distinct > facet.values.length && <p className="px-3 pb-2 text-2xs text-ink-3">The {facet.values.length} commonest of {facet.distinct.toLocaleString('en')}.</p>}
    </Disclosure>
  );
}

interface FacetValueProps extends Pick<FacetListProps, 'filter' | 'onChange'> {
  readonly field: string;
  readonly value: string | null;
  readonly events: number;
  /** The other ways in which it is written. */
  readonly alike: readonly string[] | undefined;
}

function FacetValue({ field, value, events, alike, filter, onChange }: FacetValueProps) {
  const part = filter.fields.find((each) => each.field === field && each.value === value);
  const words = valueWords(value);
  const also = alike && `also written ${alike.slice(0, MOST_ALIKE).join(', ')}${alike.length > MOST_ALIKE ? ', …' : ''}`;
  const { handlers, menu } = usePivotContextMenu(field, value);
  const isFull = part === undefined && (filter.fields.length >= MOST_FIELD_FILTERS || !isFilterValue(value));
  const toggle = (exclude: boolean) => onChange(part?.exclude === exclude ? withoutField(filter, part) : withField(filter, { field, value, exclude }));
  return (
    <li className="flex items-stretch pr-1 text-xs hover:bg-sunken" {...handlers}>
      <button
        type="button"
        aria-pressed={part?.exclude === false}
        aria-label={`Only ${field} ${words}, ${also ? `${also}, ` : ''}${events.toLocaleString('en')}`}
        disabled={isFull}
        onClick={() => toggle(false)}
        title={also ? `${words}, ${also}` : words}
        className={classNames('focus-inset flex min-w-0 grow items-baseline gap-2 py-0.5 pl-3 text-left', part?.exclude === false && 'font-medium text-accent')}
      >
        <span className={classNames('min-w-0 grow truncate', value ? 'font-mono' : 'text-ink-2', part?.exclude && 'line-through')}>
          {words}
          {also && <span className="block truncate font-sans text-2xs font-normal text-ink-2">{also}</span>}
        </span>
        <span className="tabular shrink-0 text-ink-2">{events.toLocaleString('en')}</span>
      </button>
      <button
        type="button"
        aria-pressed={part?.exclude === true}
        aria-label={`Exclude ${field} ${words}`}
        title="Exclude"
        disabled={isFull}
        onClick={() => toggle(true)}
        className="focus-inset w-6 shrink-0 rounded text-ink-2 hover:text-danger aria-pressed:font-medium aria-pressed:text-danger"
      >
        ≠
      </button>
      {value !== null && <PivotMenu field={field} value={value} className="h-full w-6" />}
      {menu}
    </li>
  );
}
