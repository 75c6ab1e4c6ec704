'use client';

import { useMemo, useState } from 'react';
import { countText } from '@/components/ui/format';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorNotice } from '@/components/ui/error-notice';
import { Skeleton } from '@/components/ui/skeleton';
import { DrillContext } from '@/components/workbench/drill-down/drill-context';
import { ViewLink } from '@/components/workbench/drill-down/view-link';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import type { DatasetSummary, Engine } from '@/lib/engine/engine';
import { emptyGraph } from '@/lib/url/graph-keys';
import type { ViewState } from '@/lib/url/view-state';
import { GraphCanvas } from './graph-canvas';
import { GraphDetail, type GraphChoice } from './graph-detail';
import { GraphList } from './graph-list';
import { useGraph, type GraphControl } from './use-graph';

interface GraphSectionProps {
  readonly engine: Engine;
  readonly view: ViewState;
  readonly go: ViewNavigation['go'];
  readonly channels: readonly string[];
  readonly members: DatasetSummary['members'];
}

/** The section "Graph": hosts, sessions, processes and files, and what ties them; it grows by what is chosen in it. */
export function GraphSection({ engine, view, go, channels, members }: GraphSectionProps) {
  const answer = useGraph(engine, view, go);
  const drill = useMemo(() => ({ engine, view, go, channels, members }), [engine, view, go, channels, members]);
  return (
    <DrillContext value={drill}>
      <div className="flex min-w-0 flex-col gap-3 p-4">
        <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h2 tabIndex={-1} className="rounded-sm text-xl font-semibold tracking-tight">
            Graph
          </h2>
          {view.graph.start.length > 0 && (
            <p className="text-sm">
              <ViewLink change={{ graph: emptyGraph }}>Begin with all hosts</ViewLink>
            </p>
          )}
        </header>
        {answer.kind === 'waiting' && <Skeleton className="h-96 w-full" />}
        {answer.kind === 'failed' && <ErrorNotice failure={answer.failure} />}
        {answer.kind === 'ready' && <Shown control={answer.value} />}
      </div>
    </DrillContext>
  );
}

function Shown({ control }: { readonly control: GraphControl }) {
  const { graph } = control;
  const [choice, setChoice] = useState<GraphChoice | null>(null);
  if (graph.items.length === 0) return <EmptyState title="Nothing of this is in the dataset">The link may belong to another dataset. Open a row, an event or a session, and choose “Show in the graph” there.</EmptyState>;
  const notes = [
    ...(graph.isFull ? ['There is no room for more: collapse a node first.'] : []),
    ...(graph.unknown.length > 0 ? [`The link names ${countText(graph.unknown.length, 'thing', 'things')} that this dataset does not have.`] : []),
  ];
  return (
    <>
      <p role="status" className="text-sm text-caution empty:hidden">
        {notes.join(' ')}
      </p>
      <GraphCanvas control={control} choice={choice} onChoice={setChoice} />
      <GraphDetail control={control} choice={choice} />
      <GraphList control={control} />
    </>
  );
}
