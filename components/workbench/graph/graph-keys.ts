import { movedInLanes } from '@/components/ui/lane-keys';
import { GRAPH_KINDS } from '@/lib/base/graph-kinds';
import type { GraphItem } from '@/lib/engine/graph-shapes';
import type { Point } from './graph-layout';

/** The lanes stand side by side, those that `movedInLanes` knows one over the other. */
const TURNED: Readonly<Partial<Record<string, string>>> = { ArrowDown: 'ArrowRight', ArrowUp: 'ArrowLeft', ArrowRight: 'ArrowDown', ArrowLeft: 'ArrowUp', Home: 'Home', End: 'End' };

/** The item that a key leads to: up and down in the lane, left and right to the nearest of the next lane. Null for another key. */
export function movedInGraph(items: readonly GraphItem[], places: ReadonlyMap<string, Point>, from: string, key: string): string | null {
  const turned = TURNED[key];
  const item = items.find(({ id }) => id === from);
  if (turned === undefined || !item) return null;
  const y = (id: string) => places.get(id)?.y ?? 0;
  const lanes = GRAPH_KINDS.map((kind) => items.filter((other) => other.kind === kind).sort((a, b) => y(a.id) - y(b.id)));
  const lane = GRAPH_KINDS.indexOf(item.kind);
  const moved = movedInLanes(lanes.map((ids) => ids.map(({ id }) => y(id))), { lane, mark: lanes[lane].indexOf(item) }, turned);
  return moved && lanes[moved.lane][moved.mark].id;
}
