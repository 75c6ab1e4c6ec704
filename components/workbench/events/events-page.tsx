'use client';

import { useCallback, useMemo, useState } from 'react';
import { trackBusy } from '@/components/ui/busy';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { countText } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { closed } from '@/components/workbench/drill-down/layers';
import { ExportButton } from '@/components/workbench/exports/export-button';
import { eventChoices } from '@/components/workbench/exports/export-choices';
import { useEditAsQuery } from '@/components/workbench/query/edit-as-query';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import type { DatasetSummary, Engine } from '@/lib/engine/engine';
import type { EventFilter } from '@/lib/engine/event-filter-shapes';
import { isFiltered, noFilter } from '@/lib/url/event-filter';
import type { ViewState } from '@/lib/url/view-state';
import { EventGrid } from './event-grid';
import { FacetList } from './facet-list';
import { FilterChips } from './filter-chips';
import { SearchField } from './search-field';
import { FIRST_STAGE, LAST_STAGE } from './search-stage';
import { useEventCount, type CountedEvents } from './use-event-count';
import { useKeptAnswer } from './use-kept-answer';

export interface EventsPageProps extends Pick<ViewNavigation, 'go' | 'adjust'> {
  readonly engine: Engine;
  readonly summary: DatasetSummary;
  readonly view: ViewState;
}

/** All events under the view's filter. */
export function EventsPage({ engine, summary, view, go, adjust }: EventsPageProps) {
  // By value: the address gives another object at every change of the view.
  const filterKey = JSON.stringify(view.filters);
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const filter: EventFilter = useMemo(() => view.filters, [filterKey]);
  const counted = useEventCount(engine, filter);
  // Rows and values are asked for with the count, not after it.
  const stage = counted?.filter === filter ? counted.stage : FIRST_STAGE;
  const isDone = stage === LAST_STAGE;
  const fields = useKeptAnswer(
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `isDone` stands for what the search has found.
    useCallback(() => engine.eventFields(filter), [engine, filter, isDone]),
  );
  const editAsQuery = useEditAsQuery();
  /** What was last cleared here, to be undone until another filter is chosen. */
  const [cleared, setCleared] = useState<EventFilter | null>(null);
  const onChange = useCallback(
    (filters: EventFilter) => {
      setCleared(isFiltered(filters) ? null : filter);
      go({ filters });
    },
    [filter, go],
  );
  const asSql = async () => {
    const { text, isSame } = await engine.filterQuery(filter, view.eventList.columns ?? fields?.columns ?? []);
    editAsQuery({ language: 'sql', text: isSame ? text : `-- SQL asks fields, not the text of the line: this finds other events than the filter does.\n${text}` });
  };
  const clock = summary.time?.field ?? null;
  return (
    <article aria-labelledby="events-title" className="flex min-w-0 flex-col gap-3 p-4">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="events-title" tabIndex={-1} className="rounded-sm text-xl font-semibold tracking-tight">
          Events
        </h2>
        <SearchField
          search={filter.text}
          // One step back undoes a search, however many letters it took.
          onSearch={(text) => (filter.text === null ? go : adjust)((now) => ({ filters: { ...now.filters, text } }))}
        />
      </header>
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
        <FilterChips filter={filter} onChange={onChange} />
        {!isFiltered(filter) && <p className="text-xs text-ink-2">No filter: choose values beside the table, search, or brush the timeline.</p>}
        {!isFiltered(filter) && cleared && (
          <Button look="quiet" autoFocus onClick={() => onChange(cleared)}>
            Undo
            <span className="sr-only">: the filters as they were</span>
          </Button>
        )}
        <div className="flex gap-2">
          <Button onClick={() => void trackBusy(asSql().catch(() => undefined))}>As SQL</Button>
          <ExportButton groups={[eventChoices(engine, { filter, ...view.eventList })]} />
        </div>
      </div>
      {counted === null || fields === null ? (
        <Skeleton className="h-[36rem] w-full" />
      ) : (
        <div className="grid min-w-0 gap-3 xl:grid-cols-[15rem_minmax(0,1fr)]">
          <div className="order-2 min-w-0 xl:order-1">
            <FacetList engine={engine} filter={filter} stage={stage} fields={fields} onChange={onChange} />
          </div>
          <Panel label="Events, rows" className="order-1 self-start xl:order-2">
            <EventGrid
              engine={engine}
              filter={filter}
              stage={stage}
              events={counted.events}
              count={countWords(counted, summary.events)}
              fields={fields}
              clock={clock}
              list={view.eventList}
              onList={(eventList) => go({ eventList })}
              open={view.event}
              onOpen={(event) => go({ ...closed, event })}
            />
            {counted.isDone && counted.events === 0 && (
              <EmptyState title="No event meets the filters">
                <Button onClick={() => onChange(noFilter)}>Clear all filters</Button>
              </EmptyState>
            )}
          </Panel>
        </div>
      )}
    </article>
  );
}

/** "12 of 506 events · 14 hits" */
function countWords({ filter, events, hits, searched, isDone }: CountedEvents, all: number): string {
  const found = isFiltered(filter) ? `${events.toLocaleString('en')} of ${countText(all, 'event')}` : countText(all, 'event');
  const text = filter.text === null ? '' : ` · ${countText(hits, 'hit')}`;
  return `${found}${text}${isDone ? '' : ` · ${Math.floor(searched * 100)}% searched`}`;
}
