import { useId, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { classNames } from '@/components/ui/class-names';
import type { MenuAnchor } from '@/components/ui/context-menu';
import { isMenuKey, pointerAnchor, useContextMenu } from '@/components/ui/use-context-menu';
import { usePivotEntries } from '@/components/workbench/pivots/use-pivot-entries';
import type { GraphItem } from '@/lib/engine/graph-shapes';
import type { GraphChoice } from './graph-detail';
import { movedInGraph } from './graph-keys';
import { layoutGraph, type Point } from './graph-layout';
import { GraphEdges } from './graph-edges';
import { LANE_NAMES, moreWords, nodeName, shortHost } from './graph-words';
import { inRem } from './in-rem';
import { shownEdges } from './shown-edges';
import type { GraphControl } from './use-graph';

interface GraphCanvasProps {
  readonly control: GraphControl;
  readonly choice: GraphChoice | null;
  readonly onChoice: (choice: GraphChoice) => void;
}

/** The graph as a picture: nodes in lanes are one stop for the Tab key, the names of their edges another. */
export function GraphCanvas({ control: { graph, choose, show }, choice, onChoice }: GraphCanvasProps) {
  const { items, edges } = graph;
  const group = useRef<HTMLDivElement>(null);
  const help = useId();
  const [focused, setFocused] = useState<string | null>(null);
  const layout = useMemo(() => layoutGraph(items, shownEdges(items, edges, focused)), [items, edges, focused]);
  // A place that is kept for what came is no stop.
  const shown = items.filter((item) => item.type === 'node' || item.count > 0);
  const stop = shown.find(({ id }) => id === focused)?.id ?? shown[0]?.id;

  const entriesOf = usePivotEntries();
  const { open: openMenu, menu } = useContextMenu();
  const pivot = (item: GraphItem | undefined, anchor: MenuAnchor): boolean => {
    if (item?.type !== 'node' || item.pivot === null) return false;
    openMenu({ label: nodeName(item), anchor, entries: entriesOf(item.pivot.field, item.pivot.value) });
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (isMenuKey(event) && event.target instanceof Element) {
      if (pivot(shown.find(({ id }) => id === stop), event.target.getBoundingClientRect())) event.preventDefault();
      return;
    }
    if (stop === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const item = shown.find(({ id }) => id === stop);
    if (event.key === 'o' && item?.type === 'node') {
      event.preventDefault();
      show(item);
      return;
    }
    const next = movedInGraph(shown, layout.places, stop, event.key);
    if (next === null) return;
    event.preventDefault();
    group.current?.querySelector<HTMLElement>(`[data-item="${next}"]`)?.focus();
  };
  return (
    <div className="max-h-[65vh] min-h-72 min-w-0 lg:max-h-[50vh] overflow-auto rounded-md border border-line bg-surface">
      <div className="sticky top-0 z-10 h-7 border-b border-line bg-surface" style={{ width: inRem(layout.width) }}>
        {layout.lanes.map(({ kind, x }) => (
          <span key={kind} className="label absolute top-1.5" style={{ left: inRem(x) }}>
            {LANE_NAMES[kind]}
          </span>
        ))}
      </div>
      <div className="relative" style={{ width: inRem(layout.width), height: inRem(layout.height) }}>
        <GraphEdges layout={layout} items={items} choice={choice} onChoice={onChoice} />
        <p id={help} className="sr-only">
          Arrows move, Enter opens a node’s neighbours or collapses them, O shows what it stands for, Shift F10 where it leads.
        </p>
        <div ref={group} role="group" aria-label="Nodes" aria-describedby={help} onKeyDown={onKeyDown}>
          {shown.map((item) => (
            <ItemButton
              key={item.id}
              item={item}
              at={layout.places.get(item.id)}
              isStop={item.id === stop}
              onFocus={() => {
                setFocused(item.id);
                onChoice({ kind: 'item', id: item.id });
              }}
              onClick={() => choose(item.id)}
              onContextMenu={(event) => pivot(item, pointerAnchor(event)) && event.preventDefault()}
            />
          ))}
        </div>
        {menu}
      </div>
    </div>
  );
}

interface ItemButtonProps {
  readonly item: GraphItem;
  readonly at: Point | undefined;
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onClick: () => void;
  readonly onContextMenu: (event: MouseEvent) => void;
}

function ItemButton({ item, at, isStop, onFocus, onClick, onContextMenu }: ItemButtonProps) {
  const place = { left: inRem(at?.x ?? 0), top: inRem(at?.y ?? 0) };
  const common = { type: 'button' as const, 'data-item': item.id, tabIndex: isStop ? 0 : -1, onFocus, onClick, onContextMenu, style: place };
  if (item.type === 'more') {
    return (
      <button {...common} className={classNames(BOX, 'border-dashed border-edge bg-surface px-2 text-xs text-ink-2 hover:bg-sunken')}>
        {moreWords(item)}
      </button>
    );
  }
  const isLeaf = item.hidden === 0 && !item.isOpened;
  const second = [...(item.host === null ? [] : [shortHost(item.host)]), ...(item.detail === '' ? [] : [item.detail])].join(' · ');
  return (
    <button
      {...common}
      aria-label={nodeName(item)}
      aria-expanded={isLeaf ? undefined : item.isOpened}
      title={item.title}
      className={classNames(BOX, 'flex flex-col justify-center px-2', item.isOpened ? 'border-accent bg-selected' : 'border-edge bg-surface hover:bg-sunken')}
    >
      <span className="flex w-full items-baseline gap-1">
        <span className="min-w-0 grow truncate font-mono text-xs font-medium">{item.label}</span>
        {item.hidden > 0 && <span className="tabular shrink-0 text-2xs text-ink-2">+{item.hidden.toLocaleString('en')}</span>}
      </span>
      {second !== '' && <span className="w-full truncate text-2xs text-ink-2">{second}</span>}
    </button>
  );
}

// As large as the layout's NODE.
const BOX = 'absolute h-11 w-40 rounded border text-left';
