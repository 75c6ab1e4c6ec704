'use client';

import { useEffect, useMemo } from 'react';
import { QUERY_ANALYTIC } from '@/lib/base/query-analytic';
import type { Engine, ReadingAddress } from '@/lib/engine/engine';
import type { QueryText } from '@/lib/engine/query-shapes';
import type { ViewState } from '@/lib/url/view-state';
import { closed } from '@/components/workbench/drill-down/layers';
import { lastQueryView, queryOfView, queryView, setLastQueryView } from './query-store';
import { useQueryRun, type QueryControl } from './use-query-run';

export interface QuerySection {
  /** The query of the address; null where it names none, or one that is not on this device. */
  readonly asked: QueryText | null;
  readonly isElsewhere: boolean;
  /** The address cannot hold it. */
  readonly isLong: boolean;
  readonly control: QueryControl;
  /** Whose rows can be asked for; null where there are none. */
  readonly reading: ReadingAddress | null;
}

/** Runs the query that the address shows, while its section is on screen. */
export function useQuerySection(engine: Engine, view: ViewState): QuerySection {
  const shown = view.section === 'query' ? view.query : null;
  useEffect(() => {
    if (shown) setLastQueryView(shown);
  }, [shown]);
  const asked = shown && queryOfView(shown);
  const control = useQueryRun(engine, asked);
  const { query } = control;
  const language = query.kind === 'done' && query.run.rowCount > 0 ? query.run.language : null;
  const reading = useMemo(() => language && { analytic: QUERY_ANALYTIC, reading: language }, [language]);
  return { asked, isElsewhere: shown !== null && asked === null, isLong: shown?.kind === 'kept' && asked !== null, control, reading };
}

/** The change of view that shows and runs a query. */
export function runView(query: QueryText): Partial<ViewState> {
  return { section: 'query', query: queryView(query), ...closed };
}

/** The change of view that goes to the section, to what was run there last. */
export function querySectionView(): Pick<ViewState, 'section' | 'query'> {
  return { section: 'query', query: lastQueryView() };
}
