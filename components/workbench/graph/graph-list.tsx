import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { countText } from '@/components/ui/format';
import { EdgeEvents } from './graph-detail';
import { edgeKey, edgeName, moreWords, nodeName } from './graph-words';
import type { GraphControl } from './use-graph';

/** Events that are listed under each relation. */
const LISTED = 3;

/** The same nodes and relations in words, for who cannot see the picture. */
export function GraphList({ control: { graph, choose, show } }: { readonly control: GraphControl }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="rounded-md border border-line bg-surface">
      <Disclosure summary="The same as a list" aside={countText(graph.edges.length, 'relation', 'relations')} open={isOpen} onToggle={() => setOpen(!isOpen)}>
        <ul aria-label="Nodes of the graph" className="flex flex-col gap-3 px-4 py-2">
          {graph.items.map((item) =>
            item.type === 'more' ? (
              item.count > 0 && (
                <li key={item.id}>
                  <Button onClick={() => choose(item.id)}>{moreWords(item)}</Button>
                </li>
              )
            ) : (
              <li key={item.id}>
                <p className="flex flex-wrap items-center gap-2 text-sm">
                  <span className="min-w-0 break-all font-medium">{nodeName(item)}</span>
                  {(item.isOpened || item.hidden > 0) && (
                    <Button aria-expanded={item.isOpened} onClick={() => choose(item.id)}>
                      {item.isOpened ? 'Collapse' : 'Open'}
                      <span className="sr-only"> {item.label}</span>
                    </Button>
                  )}
                  {item.opens && (
                    <Button onClick={() => show(item)}>
                      Show in full<span className="sr-only">: {item.label}</span>
                    </Button>
                  )}
                </p>
                <ul className="ml-4 flex flex-col gap-1">
                  {graph.edges
                    .filter(({ from }) => from === item.id)
                    .map((edge) => (
                      <li key={edgeKey(edge)} className="text-sm">
                        {edgeName(edge, graph.items)}
                        <EdgeEvents edge={edge} most={LISTED} />
                      </li>
                    ))}
                </ul>
              </li>
            ),
          )}
        </ul>
      </Disclosure>
    </div>
  );
}
