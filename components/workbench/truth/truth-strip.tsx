'use client';

import type { ReactNode } from 'react';
import type { EventSummary, ReadingKind } from '@/lib/engine/engine';
import { Disclosure } from '@/components/ui/disclosure';
import { Panel } from '@/components/ui/panel';
import { dayAndTime } from '@/components/workbench/drill-down/time-text';
import { useTablesPlace } from '@/components/workbench/tables/tables-context';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import { useTruth } from './ground-truth';
import { confusionText, TRUTH_RULE } from './truth-words';

interface TruthStripProps {
  readonly analytic: string;
  readonly kind: ReadingKind;
  readonly onOpenRow: (row: number) => void;
}

/** One reading held against the answer key; nothing where there is none. */
export function TruthStrip({ analytic, kind, onOpenRow }: TruthStripProps) {
  const { answer, isOpen, setOpen } = useTruth();
  const truth = answer.kind === 'ready' && answer.value?.analytics.find((candidate) => candidate.analytic === analytic);
  const confusion = truth ? truth.readings.find((reading) => reading.kind === kind)?.confusion : null;
  if (!truth || !confusion) return null;
  const { found, missed, falseAlarms } = confusion;
  return (
    <Panel label="Ground truth">
      <Disclosure summary="Ground truth" aside={<span className="tabular text-ink-2">{confusionText(confusion, truth.expected)}</span>} open={isOpen} onToggle={() => setOpen(!isOpen)}>
        <div className="flex flex-col gap-3 p-3">
          <p className="max-w-[80ch] text-xs text-ink-2">{truth.expected === null ? `The answer key does not say which events analytic ${analytic} should report. ` : ''}{TRUTH_RULE}</p>
          {truth.expected !== null && (
            <>
              <List label="Found" count={found.count} none="Nothing that it should report was found." shown={found.events.length}>
                {found.events.map((event) => (
                  <Event key={`${event.ref.member}.${event.ref.line}`} event={event} />
                ))}
              </List>
              <List label="Missed" count={missed.count} none="Nothing was missed." shown={missed.events.length}>
                {missed.events.map((event) => (
                  <Event key={`${event.ref.member}.${event.ref.line}`} event={event} />
                ))}
              </List>
            </>
          )}
          <List label="False alarms" count={falseAlarms.count} none="Every row is right." shown={falseAlarms.rows.length}>
            {falseAlarms.rows.map(({ row, event }) => (
              <Line key={row} name={`Row ${row + 1}`} event={event} onOpen={() => onOpenRow(row)} />
            ))}
          </List>
        </div>
      </Disclosure>
    </Panel>
  );
}

interface ListProps {
  readonly label: string;
  readonly count: number;
  /** What to say of an empty one. */
  readonly none: string;
  readonly shown: number;
  readonly children: ReactNode;
}

function List({ label, count, none, shown, children }: ListProps) {
  return (
    <section aria-label={label}>
      <h4 className="mb-1 text-xs font-medium">
        {label} <span className="tabular font-normal text-ink-3">{count.toLocaleString('en')}</span>
      </h4>
      {count === 0 ? (
        <p className="text-xs text-ink-3">{none}</p>
      ) : (
        <div tabIndex={0} role="group" aria-label={`${label}: ${count.toLocaleString('en')}`} className="max-h-64 overflow-auto rounded border border-line">
          <ul>{children}</ul>
        </div>
      )}
      {shown < count && <p className="mt-1 text-2xs text-ink-3">The first {shown.toLocaleString('en')} of {count.toLocaleString('en')}.</p>}
    </section>
  );
}

function Event({ event }: { readonly event: EventSummary }) {
  const { go } = useTablesPlace();
  return <Line name={`${event.eventId ?? 'event'}`} event={event} onOpen={() => go({ event: event.ref })} />;
}

function Line({ name, event, onOpen }: { readonly name: string; readonly event: EventSummary | null; readonly onOpen: () => void }) {
  const zone = useTimeZone();
  return (
    <li className="border-t border-line first:border-t-0">
      <button type="button" onClick={onOpen} className="focus-inset flex w-full flex-wrap items-baseline gap-x-3 px-2 py-1 text-left text-xs hover:bg-sunken pointer-coarse:min-h-10">
        <span className="tabular min-w-14 text-accent underline underline-offset-2">{name}</span>
        {event && (
          <>
            <span className="tabular font-mono text-2xs text-ink-2">{dayAndTime(event, zone)}</span>
            <span className="text-ink-2">{event.host}</span>
            <span className="min-w-0 break-words">{event.gist}</span>
          </>
        )}
      </button>
    </li>
  );
}
