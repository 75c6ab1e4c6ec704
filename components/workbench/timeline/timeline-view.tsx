'use client';

import { startTransition, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Engine, ReadingAddress, RowAddress, Timeline } from '@/lib/engine/engine';
import type { TimeRange } from '@/lib/engine/event-filter-shapes';
import { noFilter } from '@/lib/url/event-filter';
import type { ViewState } from '@/lib/url/view-state';
import { SeriesDot } from '@/components/ui/badge';
import { trackBusy } from '@/components/ui/busy';
import { Button } from '@/components/ui/button';
import { ChartFrame } from '@/components/ui/chart-frame';
import { pause } from '@/components/ui/pause';
import { Skeleton } from '@/components/ui/skeleton';
import { useLazy } from '@/components/ui/use-lazy';
import { useKnownInHunt } from '@/components/workbench/baseline/known-hits';
import { timeRangeText, zoneName } from '@/components/workbench/time-range-text';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import { barEntries } from './bar-entries';
import { brushedEvents, brushOf } from './brush';
import { hitLanes } from './hit-lanes';
import { HitMarks } from './hit-marks';
import { chartHeight } from './plot-area';
import { seriesNumber } from './series-number';
import { TimelineBrush } from './timeline-brush';
import { LEFT_OUT, timelineTable } from './timeline-table';
import { useBrush } from './use-brush';

const loadChart = () => import('./timeline-chart');

const BINS = 120;

interface TimelineViewProps extends Pick<ViewNavigation, 'go' | 'adjust'> {
  readonly engine: Engine;
  /** What was run; another run has other hits. */
  readonly run: object;
  readonly view: Pick<ViewState, 'timeline' | 'filters'>;
  /** Whose hits to mark, one of each analytic. */
  readonly readings: readonly ReadingAddress[];
  /** The analytic on screen. */
  readonly current: string | null;
  readonly onOpenRow: (row: RowAddress) => void;
}

/** The dataset's events over time, by channel or host, with the hits above them. What is brushed is the view's time filter. */
export function TimelineView({ engine, run, view, readings, current, go, adjust, onOpenRow }: TimelineViewProps) {
  const zone = useTimeZone();
  const chart = useLazy(loadChart);
  const { by, zoom } = view.timeline;
  const timeline = useTimeline(engine, run, view, readings);
  const { brush, time, onBrush, setTime } = useBrush(timeline, view.filters.time, { go, adjust });
  const knownOf = useKnownInHunt();
  const lanes = useMemo(() => hitLanes(timeline, readings, knownOf), [timeline, readings, knownOf]);
  const table = useMemo(() => (timeline ? timelineTable(timeline, zone) : { columns: [], rows: [], bins: [] }), [timeline, zone]);

  const setZoom = (wanted: TimeRange | null) => go({ timeline: { by, zoom: wanted } });
  // What is brushed beyond the part that is shown cannot be zoomed into by looking at it.
  const canZoom = time !== null && brush !== null && !(zoom !== null && time.from === zoom.from && time.to === zoom.to);
  const zoomIn = () => {
    if (canZoom) setZoom(time);
  };
  const escape = () => {
    if (time !== null) setTime(null);
    else if (zoom !== null) setZoom(null);
  };
  const entriesOf = (bar: number) => (timeline ? barEntries(timeline, bar, by, go) : []);
  if (timeline?.field === null) return <p className="p-3 text-xs text-ink-2">No event of this dataset has a readable time, so there is no timeline.</p>;
  return (
    <ChartFrame
      title={`Events over time, ${zoneName(zone)}`}
      heightClassName={chartHeight(lanes.length)}
      table={table}
      rowMenu={(row) => entriesOf(table.bins[row])}
      hasControls
      legend={
        <>
          {timeline?.series.map((name, i) => (
            <span key={name} className="flex items-center gap-1 text-2xs text-ink-2">
              <SeriesDot series={seriesNumber(timeline.series, i)} />
              {by === 'channel' ? shortChannel(name) : shortHost(name)}
            </span>
          ))}
          {timeline?.others && (
            <span className="flex items-center gap-1 text-2xs text-ink-2">
              <span aria-hidden="true" className="size-2 rounded-full border border-edge bg-line" />
              {LEFT_OUT}
            </span>
          )}
        </>
      }
      actions={
        <>
          <span role="status" className="tabular font-mono text-2xs text-ink-2">
            {timeline && time && selectedText(timeline, time, zone)}
          </span>
          <Action onClick={() => go(({ filters }) => ({ filters: { ...noFilter, time: filters.time } }))} isOff={timeline?.others === undefined}>
            Clear filters
          </Action>
          <Action onClick={zoomIn} isOff={!canZoom}>
            Zoom in
          </Action>
          <Action onClick={() => setZoom(null)} isOff={zoom === null}>
            Zoom out
          </Action>
          <Action onClick={() => setTime(null)} isOff={time === null}>
            Clear selection
          </Action>
          <select
            aria-label="Bars by"
            value={by}
            onChange={({ target }) => go({ timeline: { by: target.value === 'host' ? 'host' : 'channel', zoom } })}
            className="h-6 rounded border border-edge bg-surface px-1 text-xs"
          >
            <option value="channel">by channel</option>
            <option value="host">by host</option>
          </select>
        </>
      }
    >
      {timeline && chart ? (
        <TimelineBrush
          timeline={timeline}
          brush={brush}
          onBrush={onBrush}
          onZoom={zoomIn}
          onEscape={escape}
          entriesOf={entriesOf}
          marks={
            <HitMarks
              timeline={timeline}
              lanes={lanes}
              current={current}
              onOpen={({ analytic, row }) => {
                const reading = readings.find((candidate) => candidate.analytic === analytic);
                if (reading) onOpenRow({ ...reading, row });
              }}
            />
          }
        >
          <chart.TimelineChart timeline={timeline} lanes={lanes.length} />
        </TimelineBrush>
      ) : (
        <Skeleton className="mx-3 h-full" />
      )}
    </ChartFrame>
  );
}

/** For the rows and values under another filter, in milliseconds: a chart takes longer to count and to draw than all of them. */
const OTHERS_FIRST = 60;

/** The last answer stays until the next is there. */
function useTimeline(engine: Engine, run: object, { timeline: { by, zoom }, filters }: TimelineViewProps['view'], readings: readonly ReadingAddress[]): Timeline | null {
  const [timeline, setTimeline] = useState<Timeline | null>(null);
  // What is brushed changes none of the bars.
  const asked = JSON.stringify([filters.fields, filters.text]);
  useEffect(() => {
    let isWanted = true;
    const ask = async () => {
      if (timeline !== null) await pause(OTHERS_FIRST);
      // Bars that grow as the search goes on would only be in the way of it, and so would being the first to search.
      for (let isDone = filters.text === null; isWanted && !isDone; ) {
        await pause(OTHERS_FIRST);
        isDone = !isWanted || (await engine.eventCount(filters)).isDone;
      }
      const answer = isWanted ? await engine.timeline({ bins: BINS, by, range: zoom, filter: filters, hits: readings }) : null;
      // A chart takes a frame or more to draw: rows, counts and keys come before it.
      if (isWanted && answer) startTransition(() => setTimeline(answer));
    };
    void trackBusy(ask().catch(() => undefined));
    return () => {
      isWanted = false;
    };
    // `zoom` and `filters` by what they say: every view that is read from the address has another object.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [engine, run, by, zoom?.from, zoom?.to, asked, readings]);
  return timeline;
}

interface ActionProps {
  readonly onClick: () => void;
  readonly isOff: boolean;
  readonly children: ReactNode;
}

/** Keeps its place, and the focus, while there is nothing to do. */
function Action({ onClick, isOff, children }: ActionProps) {
  return (
    <Button look="quiet" className="h-6 px-1.5 aria-disabled:opacity-50" aria-disabled={isOff} onClick={isOff ? undefined : onClick}>
      {children}
    </Button>
  );
}

function selectedText(timeline: Timeline, time: TimeRange, zone: string): string {
  const brush = brushOf(timeline, time);
  const events = brush && time.from >= timeline.start ? brushedEvents(timeline, brush) : null;
  const text = timeRangeText(new Date(time.from).toISOString(), new Date(time.to).toISOString(), zone);
  return events === null ? text : `${text} · ${events === 1 ? '1 event' : `${events.toLocaleString('en')} events`}`;
}

/** "Microsoft-Windows-Sysmon/Operational" → "Sysmon": for a legend, where room is short. */
function shortChannel(channel: string): string {
  return channel.replace(/^Microsoft-Windows-/, '').replace(/\/Operational$/, '');
}

/** "WORKSTATION6.theshire.local" → "WORKSTATION6" */
function shortHost(host: string): string {
  return /^[\d.]+$/.test(host) ? host : host.replace(/\..*$/s, '');
}
