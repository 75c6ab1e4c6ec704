'use client';

import { useEffect, useMemo, useState } from 'react';
import type { Engine, ReadingAddress, Timeline } from '@/lib/engine/engine';
import { SeriesDot } from '@/components/ui/badge';
import { trackBusy } from '@/components/ui/busy';
import { ChartFrame } from '@/components/ui/chart-frame';
import { Skeleton } from '@/components/ui/skeleton';
import { useLazy } from '@/components/ui/use-lazy';
import { channelSeries } from './channel-series';
import { zoneName } from './time-range-text';
import { useTimeZone } from './time-zone-context';
import { timelineTable } from './timeline-table';

const loadChart = () => import('./timeline-chart');

const BINS = 120;

interface TimelineViewProps {
  readonly engine: Engine;
  /** What was run; another run has other hits. */
  readonly run: object;
  /** Whose hits to mark. */
  readonly reading: ReadingAddress | null;
  /** The dataset's channels, those with most events first. */
  readonly channels: readonly string[];
  readonly onOpenRow: (row: number) => void;
}

/** The dataset's events over time, by channel, with the reading's hits above them. */
export function TimelineView({ engine, run, reading, channels, onOpenRow }: TimelineViewProps) {
  const zone = useTimeZone();
  const chart = useLazy(loadChart);
  const [timeline, setTimeline] = useState<Timeline | null>(null);
  const analytic = reading?.analytic;
  const kind = reading?.reading;
  useEffect(() => {
    let isWanted = true;
    const hits = analytic !== undefined && kind !== undefined ? [{ analytic, reading: kind }] : [];
    const work = engine.timeline({ bins: BINS, hits }).then((answer) => isWanted && setTimeline(answer));
    void trackBusy(work.catch(() => undefined));
    return () => {
      isWanted = false;
    };
  }, [engine, run, analytic, kind]);

  const table = useMemo(() => (timeline ? timelineTable(timeline, zone) : { columns: [], rows: [] }), [timeline, zone]);
  const hitRows = useMemo(() => new Set(timeline?.hits.map(({ row }) => row)).size, [timeline]);
  if (timeline?.field === null) return <p className="p-3 text-xs text-ink-2">No event of this dataset has a readable time, so there is no timeline.</p>;
  return (
    <ChartFrame
      title={`Events over time, ${zoneName(zone)}`}
      heightClassName="h-28"
      table={table}
      legend={
        <>
          {timeline?.channels.map((channel) => (
            <span key={channel} className="flex items-center gap-1 text-2xs text-ink-2">
              <SeriesDot series={channelSeries(channels, channel)} />
              {shortChannel(channel)}
            </span>
          ))}
          {timeline && timeline.hits.length > 0 && (
            <span className="flex items-center gap-1 text-2xs text-ink-2">
              <svg width="9" height="8" viewBox="0 0 9 8" aria-hidden="true" focusable="false">
                <path d="M0 0h9L4.5 8Z" fill="var(--accent)" />
              </svg>
              {hitRows === 1 ? 'the row’s events' : `events of ${hitRows.toLocaleString('en')} rows`}
            </span>
          )}
        </>
      }
    >
      {timeline && chart ? (
        <chart.TimelineChart timeline={timeline} seriesOf={(channel) => channelSeries(channels, channel)} onOpenRow={onOpenRow} />
      ) : (
        <Skeleton className="mx-3 h-full" />
      )}
    </ChartFrame>
  );
}

/** "Microsoft-Windows-Sysmon/Operational" → "Sysmon": for a legend, where room is short. */
function shortChannel(channel: string): string {
  return channel.replace(/^Microsoft-Windows-/, '').replace(/\/Operational$/, '');
}
