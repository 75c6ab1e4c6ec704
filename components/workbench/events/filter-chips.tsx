import { Button } from '@/components/ui/button';
import { CloseIcon } from '@/components/ui/icons';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import type { EventFilter } from '@/lib/engine/event-filter-shapes';
import { isFiltered, noFilter, withField, withoutField } from '@/lib/url/event-filter';
import { rangeWords, valueWords } from './filter-words';

interface FilterChipsProps {
  readonly filter: EventFilter;
  readonly onChange: (filter: EventFilter) => void;
}

/** What the filter asks, part by part: the words turn a part around, the cross takes it away. */
export function FilterChips({ filter, onChange }: FilterChipsProps) {
  const zone = useTimeZone();
  if (!isFiltered(filter)) return null;
  const { fields, text, time } = filter;
  return (
    <ul aria-label="Filters" className="flex min-w-0 flex-wrap items-center gap-1.5">
      {fields.map((part) => {
        const words = `${part.field} ${part.exclude ? 'is not' : 'is'} ${valueWords(part.value)}`;
        return (
          <Chip key={`${part.field} ${part.value}`} words={words} onRemove={() => onChange(withoutField(filter, part))}>
            <button
              type="button"
              aria-label={`${words}. ${part.exclude ? 'Include' : 'Exclude'} it instead`}
              title={part.exclude ? 'Include it instead' : 'Exclude it instead'}
              onClick={() => onChange(withField(filter, { ...part, exclude: !part.exclude }))}
              className="focus-inset flex min-w-0 items-baseline gap-1.5 rounded-l py-1 pl-2 pr-1 hover:bg-sunken"
            >
              <span className="text-ink-2">{part.field}</span>
              <span className={part.exclude ? 'font-medium text-danger' : 'text-ink-2'}>{part.exclude ? '≠' : '='}</span>
              <span className={part.value ? 'truncate font-mono' : 'text-ink-2'}>{valueWords(part.value)}</span>
            </button>
          </Chip>
        );
      })}
      {text && (
        <Chip words={`text ${text.text}`} onRemove={() => onChange({ ...filter, text: null })}>
          <span className="flex min-w-0 gap-1.5 py-1 pl-2 pr-1">
            <span className="text-ink-2">{text.matchCase ? 'Text, matching case' : 'Text'}</span>
            <span className="truncate font-mono">{text.text}</span>
          </span>
        </Chip>
      )}
      {time && (
        <Chip words="the time" onRemove={() => onChange({ ...filter, time: null })}>
          <span className="tabular flex min-w-0 gap-1.5 py-1 pl-2 pr-1">
            <span className="text-ink-2">Time</span>
            <span className="truncate font-mono">{rangeWords(time, zone)}</span>
          </span>
        </Chip>
      )}
      <li>
        <Button look="quiet" onClick={() => onChange(noFilter)}>
          Clear all filters
        </Button>
      </li>
    </ul>
  );
}

interface ChipProps {
  readonly words: string;
  readonly onRemove: () => void;
  readonly children: React.ReactNode;
}

function Chip({ words, onRemove, children }: ChipProps) {
  return (
    <li className="flex min-w-0 max-w-full items-stretch rounded border border-edge bg-surface text-xs">
      {children}
      <button type="button" aria-label={`Take away the filter: ${words}`} onClick={onRemove} className="focus-inset flex items-center rounded-r px-1 hover:bg-sunken">
        <CloseIcon className="size-3" />
      </button>
    </li>
  );
}
