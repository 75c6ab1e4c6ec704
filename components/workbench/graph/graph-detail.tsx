import { Button } from '@/components/ui/button';
import { EventLink } from '@/components/workbench/drill-down/event-link';
import { PivotMenu } from '@/components/workbench/pivots/pivot-menu';
import type { GraphEdge } from '@/lib/engine/graph-shapes';
import { edgeKey, edgeName } from './graph-words';
import type { GraphControl } from './use-graph';

/** What of the picture was chosen last. */
export type GraphChoice = { readonly kind: 'item'; readonly id: string } | { readonly kind: 'edge'; readonly key: string };

/** Under the picture: what was chosen in it, whole, and the events behind an edge. */
export function GraphDetail({ control: { graph, choose, show }, choice }: { readonly control: GraphControl; readonly choice: GraphChoice | null }) {
  const node = graph.items.find((item) => choice?.kind === 'item' && item.id === choice.id);
  const edge = graph.edges.find((other) => choice?.kind === 'edge' && edgeKey(other) === choice.key);
  return (
    <section aria-label="What is chosen" className="min-h-14 rounded-md border border-line bg-surface px-3 py-2 text-sm">
      {node?.type === 'node' && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <p className="min-w-0 grow basis-60 break-all font-mono text-xs">{node.title}</p>
          {node.pivot && <PivotMenu field={node.pivot.field} value={node.pivot.value} />}
          {(node.isOpened || node.hidden > 0) && <Button onClick={() => choose(node.id)}>{node.isOpened ? 'Collapse' : `Open ${node.hidden.toLocaleString('en')} more`}</Button>}
          {node.opens && <Button onClick={() => show(node)}>{SHOWS[node.opens.kind]}</Button>}
        </div>
      )}
      {edge && (
        <>
          <p className="text-xs text-ink-2">{edgeName(edge, graph.items)}</p>
          <EdgeEvents edge={edge} />
        </>
      )}
      {node?.type !== 'node' && !edge && <p className="text-ink-3">Click a node, or press Enter on it, to see what it is tied to; choose the name of a line for its events.</p>}
    </section>
  );
}

const SHOWS = { event: 'Show its event', session: 'Show the session', host: 'Show its sessions' } as const;

/** The events behind an edge; `most` of them. */
export function EdgeEvents({ edge, most = edge.events.length }: { readonly edge: GraphEdge; readonly most?: number }) {
  const listed = edge.events.slice(0, most);
  const more = edge.eventCount - listed.length;
  return (
    <ul>
      {listed.map((event) => (
        <li key={`${event.ref.member}.${event.ref.line}`}>
          <EventLink event={event} />
        </li>
      ))}
      {more > 0 && <li className="text-xs text-ink-3">and {more.toLocaleString('en')} more</li>}
    </ul>
  );
}
