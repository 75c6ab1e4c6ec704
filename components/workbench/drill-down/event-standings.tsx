import { useMemo, useState, type ReactNode } from 'react';
import { CheckIcon, CloseIcon } from '@/components/ui/icons';
import { Disclosure } from '@/components/ui/disclosure';
import { ErrorNotice } from '@/components/ui/error-notice';
import { countText } from '@/components/ui/format';
import { READING_NAMES } from '@/components/workbench/reading-names';
import type { EventRef } from '@/lib/engine/engine';
import type { EventStanding } from '@/lib/engine/explain-shapes';
import { useDrill } from './drill-context';
import { LegStandings } from './leg-standings';
import { PaneSkeleton } from './pane-skeleton';
import { Unknown, Value } from './part';
import { useAnswer } from './use-answer';
import { ViewLink } from './view-link';

/** Whether the event is in the result of each analytic, and why not. Asked for when it is unfolded. */
export function EventStandings({ event }: { readonly event: EventRef }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="border-b border-line">
      <Disclosure summary="In the analytics" aside="why, why not" open={isOpen} onToggle={() => setOpen(!isOpen)}>
        <Standings event={event} />
      </Disclosure>
    </div>
  );
}

function Standings({ event: { member, line } }: { readonly event: EventRef }) {
  const { engine } = useDrill();
  const answer = useAnswer(useMemo(() => () => engine.whyNot({ member, line }), [engine, member, line]));
  if (answer.kind === 'waiting') return <PaneSkeleton />;
  if (answer.kind === 'failed') return <ErrorNotice failure={answer.failure} />;
  const analytics = [...new Set(answer.value.map(({ analytic }) => analytic))];
  return (
    <ul className="text-sm">
      {analytics.map((analytic) => (
        <li key={analytic} className="border-t border-line px-4 py-2 first:border-t-0">
          <h4 className="label pb-0.5">Analytic {analytic}</h4>
          <ul>
            {answer.value
              .filter((standing) => standing.analytic === analytic)
              .map((standing) => (
                <li key={standing.reading}>
                  <Standing standing={standing} />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Standing({ standing }: { readonly standing: EventStanding }) {
  const isIn = standing.standing === 'in';
  const Mark = isIn ? CheckIcon : CloseIcon;
  const line = (
    <>
      <Mark className={isIn ? 'inline size-3 text-accent' : 'inline size-3 text-ink-3'} /> <span className="font-medium">{READING_NAMES[standing.reading]}</span>{' '}
      <span className="text-ink-2">{words(standing)}</span>
    </>
  );
  if (standing.legs.length === 0) return <p className="py-0.5 pl-4 -indent-4">{line}</p>;
  return (
    <details>
      <summary className="rounded-sm py-0.5 hover:bg-sunken">{line}</summary>
      <div className="ml-1.5 flex flex-col gap-2 border-l border-line py-1 pl-3">
        <Rows standing={standing} />
        <LegStandings legs={standing.legs} />
      </div>
    </details>
  );
}

/** "fails 1 condition", of the leg that it fails least. */
function words({ standing, rows, legs, asksFor, reason }: EventStanding): ReactNode {
  switch (standing) {
    case 'in':
      return (
        <>
          in {countText(rows, 'row')} as leg <Value>{legs.flatMap(({ leg, end }) => (end?.kind === 'in-result' ? [leg] : [])).join(', ')}</Value>
        </>
      );
    case 'no-part':
      return <>plays no part: asks for event {asksFor.map((id, i) => [i > 0 && ' or ', <Value key={id}>{id}</Value>])}</>;
    case 'unknown':
      return <Unknown>not known: {reason ?? 'the reading did not run'}</Unknown>;
    case 'out': {
      const [best] = legs;
      return best.failed > 0 ? `not in it: fails ${countText(best.failed, 'condition')}` : 'not in it: meets every condition, but is left over';
    }
  }
}

function Rows({ standing: { analytic, reading, rows, firstRows } }: { readonly standing: EventStanding }) {
  if (rows === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-2 text-xs">
      {firstRows.map((events, i) => (
        <ViewLink key={i} change={{ section: 'analytics', analytic, reading, row: events, funnel: null, session: null, event: null }}>
          {rows === 1 ? 'the row' : `row ${i + 1} of its ${rows.toLocaleString('en')}`}
        </ViewLink>
      ))}
      {firstRows.length < rows && <span className="text-ink-3">and {(rows - firstRows.length).toLocaleString('en')} more</span>}
    </p>
  );
}
