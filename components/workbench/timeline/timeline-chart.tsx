'use client';

import { memo } from 'react';
import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis, type TooltipContentProps } from 'recharts';
import type { Timeline } from '@/lib/engine/engine';
import { useScale } from '@/components/ui/scale';
import { seriesColor } from '@/components/ui/badge';
import { zoneName } from '@/components/workbench/time-range-text';
import { timeTicks } from '@/components/workbench/time-ticks';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import { LANE_HEIGHT, PLOT_LEFT, PLOT_RIGHT } from './plot-area';
import { seriesNumber } from './series-number';
import { binText, LEFT_OUT } from './timeline-table';

interface TimelineChartProps {
  readonly timeline: Timeline;
  /** Lines above the bars that are kept free. */
  readonly lanes: number;
}

const MOST_TICKS = 9;
const TICK = { fontSize: '0.6875rem', fill: 'var(--ink-3)', fontFamily: 'var(--font-mono)' };

/** Memoised: a brush that moves over it must not draw it again. */
export const TimelineChart = memo(function TimelineChart({ timeline, lanes }: TimelineChartProps) {
  const zone = useTimeZone();
  const scale = useScale();
  const { start, binMillis, series, counts, others } = timeline;
  const bins = Array.from({ length: counts[0]?.length ?? 0 }, (_, bin) => ({ bin, counts: counts.map((one) => one[bin]), others: others?.[bin] ?? 0 }));
  const tops = bins.map((bin) => bin.counts.reduce((sum, count) => sum + count, bin.others));
  const tallest = Math.max(1, ...tops);
  const ticks = timeTicks(start, start + bins.length * binMillis, MOST_TICKS, zone).map(({ millis, text }) => ({ bin: Math.floor((millis - start) / binMillis), text }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={bins} barCategoryGap={1} margin={{ top: (10 + lanes * LANE_HEIGHT) * scale, right: PLOT_RIGHT * scale, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <XAxis
          dataKey="bin"
          ticks={ticks.map(({ bin }) => bin).filter((bin) => bin < bins.length)}
          tickFormatter={(bin: number) => ticks.find((tick) => tick.bin === bin)?.text ?? ''}
          tick={TICK}
          tickLine={{ stroke: 'var(--edge)' }}
          tickSize={4}
          axisLine={{ stroke: 'var(--line)' }}
          minTickGap={16}
          interval="equidistantPreserveStart"
          height={20 * scale}
        />
        <YAxis width={PLOT_LEFT * scale} tick={TICK} tickLine={false} axisLine={false} tickCount={3} allowDecimals={false} domain={[0, tallest]} />
        <Tooltip
          cursor={{ fill: 'var(--sunken)' }}
          isAnimationActive={false}
          content={(props: TooltipContentProps) => <BinTip bin={bins[Number(props.label)]} timeline={timeline} />}
        />
        {series.map((name, i) => (
          <Bar
            key={name}
            dataKey={(entry: (typeof bins)[number]) => entry.counts[i]}
            name={name}
            stackId="events"
            fill={seriesColor(seriesNumber(series, i))}
            isAnimationActive={false}
          />
        ))}
        {others && <Bar dataKey="others" name={LEFT_OUT} stackId="events" fill="var(--line)" isAnimationActive={false} />}
      </BarChart>
    </ResponsiveContainer>
  );
});

interface BinTipProps {
  readonly bin: { readonly bin: number; readonly counts: readonly number[]; readonly others: number } | undefined;
  readonly timeline: Timeline;
}

function BinTip({ bin, timeline }: BinTipProps) {
  const zone = useTimeZone();
  if (!bin) return null;
  const from = timeline.start + bin.bin * timeline.binMillis;
  const hits = timeline.hits.filter(({ millis }) => millis >= from && millis < from + timeline.binMillis).length;
  return (
    <div className="rounded border border-line bg-raised px-2 py-1.5 text-2xs shadow-pop">
      <p className="tabular pb-0.5 font-mono text-ink-2">
        {binText(from, timeline.binMillis, zone)} {zoneName(zone)}
      </p>
      {timeline.series.map(
        (name, i) =>
          bin.counts[i] > 0 && (
            <p key={name} className="flex items-center gap-1.5">
              <svg width="8" height="8" aria-hidden="true">
                <circle cx="4" cy="4" r="4" fill={seriesColor(seriesNumber(timeline.series, i))} />
              </svg>
              <span className="grow">{name}</span>
              <span className="tabular pl-3 font-mono">{bin.counts[i].toLocaleString('en')}</span>
            </p>
          ),
      )}
      {bin.others > 0 && (
        <p className="flex items-center gap-1.5 text-ink-2">
          <span className="grow">{LEFT_OUT}</span>
          <span className="tabular pl-3 font-mono">{bin.others.toLocaleString('en')}</span>
        </p>
      )}
      {hits > 0 && <p className="font-medium text-accent">{hits === 1 ? '1 hit' : `${hits.toLocaleString('en')} hits`}</p>}
    </div>
  );
}
