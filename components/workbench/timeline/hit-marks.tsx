import { useRef, useState, type KeyboardEvent } from 'react';
import { classNames } from '@/components/ui/class-names';
import { movedInLanes } from '@/components/ui/lane-keys';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import type { Timeline, TimelineHit } from '@/lib/engine/engine';
import { barCount } from './brush';
import type { HitLane } from './hit-lanes';
import { LANE_HEIGHT, PLOT_LEFT, PLOT_RIGHT } from './plot-area';
import { binText } from './timeline-table';

interface HitMarksProps {
  readonly timeline: Timeline;
  readonly lanes: readonly HitLane[];
  /** The analytic on screen, whose marks stand out. */
  readonly current: string | null;
  readonly onOpen: (hit: TimelineHit) => void;
}

/** The hits of each analytic, a line each. One stop for the Tab key; the arrows go from mark to mark, Enter opens the row. */
export function HitMarks({ timeline, lanes, current, onOpen }: HitMarksProps) {
  const zone = useTimeZone();
  const group = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ lane: 0, mark: 0 });
  const bars = barCount(timeline);
  const first = lanes.findIndex(({ marks }) => marks.length > 0);
  const stop = lanes[place.lane]?.marks[place.mark] ? place : { lane: first, mark: 0 };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = movedInLanes(lanes.map(({ marks }) => marks.map(({ bin }) => bin)), stop, event.key);
    if (next === null) return;
    event.preventDefault();
    setPlace(next);
    group.current?.querySelector<HTMLElement>(`[data-mark="${next.lane}:${next.mark}"]`)?.focus();
  };
  if (first < 0) return null;
  return (
    <div ref={group} role="group" aria-label="Hits" onKeyDown={onKeyDown} className="pointer-events-none absolute inset-x-0 top-0.5">
      {lanes.map(({ label, analytics, marks }, lane) => {
        const isCurrent = current !== null && analytics.includes(current);
        return (
          <div key={label} className="relative" style={{ height: `${LANE_HEIGHT / 16}rem`, marginLeft: `${PLOT_LEFT / 16}rem`, marginRight: `${PLOT_RIGHT / 16}rem` }}>
            <span aria-hidden="true" className={classNames('absolute right-full pr-1.5 font-mono text-2xs leading-3', isCurrent ? 'text-accent' : 'text-ink-3')}>
              {label}
            </span>
            {marks.map(({ hit, bin, hits, known }, mark) => (
              <button
                key={bin}
                type="button"
                data-mark={`${lane}:${mark}`}
                tabIndex={stop.lane === lane && stop.mark === mark ? 0 : -1}
                aria-label={`${hit.analytic}, ${binText(timeline.start + bin * timeline.binMillis, timeline.binMillis, zone)}, ${hits === 1 ? '1 hit' : `${hits} hits`}${knownText(known, hits)}`}
                onPointerDown={(event) => event.stopPropagation()}
                onFocus={() => setPlace({ lane, mark })}
                onClick={() => onOpen(hit)}
                className="pointer-events-auto absolute flex h-3 w-3 -translate-x-1/2 items-center justify-center rounded-sm hover:bg-sunken"
                style={{ left: `${((bin + 0.5) / bars) * 100}%` }}
              >
                <svg className="h-2 w-2.25" viewBox="0 0 9 8" aria-hidden="true" focusable="false">
                  {known === hits ? (
                    <path d="M1 .75h7L4.5 7Z" fill="none" stroke="var(--edge)" strokeWidth="1" />
                  ) : (
                    <path d="M0 0h9L4.5 8Z" fill={isCurrent ? 'var(--accent)' : 'var(--edge)'} />
                  )}
                </svg>
              </button>
            ))}
          </div>
        );
      })}
    </div>
  );
}

/** ', known', ', 2 of them known' */
function knownText(known: number, hits: number): string {
  return known === 0 ? '' : known === hits ? ', known' : `, ${known} of them known`;
}
