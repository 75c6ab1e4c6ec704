import { useRef, useState, type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactNode } from 'react';
import type { MenuAnchor } from '@/components/ui/context-menu';
import { isMenuKey, pointerAnchor, useContextMenu } from '@/components/ui/use-context-menu';
import type { MenuEntry } from '@/components/ui/menu';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import type { Timeline } from '@/lib/engine/engine';
import { barCount, drawnBrush, movedBrush, type Brush, type BrushEdge } from './brush';
import { PLOT_LEFT, PLOT_RIGHT } from './plot-area';
import { binText } from './timeline-table';

interface TimelineBrushProps {
  readonly timeline: Timeline;
  readonly brush: Brush | null;
  /** By a key, of which several may follow, or by the pointer, which has let go. */
  readonly onBrush: (brush: Brush, by: 'key' | 'pointer') => void;
  readonly onZoom: () => void;
  readonly onEscape: () => void;
  /** Where a bar leads; empty if nowhere. */
  readonly entriesOf: (bar: number) => readonly MenuEntry[];
  readonly marks: ReactNode;
  /** The chart. */
  readonly children: ReactNode;
}

/** A brush over the chart: drawn by the pointer, its edges moved by the arrow keys. Enter zooms, Escape clears, the Menu key opens the bar's menu. */
export function TimelineBrush({ timeline, brush, onBrush, onZoom, onEscape, entriesOf, marks, children }: TimelineBrushProps) {
  const zone = useTimeZone();
  const plot = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<{ readonly start: number; readonly end: number } | null>(null);
  const bars = barCount(timeline);
  const drawing = drawn && drawnBrush(drawn.start, drawn.end, bars);
  const shown = drawing ?? brush;
  const left = (edge: number) => `${(edge / bars) * 100}%`;

  const { open: openMenu, menu } = useContextMenu();
  const openBar = (bar: number, anchor: MenuAnchor): boolean => {
    const entries = entriesOf(bar);
    if (entries.length > 0) openMenu({ label: binText(timeline.start + bar * timeline.binMillis, timeline.binMillis, zone), anchor, entries });
    return entries.length > 0;
  };

  const share = ({ clientX }: MouseEvent) => {
    const box = plot.current?.getBoundingClientRect();
    return box && box.width > 0 ? (clientX - box.left) / box.width : 0;
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrawn({ start: share(event), end: share(event) });
  };
  const onPointerUp = () => {
    if (drawing) onBrush(drawing, 'pointer');
    setDrawn(null);
  };

  const handle = (edge: BrushEdge) => {
    const at = shown ? shown[edge] : edge === 'from' ? 0 : bars;
    const other = shown && (edge === 'from' ? shown.to : shown.from);
    const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
      if (isMenuKey(event)) {
        // The bar within the edge.
        openBar(edge === 'from' ? Math.floor(at) : Math.ceil(at) - 1, event.currentTarget.getBoundingClientRect());
        event.preventDefault();
        return;
      }
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const moved = movedBrush(brush, edge, event, bars);
      if (moved) onBrush(moved, 'key');
      else if (event.key === 'Enter') onZoom();
      else if (event.key === 'Escape') onEscape();
      else return;
      event.preventDefault();
    };
    // The pointer takes hold of an edge as if it had begun to draw at the other one.
    const onTake = (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || other === null) return;
      event.stopPropagation();
      plot.current?.parentElement?.setPointerCapture(event.pointerId);
      setDrawn({ start: (edge === 'from' ? other - 0.5 : other + 0.5) / bars, end: share(event) });
    };
    return (
      <div
        key={edge}
        role="slider"
        tabIndex={0}
        aria-label={edge === 'from' ? 'Selected from' : 'Selected to'}
        aria-valuemin={0}
        aria-valuemax={bars}
        aria-valuenow={Math.round(at)}
        aria-valuetext={binText(timeline.start + at * timeline.binMillis, timeline.binMillis, zone)}
        onKeyDown={onKeyDown}
        onPointerDown={onTake}
        className="group pointer-events-auto absolute inset-y-0 z-10 flex w-3 -translate-x-1/2 cursor-ew-resize justify-center rounded-sm"
        style={{ left: left(at) }}
      >
        <span aria-hidden="true" className={shown ? 'h-full w-0.5 bg-accent' : 'h-full w-px bg-line group-focus:bg-accent'} />
      </div>
    );
  };

  return (
    <div
      className="relative h-full cursor-crosshair touch-pan-y select-none"
      onPointerDown={onPointerDown}
      onPointerMove={(event) => drawn && setDrawn({ ...drawn, end: share(event) })}
      onPointerUp={onPointerUp}
      onPointerCancel={() => setDrawn(null)}
      onContextMenu={(event) => openBar(Math.floor(share(event) * bars), pointerAnchor(event)) && event.preventDefault()}
    >
      <div aria-hidden="true" className="h-full">
        {children}
      </div>
      <div ref={plot} className="pointer-events-none absolute bottom-5 top-0" style={{ left: `${PLOT_LEFT / 16}rem`, right: `${PLOT_RIGHT / 16}rem` }}>
        {shown && (
          <>
            <div className="absolute inset-y-0 left-0 bg-surface/70" style={{ width: left(shown.from) }} />
            <div className="absolute inset-y-0 right-0 bg-surface/70" style={{ left: left(shown.to) }} />
          </>
        )}
        {handle('from')}
        {handle('to')}
      </div>
      {marks}
      {menu}
    </div>
  );
}
