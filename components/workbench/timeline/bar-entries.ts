import type { MenuEntry } from '@/components/ui/menu';
import { closed } from '@/components/workbench/drill-down/layers';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import type { Timeline } from '@/lib/engine/engine';
import { withField } from '@/lib/url/event-filter';
import type { TimelineSeries } from '@/lib/engine/timeline-shapes';

/** Of one bar, those with most events. */
const MOST_SERIES = 4;
/** Counts several series together. */
const OTHER = 'Other';

/** Where a bar of the timeline leads: its time, and what stands in it. Empty for a bar that is not there. */
export function barEntries({ start, binMillis, series, counts }: Timeline, bin: number, by: TimelineSeries, go: ViewNavigation['go']): readonly MenuEntry[] {
  if (bin < 0 || bin >= (counts[0]?.length ?? 0)) return [];
  const time = { from: start + bin * binMillis, to: start + (bin + 1) * binMillis };
  const inBar = series
    .map((name, i) => ({ name, events: counts[i][bin] }))
    .filter(({ name, events }) => events > 0 && name !== OTHER)
    .sort((a, b) => b.events - a.events)
    .slice(0, MOST_SERIES);
  const filterBy = (name: string, exclude: boolean) => () =>
    go(({ filters }) => ({ ...closed, section: 'events', filters: withField(filters, { field: by === 'channel' ? 'Channel' : 'Hostname', value: name, exclude }) }));
  return [
    { kind: 'action', label: 'Brush to this bar', onSelect: () => go(({ filters }) => ({ filters: { ...filters, time } })) },
    { kind: 'action', label: 'Events of this bar', onSelect: () => go(({ filters }) => ({ ...closed, section: 'events', filters: { ...filters, time } })) },
    ...inBar.flatMap(({ name, events }): MenuEntry[] => [
      { kind: 'rule' },
      { kind: 'action', label: `Filter to ${name}`, hint: events.toLocaleString('en'), onSelect: filterBy(name, false) },
      { kind: 'action', label: `Exclude ${name}`, onSelect: filterBy(name, true) },
    ]),
  ];
}
