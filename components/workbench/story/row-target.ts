import { QUERY_ANALYTIC } from '@/lib/base/query-analytic';
import type { EventRef, ReadingAddress } from '@/lib/engine/engine';
import { sortedRefs } from '@/lib/url/event-refs';
import type { ViewState } from '@/lib/url/view-state';
import { READING_NAMES } from '@/components/workbench/reading-names';
import type { StoryTarget } from './story';

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
