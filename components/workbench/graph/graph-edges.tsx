import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { classNames } from '@/components/ui/class-names';
import { useDrill } from '@/components/workbench/drill-down/drill-context';
import type { GraphEdge, GraphItem } from '@/lib/engine/graph-shapes';
import type { GraphChoice } from './graph-detail';
import type { GraphLayout } from './graph-layout';
import { edgeKey, edgeName, relationWords } from './graph-words';
import { inRem } from './in-rem';

interface GraphEdgesProps {
  readonly layout: GraphLayout;
  readonly items: readonly GraphItem[];
  readonly choice: GraphChoice | null;
  readonly onChoice: (choice: GraphChoice) => void;
}

/** The lines, and their names as buttons: a single event behind one opens, several are listed. */
export function GraphEdges({ layout, items, choice, onChoice }: GraphEdgesProps) {
  const { go } = useDrill();
  const group = useRef<HTMLDivElement>(null);
  const arrow = useId();
  const [focused, setFocused] = useState<string | null>(null);
  // In reading order: the Tab key and the arrows go as the eye does.
  const edges = [...layout.edges].sort((a, b) => a.label.y - b.label.y || a.label.x - b.label.x);
  const stop = Math.max(0, edges.findIndex(({ edge }) => edgeKey(edge) === focused));

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const next = step === undefined ? undefined : edges[Math.min(edges.length - 1, Math.max(0, stop + step))];
    if (!next) return;
    event.preventDefault();
    group.current?.querySelector<HTMLElement>(`[data-edge="${edgeKey(next.edge)}"]`)?.focus();
  };
  const choose = (edge: GraphEdge) => {
    const [event] = edge.events;
    if (edge.eventCount === 1) go({ event: event.ref });
    onChoice({ kind: 'edge', key: edgeKey(edge) });
  };
  return (
    <>
      <svg aria-hidden="true" viewBox={`0 0 ${layout.width} ${layout.height}`} className="absolute inset-0 size-full text-edge">
        <defs>
          {(['plain', 'lit'] as const).map((look) => (
            <marker key={look} id={`${arrow}${look}`} viewBox="0 0 8 8" refX="8" refY="4" markerUnits="userSpaceOnUse" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0 0 8 4 0 8z" fill={look === 'lit' ? 'var(--accent)' : 'var(--edge)'} />
            </marker>
          ))}
        </defs>
        {edges.map(({ edge, path }) => {
          const lit = isLit(edge, choice);
          return <path key={edgeKey(edge)} d={path} fill="none" stroke={lit ? 'var(--accent)' : 'var(--edge)'} strokeWidth={lit ? 2 : 1} markerEnd={`url(#${arrow}${lit ? 'lit' : 'plain'})`} />;
        })}
      </svg>
      <div ref={group} role="group" aria-label="Relations" onKeyDown={onKeyDown}>
        {edges.map(({ edge, label }, i) => (
          <button
            key={edgeKey(edge)}
            type="button"
            data-edge={edgeKey(edge)}
            tabIndex={i === stop ? 0 : -1}
            aria-label={edgeName(edge, items)}
            title={edgeName(edge, items)}
            onFocus={() => {
              setFocused(edgeKey(edge));
              onChoice({ kind: 'edge', key: edgeKey(edge) });
            }}
            onClick={() => choose(edge)}
            style={{ left: inRem(label.x), top: inRem(label.y) }}
            className="absolute flex h-4 w-25 items-center justify-center"
          >
            <span className={classNames('max-w-full truncate rounded-sm bg-surface px-1 text-2xs hover:underline', isLit(edge, choice) ? 'text-accent' : 'text-ink-2')}>{relationWords(edge)}</span>
          </button>
        ))}
      </div>
    </>
  );
}

const STEPS: Readonly<Partial<Record<string, number>>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

function isLit(edge: GraphEdge, choice: GraphChoice | null): boolean {
  if (choice === null) return false;
  return choice.kind === 'edge' ? choice.key === edgeKey(edge) : choice.id === edge.from || choice.id === edge.to;
}
