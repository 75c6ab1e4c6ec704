import { useMemo } from 'react';
import { closed } from '@/components/workbench/drill-down/layers';
import { useSteadyAnswer, type Answer } from '@/components/workbench/drill-down/use-answer';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import type { Engine } from '@/lib/engine/engine';
import type { GraphNode, GraphView } from '@/lib/engine/graph-shapes';
import type { ViewState } from '@/lib/url/view-state';
import { chosen } from './graph-changes';

export interface GraphControl {
  readonly graph: GraphView;
  /** Opens or collapses a node, or shows more of a group; what has nothing to open is shown in full. */
  readonly choose: (id: string) => void;
  /** Shows what a node stands for. */
  readonly show: (node: GraphNode) => void;
}

/** What the address says of the graph, and the steps from there. While more is asked for, what is there stays. */
export function useGraph(engine: Engine, { graph: { start, opened } }: ViewState, go: ViewNavigation['go']): Answer<GraphControl> {
  // By their text: every view that is read from the address has other lists.
  const [starts, openings] = [start.join(' '), opened.join(' ')];
  const answer = useSteadyAnswer(
    useMemo(() => () => engine.graph({ start: split(starts), opened: split(openings) }), [engine, starts, openings]),
  );
  return useMemo(() => {
    if (answer.kind !== 'ready') return answer;
    const graph = answer.value;
    const show = ({ opens }: GraphNode) => {
      if (opens?.kind === 'event') go({ ...closed, event: opens.event });
      else if (opens?.kind === 'session') go({ ...closed, session: opens.session });
      else if (opens?.kind === 'host') go({ ...closed, section: 'sessions', sessionsFilter: { host: opens.host, user: null } });
    };
    const choose = (id: string) => {
      const next = chosen(split(starts), graph, id);
      const item = graph.items.find((other) => other.id === id);
      if (next) go({ graph: next });
      else if (item?.type === 'node' && item.hidden === 0) show(item);
    };
    return { kind: 'ready', value: { graph, choose, show } };
  }, [answer, starts, go]);
}

function split(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}
