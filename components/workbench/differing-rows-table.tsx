'use client';

import { useMemo, useState, type KeyboardEvent } from 'react';
import type { Engine, EventSummary, JoinChain, ReadingKind } from '@/lib/engine/engine';
import { ErrorNotice } from '@/components/ui/error-notice';
import { CheckIcon } from '@/components/ui/icons';
import { Skeleton } from '@/components/ui/skeleton';
import { StarButton } from '@/components/ui/star-button';
import { trackBusy } from '@/components/ui/busy';
import { dayAndTime } from './drill-down/time-text';
import { useAnswer } from './drill-down/use-answer';
import { useChainStars } from './story/use-chain-stars';
import type { TimeZone } from '@/lib/base/time-zone';
import { useTableLayout } from '@/components/ui/data-table/use-table-layout';
import { arrangedRows, type ListColumn } from './tables/list-rows';
import { FEWEST_FILTERED, SortHead } from './tables/sort-head';
import { useTablesPlace } from './tables/tables-context';
import { useKeptTable } from './tables/use-kept-table';
import { READING_NAMES, SHORT_READING_NAMES } from './reading-names';
import { zoneName } from './time-range-text';
import { useTimeZone } from './time-zone-context';

export interface RowToShow {
  /** The reading that has it, and its number there. */
  readonly home: ReadingKind;
  readonly row: number;
  /** All readings that have it; left out where that is known from what stands above. */
  readonly in?: ReadonlySet<ReadingKind>;
}

interface DifferingRowsTableProps {
  readonly engine: Engine;
  /** As the engine knows it. */
  readonly analytic: string;
  /** What is on screen, whose tables the address has: the analytic and its readings, the first where the view names none. */
  readonly of: { readonly analytic: string; readonly readings: readonly ReadingKind[] };
  /** Readings to tell of each row whether they have it. */
  readonly kinds: readonly ReadingKind[];
  readonly rows: readonly RowToShow[];
  /** How many are shown at first; the rest would be read in the tables themselves, where they are marked at the edge. */
  readonly most: number;
  readonly label: string;
  readonly onOpenRow: (reading: ReadingKind, row: number) => void;
}

/** Of more rows the events are not asked for, not even to sort or filter by them. */
const MOST_ASKED = 500;
const COLUMNS = ['row', 'events'] as const;
const [ROW, EVENTS] = [0, 1];

/** Rows by the events behind them, each with a way to open it. */
export function DifferingRowsTable({ engine, analytic, of, kinds, rows, most, label, onOpenRow }: DifferingRowsTableProps) {
  const zone = useTimeZone();
  const { view } = useTablesPlace();
  const reading = of.readings.find((kind) => kind === view.reading) ?? of.readings[0];
  const control = useTableLayout(useKeptTable('differing', COLUMNS, { analytic: of.analytic, reading }));
  const { sort, filters } = control.layout;
  const asked = sort === null && filters.length === 0 ? most : MOST_ASKED;
  const shown = useMemo(() => rows.slice(0, asked), [rows, asked]);
  const answer = useAnswer(
    useMemo(() => () => Promise.all(shown.map(({ home, row }) => engine.joinChain({ analytic, reading: home, row }))), [engine, analytic, shown]),
  );
  const stars = useChainStars(analytic, shown, answer.kind === 'ready' ? answer.value : null);
  const order = useMemo(() => {
    const chains = answer.kind === 'ready' ? answer.value : null;
    const all = shown.map(({ home, row }, i) => ({ home, row, chain: chains?.[i] ?? null }));
    const columns: readonly ListColumn<(typeof all)[number]>[] = [
      { id: 'row', head: '', cell: ({ home, row }) => `${home} ${row}` },
      { id: 'events', head: '', cell: ({ chain }) => chain && chainText(chain, zone), key: ({ chain }) => chain && firstMillis(chain) },
    ];
    // Until the events are there, as the rows come.
    return arrangedRows(all, columns, chains === null ? null : sort, chains === null ? [] : filters).slice(0, most);
  }, [answer, shown, sort, filters, most, zone]);
  const [said, setSaid] = useState('');
  const star = (row: number) => void trackBusy((stars?.onStar(row) ?? Promise.resolve('')).then(setSaid));
  const onKeyDown = (row: number) => (event: KeyboardEvent) => {
    if (stars === null || event.ctrlKey || event.metaKey || event.altKey || (event.key !== 's' && event.key !== 't')) return;
    event.preventDefault();
    if (event.key === 's') star(row);
    else stars.onTag(row);
  };
  if (answer.kind === 'failed') return <ErrorNotice failure={answer.failure} />;
  return (
    <div tabIndex={0} role="group" aria-label={label} className="overflow-x-auto rounded border border-line">
      <table className="w-full text-xs">
        <thead className="bg-sunken text-left text-ink-2">
          <tr>
            <SortHead control={control} column={ROW} name="Row" hasFilter={false} className="px-3 py-1 align-top font-medium" />
            {kinds.map((kind) => (
              <th key={kind} scope="col" className="whitespace-nowrap px-3 py-1 text-center align-top font-medium">
                {READING_NAMES[kind]}
              </th>
            ))}
            <SortHead control={control} column={EVENTS} name={`The events behind it, times in ${zoneName(zone)}`} hasFilter={rows.length >= FEWEST_FILTERED} className="w-full px-3 py-1 font-medium" />
          </tr>
        </thead>
        <tbody>
          {order.map(({ row: i }) => ({ i, row: shown[i] })).map(({ i, row }) => (
            <tr key={`${row.home} ${row.row}`} onKeyDown={onKeyDown(i)} className="group border-t border-line align-top hover:bg-sunken">
              <th scope="row" className="tabular px-3 py-1 text-left font-normal">
                <span className="flex items-center gap-1">
                  <button
                    type="button"
                    title={`Open this row of ${READING_NAMES[row.home]}`}
                    className="whitespace-nowrap rounded text-accent underline underline-offset-2"
                    onClick={() => onOpenRow(row.home, row.row)}
                  >
                    {SHORT_READING_NAMES[row.home]} {row.row + 1}
                  </button>
                  {stars && <StarButton words={stars.starred.get(i) ?? null} onClick={() => star(i)} isShy className="h-6" />}
                </span>
              </th>
              {kinds.map((kind) => (
                <td key={kind} className="px-3 py-1 text-center">
                  <Presence has={row.in?.has(kind) ?? false} />
                </td>
              ))}
              <td className="px-3 py-1">{answer.kind === 'ready' ? <Events chain={answer.value[i]} /> : <Skeleton className="h-4 w-96" />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <span role="status" className="sr-only">
        {said}
      </span>
      {stars?.dialog}
      {order.length === 0 && <p className="border-t border-line px-3 py-1 text-xs text-ink-2">No row’s events contain that.</p>}
      {rows.length > MOST_ASKED && asked === MOST_ASKED && (
        <p className="border-t border-line px-3 py-1 text-xs text-ink-2">
          Only the first {MOST_ASKED} of {rows.length.toLocaleString('en')} rows are looked through and put in order here; the tables below have them all.
        </p>
      )}
      {filters.length === 0 && rows.length > order.length && (
        <p className="border-t border-line px-3 py-1 text-xs text-ink-2">and {(rows.length - order.length).toLocaleString('en')} more, marked at the edge of the tables</p>
      )}
    </div>
  );
}

/** What the table shows of a row's events, as text. */
function chainText({ legs }: JoinChain, zone: TimeZone): string {
  return legs.flatMap(({ events }) => events.slice(0, 1).map((event) => `${dayAndTime(event, zone)} ${event.eventId} ${event.gist}`)).join('\n');
}

function firstMillis({ legs }: JoinChain): number | null {
  const times = legs.flatMap(({ events }) => events[0]?.millis ?? []);
  return times.length === 0 ? null : Math.min(...times);
}

function Presence({ has }: { readonly has: boolean }) {
  return has ? (
    <>
      <CheckIcon className="inline text-accent" />
      <span className="sr-only">has it</span>
    </>
  ) : (
    <>
      <span aria-hidden="true" className="text-ink-3">
        –
      </span>
      <span className="sr-only">has it not</span>
    </>
  );
}

function Events({ chain }: { readonly chain: JoinChain }) {
  return (
    <ul className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      {chain.legs.map(({ leg, events, eventCount }) => (
        <li key={leg} className="col-span-2 grid grid-cols-subgrid whitespace-nowrap">
          <span className="font-mono text-ink-3">{leg}</span>
          <span>
            {events.length === 0 ? <span className="text-ink-3">no event</span> : <EventWords event={events[0]} />}
            {eventCount > 1 && <span className="text-ink-3"> and {eventCount - 1} more</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function EventWords({ event }: { readonly event: EventSummary }) {
  const zone = useTimeZone();
  return (
    <span>
      <span className="tabular font-mono">
        {dayAndTime(event, zone)} {event.eventId}
      </span>{' '}
      {event.gist}
    </span>
  );
}
