import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { zoneName } from '@/components/workbench/time-range-text';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import type { SessionDetail, SessionEvent } from '@/lib/engine/engine';
import { EventLink } from './event-link';
import { RoleMark } from './role-mark';
import { dayOf } from './time-text';

/** Events shown at first, and with each press of the button. */
const STEP = 200;

/** The session's events along a rail, each with the mark of its role. */
export function SessionTimeline({ session }: { readonly session: SessionDetail }) {
  const zone = useTimeZone();
  const [shown, setShown] = useState(STEP);
  const confirming = new Set(session.files.flatMap((file) => (file.confirmedBy === null ? [] : [place(file.confirmedBy)])));
  const events = session.timeline.slice(0, shown);
  const days = events.map((event) => dayOf(event, zone));
  const hidden = session.timeline.length - events.length;
  return (
    <>
      <ol>
        {events.map((event, i) => (
          <li key={place(event)}>
            {days[i] !== null && days[i] !== (i === 0 ? null : days[i - 1]) && (
              <p className="tabular py-1 pl-7 font-mono text-2xs text-ink-3">
                {days[i]} {zoneName(zone)}
              </p>
            )}
            <div className="relative pb-1.5 pl-7">
              {i < events.length - 1 && <span aria-hidden="true" className="absolute bottom-0 left-[9px] top-5 w-px bg-line" />}
              <RoleMark role={event.role} />
              <EventLink event={event} words={words(event, confirming.has(place(event)))} />
            </div>
          </li>
        ))}
      </ol>
      {hidden > 0 && (
        <Button className="mt-2" onClick={() => setShown(shown + STEP)}>
          Show {Math.min(STEP, hidden)} more of {hidden.toLocaleString('en')}
        </Button>
      )}
      {hidden === 0 && session.cut && (
        <p className="mt-2 text-xs text-ink-3">The session has more events than these; its first {session.timeline.length.toLocaleString('en')} are listed.</p>
      )}
    </>
  );
}

function words(event: SessionEvent, isConfirming: boolean): string {
  const note = event.note === '' ? event.gist : event.note;
  return isConfirming ? `${note} · confirms the write` : note;
}

function place({ ref }: Pick<SessionEvent, 'ref'>): string {
  return `${ref.member}.${ref.line}`;
}
