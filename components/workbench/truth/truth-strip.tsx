'use client';

import { useMemo, type ReactNode } from 'react';
import type { Engine, EventSummary, ReadingKind } from '@/lib/engine/engine';
import type { ConfusionView } from '@/lib/engine/truth-shapes';
import { Disclosure } from '@/components/ui/disclosure';
import { ErrorNotice } from '@/components/ui/error-notice';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { dayAndTime } from '@/components/workbench/drill-down/time-text';
import { useAnswer } from '@/components/workbench/drill-down/use-answer';
import { useTablesPlace } from '@/components/workbench/tables/tables-context';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import { useTruth } from './ground-truth';
import { confusionText, TRUTH_RULE } from './truth-words';

interface TruthStripProps {
  readonly engine: Engine;
  readonly analytic: string;
  readonly kind: ReadingKind;
  readonly onOpenRow: (row: number) => void;
}

/** One reading held against the answer key; nothing where there is none. */
export function TruthStrip({ engine, analytic, kind, onOpenRow }: TruthStripProps) {
  const { answer, isOpen, setOpen } = useTruth();
  const truth = answer.kind === 'ready' ? answer.value : null;
  const told = truth?.view.analytics.find((candidate) => candidate.analytic === analytic);
  const confusion = told?.readings.find((reading) => reading.kind === kind)?.confusion;
  if (!truth || !told || !confusion) return null;
  return (
    <Panel label="Ground truth">
      <Disclosure summary="Ground truth" aside={<span className="tabular text-ink-2">{confusionText(confusion, told.expected)}</span>} open={isOpen} onToggle={() => setOpen(!isOpen)}>
        <div className="flex flex-col gap-3 p-3">
          <p className="max-w-[80ch] text-xs text-ink-2">{told.expected === null ? `The answer key does not say which events analytic ${analytic} should report. ` : ''}{TRUTH_RULE}</p>
          <Lists engine={engine} analytic={analytic} kind={kind} keyText={truth.keyText} confusion={confusion} isExpected={told.expected !== null} onOpenRow={onOpenRow} />
        </div>
      </Disclosure>
    </Panel>
  );
}

interface ListsProps extends TruthStripProps {
  readonly keyText: string;
  readonly confusion: ConfusionView;
  /** Whether the key says what the analytic should report. */
  readonly isExpected: boolean;
}

/** The events and rows behind the numbers, asked for when they are unfolded. */
function Lists({ engine, analytic, kind, keyText, confusion, isExpected, onOpenRow }: ListsProps) {
  const answer = useAnswer(
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `confusion` is another one when the hunt has run again.
    useMemo(() => () => engine.confusionEvents(keyText, { analytic, reading: kind }), [engine, keyText, analytic, kind, confusion]),
  );
  if (answer.kind === 'failed') return <ErrorNotice failure={answer.failure} />;
  if (answer.kind === 'waiting') return <Skeleton className="h-64" />;
  if (answer.value === null) return null;
  const { found, missed, falseAlarms } = answer.value;
  return (
    <>
      {isExpected && (
        <>
          <List label="Found" count={confusion.found} none="Nothing that it should report was found." shown={found.length}>
            {found.map((event) => (
              <Event key={`${event.ref.member}.${event.ref.line}`} event={event} />
            ))}
          </List>
          <List label="Missed" count={confusion.missed} none="Nothing was missed." shown={missed.length}>
            {missed.map((event) => (
              <Event key={`${event.ref.member}.${event.ref.line}`} event={event} />
            ))}
          </List>
        </>
      )}
      <List label="False alarms" count={confusion.falseAlarms} none="Every row is right." shown={falseAlarms.length}>
        {falseAlarms.map(({ row, event }) => (
          <Line key={row} name={`Row ${row + 1}`} event={event} onOpen={() => onOpenRow(row)} />
        ))}
      </List>
    </>
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
