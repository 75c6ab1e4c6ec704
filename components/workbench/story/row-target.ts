import { QUERY_ANALYTIC } from '@/lib/base/query-analytic';
import type { EventRef, EventSummary, JoinChain, ReadingAddress } from '@/lib/engine/engine';
import { sortedRefs } from '@/lib/url/event-refs';
import type { ViewState } from '@/lib/url/view-state';
import { READING_NAMES } from '@/components/workbench/reading-names';
import type { Starrable } from './starring';
import { targetAddress, type StoryTarget } from './story';

/** The row that these events made in a reading of the view's hunt, or in the view's query. */
export function rowTarget({ hunt, query }: Pick<ViewState, 'hunt' | 'query'>, { analytic, reading }: ReadingAddress, events: readonly EventRef[]): StoryTarget {
  const row = sortedRefs(events);
  return analytic === QUERY_ANALYTIC
    ? { hunt: null, section: 'query', analytic: null, reading: null, query, row }
    : { hunt, section: 'analytics', analytic, reading, query: null, row };
}

/** 'Analytic IV, published SQL · Share \\*\C$ · pgustavo' */
export function rowLabel({ analytic, reading }: ReadingAddress, gist: string): string {
  const name = READING_NAMES[reading];
  const of = analytic === QUERY_ANALYTIC ? 'Query' : `Analytic ${analytic}, ${name[0].toLowerCase()}${name.slice(1)}`;
  return gist === '' ? of : `${of} · ${gist}`;
}

type RowView = Pick<ViewState, 'hunt' | 'query'>;

/** A row as the story takes it: known by the events behind it, called after the first. */
export function rowStarrable(view: RowView, of: ReadingAddress, events: readonly EventRef[], first: EventSummary | undefined): Starrable {
  return { address: targetAddress(rowTarget(view, of, events)), label: rowLabel(of, first?.gist ?? ''), millis: first?.millis ?? null };
}

export function chainStarrable(view: RowView, of: ReadingAddress, { legs }: JoinChain): Starrable {
  const events = legs.flatMap((leg) => leg.events);
  return rowStarrable(view, of, events.map(({ ref }) => ref), events[0]);
}
