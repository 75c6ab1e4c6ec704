'use client';

import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { countText } from '@/components/ui/format';
import { ErrorNotice } from '@/components/ui/error-notice';
import { CloseIcon } from '@/components/ui/icons';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import type { Engine, SessionKey, SessionSummary } from '@/lib/engine/engine';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import { useKnownSessions } from '@/components/workbench/baseline/known-hits';
import { useSessionStars } from '@/components/workbench/story/use-session-stars';
import type { SessionsFilter, ViewState } from '@/lib/url/view-state';
import { timeRangeText } from '@/components/workbench/time-range-text';
import { listPlaces, listRows } from '@/components/workbench/tables/list-rows';
import { useKeptTable } from '@/components/workbench/tables/use-kept-table';
import type { TableName } from '@/lib/url/table-view';
import { byHost, serviceColumns, sessionColumns } from './session-rows';
import { useSteadyAnswer } from './use-answer';

interface SessionListProps {
  readonly engine: Engine;
  readonly view: ViewState;
  readonly go: (change: Partial<ViewState>) => void;
}

const NONE: ReadonlySet<number> = new Set();

/** The workbench's section "Sessions": those of people and machines first, the service sessions set apart. */
export function SessionList({ engine, view, go }: SessionListProps) {
  const zone = useTimeZone();
  const { host, user } = view.sessionsFilter;
  const { time } = view.filters;
  const answer = useSteadyAnswer(
    useMemo(
      () => () => engine.sessions({ ...(host === null ? {} : { host }), ...(user === null ? {} : { user }), ...(time === null ? {} : { time: { from: time.from, to: time.to } }) }),
      // `time` by its numbers: every view that is read from the address has another object.
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [engine, host, user, time?.from, time?.to],
    ),
  );
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h2 tabIndex={-1} className="rounded-sm text-xl font-semibold tracking-tight">
          Logon sessions
        </h2>
        <FilterChips filter={view.sessionsFilter} onChange={(sessionsFilter) => go({ sessionsFilter })} />
        {time && <Chip name="time" value={timeRangeText(new Date(time.from).toISOString(), new Date(time.to).toISOString(), zone)} onRemove={() => go({ filters: { ...view.filters, time: null } })} />}
      </header>
      {answer.kind === 'waiting' && <Skeleton className="h-72 w-full" />}
      {answer.kind === 'failed' && <ErrorNotice failure={answer.failure} />}
      {answer.kind === 'ready' && (
        <Lists sessions={answer.value} isFiltered={host !== null || user !== null || time !== null} open={view.session} onOpen={(session) => go({ session, row: [], funnel: null, event: null })} />
      )}
    </div>
  );
}

interface ListsProps {
  readonly sessions: readonly SessionSummary[];
  readonly isFiltered: boolean;
  readonly open: SessionKey | null;
  readonly onOpen: (session: SessionKey) => void;
}

function Lists({ sessions, isFiltered, open, onOpen }: ListsProps) {
  const actors = useMemo(() => byHost(sessions.filter((session) => session.wellKnown === null)), [sessions]);
  const services = useMemo(() => byHost(sessions.filter((session) => session.wellKnown !== null)), [sessions]);
  if (sessions.length === 0) {
    return (
      <Panel>
        <EmptyState title={isFiltered ? 'No session meets the filter' : 'No logon session in this dataset'}>
          {isFiltered ? 'Take a filter away to see the others.' : 'None of its events carries a logon ID: Windows Security events and Sysmon do.'}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <>
      {actors.length > 0 && <SessionTable label="Logon sessions" name="rows" columnsIn={sessionColumns} sessions={actors} open={open} onOpen={onOpen} mostRowsShown={16} />}
      {services.length > 0 && (
        <section aria-labelledby="service-sessions" className="flex flex-col gap-2">
          <h3 id="service-sessions" className="text-sm font-medium">
            Service sessions
          </h3>
          <p className="max-w-[72ch] text-sm text-ink-2">
            Every host has these. Many actors work under their IDs, so none of them is one actor&rsquo;s trail.
          </p>
          <SessionTable label="Service sessions" name="services" columnsIn={serviceColumns} sessions={services} open={open} onOpen={onOpen} mostRowsShown={8} />
        </section>
      )}
    </>
  );
}

interface SessionTableProps extends Omit<ListsProps, 'isFiltered'> {
  readonly label: string;
  readonly name: TableName;
  readonly columnsIn: typeof sessionColumns;
  readonly mostRowsShown: number;
}

function SessionTable({ label, name, columnsIn, sessions, open, onOpen, mostRowsShown }: SessionTableProps) {
  const zone = useTimeZone();
  const columns = useMemo(() => columnsIn(zone), [columnsIn, zone]);
  const heads = useMemo(() => columns.map(({ head }) => head), [columns]);
  const fetchRows = useMemo(() => listRows(sessions, columns), [sessions, columns]);
  const placeOf = useMemo(() => listPlaces(fetchRows), [fetchRows]);
  const kept = useKeptTable(name, useMemo(() => columns.map(({ id }) => id), [columns]), null);
  const { starring, entriesOf } = useSessionStars(sessions);
  const isKnown = useKnownSessions();
  const known = useMemo(() => new Set(sessions.flatMap((session, row) => (isKnown(session) ? [row] : []))), [sessions, isKnown]);
  const selected = sessions.findIndex((session) => open !== null && isSame(session, open));
  const openRow = (row: number) => {
    const { host, logonId, boot } = sessions[row];
    onOpen({ host, logonId, boot });
  };
  return (
    <Panel>
      <DataTable
        label={label}
        columns={heads}
        rowCount={sessions.length}
        fetchRows={fetchRows}
        placeOf={placeOf}
        kept={kept}
        selected={selected < 0 ? null : selected}
        onOpen={openRow}
        marked={NONE}
        markedLabel=""
        muted={known}
        mutedLabel="hits known"
        summary={known.size > 0 && <span>{countText(known.size, 'session')} with known hits only</span>}
        mostRowsShown={mostRowsShown}
        cellMenu={({ row }) => entriesOf(row)}
        starring={starring}
      />
    </Panel>
  );
}

function isSame(a: SessionKey, b: SessionKey): boolean {
  return a.host === b.host && a.logonId === b.logonId && a.boot === b.boot;
}

function FilterChips({ filter, onChange }: { readonly filter: SessionsFilter; readonly onChange: (filter: SessionsFilter) => void }) {
  return (
    <>
      {filter.host !== null && <Chip name="host" value={filter.host} onRemove={() => onChange({ ...filter, host: null })} />}
      {filter.user !== null && <Chip name="user" value={filter.user} onRemove={() => onChange({ ...filter, user: null })} />}
    </>
  );
}

function Chip({ name, value, onRemove }: { readonly name: string; readonly value: string; readonly onRemove: () => void }) {
  return (
    <Button onClick={onRemove} className="max-w-full">
      <span className="sr-only">Take away the filter:</span>
      <span className="text-ink-3">{name}</span>
      <span className="truncate font-mono">{value}</span>
      <CloseIcon className="size-3" />
    </Button>
  );
}
