'use client';

import { Bar, BarChart, ReferenceDot, ResponsiveContainer, Tooltip, XAxis, YAxis, type TooltipContentProps } from 'recharts';
import type { Timeline } from '@/lib/engine/engine';
import { seriesColor } from '@/components/ui/badge';
import { zoneName } from './time-range-text';
import { useTimeZone } from './time-zone-context';
import { timeTicks } from './time-ticks';
import { binText } from './timeline-table';

interface TimelineChartProps {
  readonly timeline: Timeline;
  readonly seriesOf: (channel: string) => number;
  readonly onOpenRow: (row: number) => void;
}

const MOST_TICKS = 9;
const TICK = { fontSize: 11, fill: 'var(--ink-3)', fontFamily: 'var(--font-mono)' };

export function TimelineChart({ timeline, seriesOf, onOpenRow }: TimelineChartProps) {
  const zone = useTimeZone();
  const { start, binMillis, channels, counts } = timeline;
  const bins = Array.from({ length: counts[0]?.length ?? 0 }, (_, bin) => ({ bin, counts: counts.map((channel) => channel[bin]) }));
  const tops = bins.map((bin) => bin.counts.reduce((sum, count) => sum + count, 0));
  const tallest = Math.max(1, ...tops);
  const ticks = timeTicks(start, start + bins.length * binMillis, MOST_TICKS, zone).map(({ millis, text }) => ({ bin: Math.floor((millis - start) / binMillis), text }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={bins} barCategoryGap={1} margin={{ top: 14, right: 30, bottom: 0, left: 0 }} accessibilityLayer={false}>
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
          height={20}
        />
        <YAxis width={48} tick={TICK} tickLine={false} axisLine={false} tickCount={3} allowDecimals={false} domain={[0, tallest]} />
        <Tooltip
          cursor={{ fill: 'var(--sunken)' }}
          isAnimationActive={false}
          content={(props: TooltipContentProps) => <BinTip bin={bins[Number(props.label)]} timeline={timeline} seriesOf={seriesOf} />}
        />
        {channels.map((channel, i) => (
          <Bar
            key={channel}
            dataKey={(entry: (typeof bins)[number]) => entry.counts[i]}
            name={channel}
            stackId="events"
            fill={seriesColor(seriesOf(channel))}
            isAnimationActive={false}
          />
        ))}
        {hitBins(timeline).map(({ bin, row }) => (
          <ReferenceDot
            key={bin}
            x={bin}
            y={tallest}
            shape={(props: { readonly cx?: number; readonly cy?: number }) => <HitMark cx={props.cx ?? 0} cy={props.cy ?? 0} onClick={() => onOpenRow(row)} />}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

function HitMark({ cx, cy, onClick }: { readonly cx: number; readonly cy: number; readonly onClick: () => void }) {
  return (
    <g onClick={onClick} className="cursor-pointer">
      <path d={`M${cx} ${cy}V${cy + 76}`} stroke="var(--accent)" strokeWidth="1" opacity="0.45" />
      <path d={`M${cx - 5} ${cy - 10}h10l-5 9Z`} fill="var(--accent)" stroke="var(--surface)" strokeWidth="1" />
    </g>
  );
}

/** One mark a bar: more would paint over each other. */
function hitBins({ start, binMillis, hits }: Timeline): readonly { readonly bin: number; readonly row: number }[] {
  const rows = new Map<number, number>();
  for (const { millis, row } of hits) {
    const bin = Math.floor((millis - start) / binMillis);
    if (!rows.has(bin)) rows.set(bin, row);
  }
  return Array.from(rows, ([bin, row]) => ({ bin, row }));
}

interface BinTipProps {
  readonly bin: { readonly bin: number; readonly counts: readonly number[] } | undefined;
  readonly timeline: Timeline;
  readonly seriesOf: (channel: string) => number;
}

function BinTip({ bin, timeline, seriesOf }: BinTipProps) {
  const zone = useTimeZone();
  if (!bin) return null;
  const from = timeline.start + bin.bin * timeline.binMillis;
  const hits = timeline.hits.filter(({ millis }) => millis >= from && millis < from + timeline.binMillis).length;
  return (
    <div className="rounded border border-line bg-raised px-2 py-1.5 text-2xs shadow-pop">
      <p className="tabular pb-0.5 font-mono text-ink-2">{binText(from, timeline.binMillis, zone)} {zoneName(zone)}</p>
      {timeline.channels.map(
        (channel, i) =>
          bin.counts[i] > 0 && (
            <p key={channel} className="flex items-center gap-1.5">
              <svg width="8" height="8" aria-hidden="true">
                <circle cx="4" cy="4" r="4" fill={seriesColor(seriesOf(channel))} />
              </svg>
              <span className="grow">{channel}</span>
              <span className="tabular pl-3 font-mono">{bin.counts[i].toLocaleString('en')}</span>
            </p>
          ),
      )}
      {hits > 0 && <p className="font-medium text-accent">{hits === 1 ? '1 hit' : `${hits.toLocaleString('en')} hits`}</p>}
    </div>
  );
}
