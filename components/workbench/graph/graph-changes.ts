import type { EventRef, SessionDetail } from '@/lib/engine/engine';
import type { GraphItem, GraphView } from '@/lib/engine/graph-shapes';
import { writeEventRef } from '@/lib/url/event-refs';
import { MOST_OPENED, MOST_STARTS } from '@/lib/url/graph-keys';
import type { GraphAddress, ViewState } from '@/lib/url/view-state';
import { closed } from '@/components/workbench/drill-down/layers';

/** The graph of what events tell; of a row of very many, of the first. */
export function graphOfEvents(events: readonly EventRef[]): Partial<ViewState> {
  return graphFrom({ start: events.slice(0, MOST_STARTS).map((ref) => `e${writeEventRef(ref)}`), opened: [] });
}

/** The graph of a session, opened. */
export function graphOfSession({ logon, first }: Pick<SessionDetail, 'logon' | 'first'>): Partial<ViewState> {
  const id = `s${writeEventRef((logon ?? first).ref)}`;
  return graphFrom({ start: [id], opened: [id] });
}

function graphFrom(graph: GraphAddress): Partial<ViewState> {
  return { ...closed, section: 'graph', graph };
}

/**
 * The graph after an item was chosen: a node opens, or collapses with all that came from it; of what did not fit in, more comes.
 * Null where that changes nothing.
 */
export function chosen(start: readonly string[], { items, opened }: Pick<GraphView, 'items' | 'opened'>, id: string): GraphAddress | null {
  const item = items.find((other) => other.id === id);
  if (!item) return null;
  if (item.type === 'node' && item.isOpened) {
    const gone = broughtBy(items, id);
    return { start, opened: opened.filter((other) => !gone.has(other.split('/')[0])) };
  }
  const isEmpty = item.type === 'node' ? item.hidden === 0 : item.count === 0;
  return isEmpty || opened.length >= MOST_OPENED ? null : { start, opened: [...opened, id] };
}

/** The node and what came from it, from that, and so on. */
function broughtBy(items: readonly GraphItem[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  // Each stands after the one that brought it.
  for (const item of items) if (item.by !== null && found.has(item.by)) found.add(item.id);
  return found;
}
