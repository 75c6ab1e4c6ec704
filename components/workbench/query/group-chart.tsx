'use client';

import type { MouseEvent } from 'react';
import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis, type TooltipContentProps } from 'recharts';
import { useScale } from '@/components/ui/scale';
import type { QueryBar, QueryChart } from '@/lib/engine/query-shapes';

interface GroupChartProps {
  readonly chart: QueryChart;
  readonly onOpenRow: (row: number) => void;
  /** Where a bar leads besides. */
  readonly onMenu: (bar: QueryBar, event: MouseEvent) => void;
}

const TICK = { fontSize: '0.6875rem', fill: 'var(--ink-3)', fontFamily: 'var(--font-mono)' };
const LONGEST_LABEL = 15;

/** A bar a group; a bar leads to its row. */
export function GroupChart({ chart: { bars, value }, onOpenRow, onMenu }: GroupChartProps) {
  const scale = useScale();
  const data = bars.map((bar, place) => ({ ...bar, place }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={data} barCategoryGap={2} margin={{ top: 8, right: 12, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <XAxis
          dataKey="place"
          tick={TICK}
          tickFormatter={(place: number) => shortened(bars[place]?.label ?? '')}
          tickLine={false}
          axisLine={{ stroke: 'var(--line)' }}
          minTickGap={20}
          interval="equidistantPreserveStart"
          height={20 * scale}
        />
        <YAxis width={56 * scale} tick={TICK} tickLine={false} axisLine={false} tickCount={4} />
        <Tooltip
          cursor={{ fill: 'var(--sunken)' }}
          isAnimationActive={false}
          content={(props: TooltipContentProps) => <BarTip bar={bars[Number(props.label)]} value={value} />}
        />
        <Bar dataKey="value" name={value} fill="var(--series-6)" isAnimationActive={false} maxBarSize={48} className="cursor-pointer" onClick={(_, place) => onOpenRow(bars[place].row)} onContextMenu={(_, place, event) => onMenu(bars[place], event)} />
      </BarChart>
    </ResponsiveContainer>
  );
}

function BarTip({ bar, value }: { readonly bar: QueryBar | undefined; readonly value: string }) {
  if (!bar) return null;
  return (
    <div className="max-w-80 rounded border border-line bg-raised px-2 py-1.5 text-2xs shadow-pop">
      <p className="break-words font-mono">{bar.label}</p>
      <p className="tabular text-ink-2">
        {value} {bar.value.toLocaleString('en')}
      </p>
    </div>
  );
}

/** Under a bar room is short: what nearly every channel's name begins and ends with is left out. */
function shortened(label: string): string {
  const words = label.replace(/Microsoft-Windows-/g, '').replace(/\/Operational/g, '');
  return words.length <= LONGEST_LABEL ? words : `${words.slice(0, LONGEST_LABEL - 1)}…`;
}
