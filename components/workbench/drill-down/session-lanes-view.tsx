import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { classNames } from '@/components/ui/class-names';
import type { MenuAnchor } from '@/components/ui/context-menu';
import { movedInLanes } from '@/components/ui/lane-keys';
import { isMenuKey, pointerAnchor, useContextMenu } from '@/components/ui/use-context-menu';
import { usePivotEntries } from '@/components/workbench/pivots/use-pivot-entries';
import { timeTicks } from '@/components/workbench/time-ticks';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import type { SessionDetail } from '@/lib/engine/engine';
import { useDrill } from './drill-context';
import { EventLink } from './event-link';
import { sessionLanes, type LaneMark, type SessionLane } from './session-lanes';
import { timeOfDay } from './time-text';

const TICKS = 3;
/** Events of one mark that are listed under the lanes. */
const MOST_LISTED = 50;

/** What a session did over its time, a lane for each kind of thing. One stop for the Tab key; arrows go from mark to mark, Enter opens. */
export function SessionLanesView({ session }: { readonly session: SessionDetail }) {
  const { go } = useDrill();
  const zone = useTimeZone();
  const lanes = useMemo(() => sessionLanes(session.timeline), [session]);
  const group = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ lane: 0, mark: 0 });
  const [opened, setOpened] = useState<LaneMark | null>(null);
  const entriesOf = usePivotEntries();
  const { open: openMenu, menu } = useContextMenu();
  const setMenu = (mark: LaneMark, anchor: MenuAnchor) => openMenu({ label: markLabel(mark, zone), anchor, entries: entriesOf('EventID', mark.events[0].eventId) });
  if (lanes === null) return null;

  const filled = lanes.lanes.findIndex(({ marks }) => marks.length > 0);
  const stop = lanes.lanes[place.lane]?.marks[place.mark] ? place : { lane: filled, mark: 0 };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isMenuKey(event)) {
      const mark = lanes.lanes[stop.lane]?.marks[stop.mark];
      if (!mark || !(event.target instanceof Element)) return;
      event.preventDefault();
      setMenu(mark, event.target.getBoundingClientRect());
      return;
    }
    const next = movedInLanes(lanes.lanes.map(({ marks }) => marks.map(({ at }) => at)), stop, event.key);
    if (next === null) return;
    event.preventDefault();
    setPlace(next);
    group.current?.querySelector<HTMLElement>(`[data-mark="${next.lane}:${next.mark}"]`)?.focus();
  };
  const choose = (mark: LaneMark) => {
    if (mark.events.length === 1) go({ event: mark.events[0].ref });
    else setOpened(opened === mark ? null : mark);
  };
  const listed = opened?.events.slice(0, MOST_LISTED) ?? [];
  return (
    <>
      <div ref={group} role="group" aria-label="Lanes of the session" onKeyDown={onKeyDown}>
        {lanes.lanes.map((lane, i) => (
          <div key={lane.role} role="group" aria-label={`${lane.label}, ${lane.events === 1 ? '1 event' : `${lane.events} events`}`} className="flex h-6 items-center border-b border-line">
            <span aria-hidden="true" className={classNames('w-20 shrink-0 text-xs', lane.events === 0 ? 'text-ink-3' : 'text-ink-2')}>
              {lane.label}
            </span>
            <div className="relative mx-2 h-full min-w-0 grow">
              {cutText(session, lane) !== null && <span className="absolute inset-y-0 left-0 text-2xs leading-6 text-ink-3">{cutText(session, lane)}</span>}
              {lane.marks.map((mark, j) => (
                <button
                  key={mark.at}
                  type="button"
                  data-mark={`${i}:${j}`}
                  tabIndex={stop.lane === i && stop.mark === j ? 0 : -1}
                  aria-label={markLabel(mark, zone)}
                  aria-expanded={mark.events.length > 1 ? opened === mark : undefined}
                  title={markLabel(mark, zone)}
                  onFocus={() => setPlace({ lane: i, mark: j })}
                  onClick={() => choose(mark)}
                  onContextMenu={(event) => {
                    event.preventDefault();
                    setMenu(mark, pointerAnchor(event));
                  }}
                  className={classNames(
                    'tabular absolute top-1 flex h-4 min-w-4 -translate-x-1/2 after:absolute after:-inset-1 items-center justify-center rounded-sm border px-0.5 font-mono text-2xs',
                    mark.events.some(({ hits }) => hits.length > 0) ? 'border-transparent bg-accent text-accent-ink' : 'border-edge bg-sunken text-ink-2',
                    opened === mark && 'ring-2 ring-accent',
                  )}
                  style={{ left: `${mark.at * 100}%` }}
                >
                  {mark.events.length > 1 && mark.events.length}
                </button>
              ))}
            </div>
          </div>
        ))}
      </div>
      <div aria-hidden="true" className="tabular relative ml-22 mr-2 h-5 font-mono text-2xs text-ink-3">
        {timeTicks(lanes.first, lanes.last, TICKS, zone).map(({ millis, text }) => (
          <span key={millis} className="absolute -translate-x-1/2 pt-0.5" style={{ left: `${lanes.last === lanes.first ? 50 : ((millis - lanes.first) / (lanes.last - lanes.first)) * 100}%` }}>
            {text}
          </span>
        ))}
      </div>
      {menu}
      {opened && (
        <ul aria-label={markLabel(opened, zone)} className="mt-1 max-h-48 overflow-y-auto rounded bg-sunken px-3 py-1">
          {listed.map((event) => (
            <li key={`${event.ref.member}.${event.ref.line}`}>
              <EventLink event={event} words={event.note === '' ? event.gist : event.note} />
            </li>
          ))}
          {opened.events.length > listed.length && <li className="text-xs text-ink-3">{opened.events.length - listed.length} more are in the list below.</li>}
        </ul>
      )}
    </>
  );
}

/** Why the lane that the session begins or ends with is empty. */
function cutText({ wellKnown, hostTellsLogons }: SessionDetail, { role, events }: SessionLane): string | null {
  if (events > 0 || wellKnown !== null || !hostTellsLogons) return null;
  return role === 'logon' ? 'began before this dataset' : role === 'logoff' ? 'no logoff in this dataset' : null;
}

function markLabel({ events }: LaneMark, zone: string): string {
  const hits = [...new Set(events.flatMap((event) => event.hits))];
  const behind = hits.length === 0 ? '' : `, behind rows of ${hits.join(', ')}`;
  const [first] = events;
  const from = timeOfDay(first, zone);
  if (events.length === 1) return `${from}, event ${first.eventId ?? 'of no type'}, ${first.note === '' ? first.gist : first.note}${behind}`;
  return `${events.length} events from ${from} to ${timeOfDay(events[events.length - 1], zone)}${behind}`;
}
