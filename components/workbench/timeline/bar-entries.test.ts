import { expect, it } from 'vitest';
import type { Timeline } from '@/lib/engine/engine';
import { noFilter } from '@/lib/url/event-filter';
import { emptyViewState, type ViewState } from '@/lib/url/view-state';
import { barEntries } from './bar-entries';

const timeline: Timeline = {
  field: 't',
  whole: { from: 100_000, to: 103_000 },
  start: 100_000,
  binMillis: 1_000,
  series: ['Security', 'System', 'Sysmon', 'Other'],
  counts: [[1, 0, 3], [0, 0, 4_000], [0, 0, 0], [0, 0, 9]],
  hits: [],
};

/** The view after each entry, by its label. */
function led(bar: number, by: 'channel' | 'host', before: ViewState): ReadonlyMap<string, ViewState> {
  let view = before;
  const entries = barEntries(timeline, bar, by, (change) => (view = { ...before, ...(typeof change === 'function' ? change(before) : change) }));
  return new Map(entries.flatMap((entry) => (entry.kind === 'action' ? [[entry.label, (entry.onSelect(), view)] as const] : [])));
}

it('leads to the time of the bar, and to what stands in it, the most first', () => {
  const views = led(2, 'channel', { ...emptyViewState, section: 'sessions' });
  expect([...views.keys()]).toEqual(['Brush to this bar', 'Events of this bar', 'Filter to System', 'Exclude System', 'Filter to Security', 'Exclude Security']);
  const time = { from: 102_000, to: 103_000 };
  expect(views.get('Brush to this bar')).toMatchObject({ section: 'sessions', filters: { ...noFilter, time } });
  expect(views.get('Events of this bar')).toMatchObject({ section: 'events', filters: { ...noFilter, time } });
  expect(views.get('Exclude Security')).toMatchObject({ section: 'events', filters: { ...noFilter, fields: [{ field: 'Channel', value: 'Security', exclude: true }] } });
  expect(led(2, 'host', emptyViewState).get('Filter to System')?.filters.fields).toEqual([{ field: 'Hostname', value: 'System', exclude: false }]);
});

it('leads nowhere beside the bars', () => {
  expect([...led(-1, 'channel', emptyViewState).keys(), ...led(3, 'channel', emptyViewState).keys()]).toEqual([]);
});
