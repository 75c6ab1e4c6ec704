'use client';

import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorNotice } from '@/components/ui/error-notice';
import { CloseIcon } from '@/components/ui/icons';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import type { Engine, SessionKey, SessionSummary } from '@/lib/engine/engine';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import type { SessionsFilter, ViewState } from '@/lib/url/view-state';
import { sessionColumns, sessionRows } from './session-rows';
import { useAnswer } from './use-answer';

interface SessionListProps {
  readonly engine: Engine;
  readonly view: ViewState;
  readonly go: (change: Partial<ViewState>) => void;
}

const NONE: ReadonlySet<number> = new Set();

/** The workbench's section "Sessions": those of people and machines first, the service sessions set apart. */
export function SessionList({ engine, view, go }: SessionListProps) {
  const { host, user } = view.sessionsFilter;
  const answer = useAnswer(
    useMemo(() => () => engine.sessions({ ...(host === null ? {} : { host }), ...(user === null ? {} : { user }) }), [engine, host, user]),
  );
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h2 tabIndex={-1} className="rounded-sm text-lg font-medium">
          Logon sessions
        </h2>
        <FilterChips filter={view.sessionsFilter} onChange={(sessionsFilter) => go({ sessionsFilter })} />
      </header>
      {answer.kind === 'waiting' && <Skeleton className="h-72 w-full" />}
      {answer.kind === 'failed' && <ErrorNotice failure={answer.failure} />}
      {answer.kind === 'ready' && (
        <Lists sessions={answer.value} filter={view.sessionsFilter} open={view.session} onOpen={(session) => go({ session, row: [], funnel: null, event: null })} />
      )}
    </div>
  );
}

interface ListsProps {
  readonly sessions: readonly SessionSummary[];
  readonly filter: SessionsFilter;
  readonly open: SessionKey | null;
  readonly onOpen: (session: SessionKey) => void;
}

function Lists({ sessions, filter, open, onOpen }: ListsProps) {
  const actors = useMemo(() => sessions.filter((session) => session.wellKnown === null), [sessions]);
  const services = useMemo(() => sessions.filter((session) => session.wellKnown !== null), [sessions]);
  if (sessions.length === 0) {
    const isFiltered = filter.host !== null || filter.user !== null;
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
      {actors.length > 0 && <SessionTable label="Logon sessions" sessions={actors} open={open} onOpen={onOpen} mostRowsShown={16} />}
      {services.length > 0 && (
        <section aria-labelledby="service-sessions" className="flex flex-col gap-2">
          <h3 id="service-sessions" className="text-sm font-medium">
            Service sessions
          </h3>
          <p className="max-w-[72ch] text-sm text-ink-2">
            Every host has these. Many actors work under their IDs, so none of them is one actor&rsquo;s trail.
          </p>
          <SessionTable label="Service sessions" sessions={services} open={open} onOpen={onOpen} mostRowsShown={8} />
        </section>
      )}
    </>
  );
}

interface SessionTableProps extends Omit<ListsProps, 'filter'> {
  readonly label: string;
  readonly mostRowsShown: number;
}

function SessionTable({ label, sessions, open, onOpen, mostRowsShown }: SessionTableProps) {
  const zone = useTimeZone();
  const fetchRows = useMemo(() => sessionRows(sessions, zone), [sessions, zone]);
  const columns = useMemo(() => sessionColumns(zone), [zone]);
  const selected = sessions.findIndex((session) => open !== null && isSame(session, open));
  const openRow = (row: number) => {
    const { host, logonId, boot } = sessions[row];
    onOpen({ host, logonId, boot });
  };
  return (
    <Panel>
      <DataTable
        label={label}
        columns={columns}
        rowCount={sessions.length}
        fetchRows={fetchRows}
        selected={selected < 0 ? null : selected}
        onOpen={openRow}
        marked={NONE}
        markedLabel=""
        summary={null}
        mostRowsShown={mostRowsShown}
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
