'use client';

import { useCallback, useEffect, useState } from 'react';
import { readEditedAnalytic } from '@/lib/base/edited-analytic';
import { QUERY_ANALYTIC } from '@/lib/base/query-analytic';
import type { Engine, ReadingAddress, RowAddress } from '@/lib/engine/engine';
import { sortedRefs, writeEventRefs } from '@/lib/url/event-refs';
import type { ViewState } from '@/lib/url/view-state';
import { trackBusy } from '@/components/ui/busy';
import type { OpenRow } from './drill-down/drill-down';
import type { ViewNavigation } from './use-view-state';

interface OpenRowControl {
  /** Null while no row is open. */
  readonly openRow: OpenRow | null;
  readonly open: (at: RowAddress) => void;
}

interface Known {
  readonly key: string;
  readonly row: RowAddress | 'missing';
}

/**
 * The address names a row by its events; the engine by its number. `readings`: the one on screen, for a hunt that is being edited both sides; the first
 * that has the row counts. `asked` tells apart what is run under one address: the query's text, the edited hunt's run.
 */
export function useOpenRow(engine: Engine, view: ViewState, readings: readonly ReadingAddress[], asked: string, go: ViewNavigation['go']): OpenRowControl {
  const [known, setKnown] = useState<Known | null>(null);
  const refs = writeEventRefs(view.row);
  const reading = readings.at(0) ?? null;
  const key = reading && refs && rowKey(reading, asked, refs);

  const isKnown = known !== null && known.key === key;
  useEffect(() => {
    if (key === null || isKnown) return;
    let isWanted = true;
    const find = async (): Promise<RowAddress | 'missing'> => {
      for (const of of readings) {
        // A side that has no such reading has no such row.
        const row = await engine.findRow(of, view.row).catch(() => null);
        if (row !== null) return { ...of, row };
      }
      return 'missing';
    };
    const work = find().then((row) => isWanted && setKnown({ key, row }));
    void trackBusy(work);
    return () => {
      isWanted = false;
    };
    // `key` says everything of `readings`, `asked` and `view.row`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [engine, key, isKnown]);

  const open = useCallback(
    (at: RowAddress) => {
      const address = { analytic: at.analytic, reading: at.reading };
      const work = engine.joinChain(at).then(({ legs }) => {
        const events = sortedRefs(legs.flatMap((leg) => leg.events.map(({ ref }) => ref)));
        setKnown({ key: rowKey(address, asked, writeEventRefs(events) ?? ''), row: at });
        const isApart = at.analytic === QUERY_ANALYTIC || readEditedAnalytic(at.analytic) !== null;
        go(({ section }) => ({ ...(isApart ? null : { ...address, section: section === 'lesson' ? section : 'analytics' }), row: events, funnel: null, event: null, session: null }));
      });
      // A crash of the engine is told by the workbench; a row of rows on screen is always there.
      void trackBusy(work.catch(() => undefined));
    },
    [engine, asked, go],
  );

  return { openRow: key === null ? null : isKnown ? known.row : 'finding', open };
}

function rowKey({ analytic, reading }: ReadingAddress, asked: string, refs: string): string {
  return `${analytic} ${reading} ${asked} ${refs}`;
}
