import type { SessionEvent } from '@/lib/engine/engine';

type Role = SessionEvent['role'];

/** In the order in which a session lives; what is none of these comes last, where there is some. */
const LANES: readonly (readonly [role: Role, label: string])[] = [
  ['logon', 'Logon'],
  ['privileges', 'Privileges'],
  ['share', 'Shares'],
  ['file', 'Files'],
  ['process', 'Processes'],
  ['network', 'Network'],
  ['logoff', 'Logoff'],
];

/** Columns that a lane is divided into: events in one of them share a mark. */
const SLOTS = 48;

export interface LaneMark {
  /** Along the lane, 0 to 1. */
  readonly at: number;
  /** In order of time. */
  readonly events: readonly SessionEvent[];
}

export interface SessionLane {
  readonly role: Role;
  readonly label: string;
  readonly events: number;
  readonly marks: readonly LaneMark[];
}

export interface SessionLanes {
  readonly first: number;
  readonly last: number;
  readonly lanes: readonly SessionLane[];
}

/** The events by what they are in the session, over its time. Null without an event whose time can be read; events without one are left out. */
export function sessionLanes(timeline: readonly SessionEvent[]): SessionLanes | null {
  const timed = timeline.flatMap((event) => (event.millis === null ? [] : [{ event, millis: event.millis }]));
  if (timed.length === 0) return null;
  const first = timed.reduce((least, { millis }) => Math.min(least, millis), Infinity);
  const last = timed.reduce((most, { millis }) => Math.max(most, millis), -Infinity);
  const share = (millis: number) => (last === first ? 0.5 : (millis - first) / (last - first));
  const hasOther = timed.some(({ event }) => event.role === 'other');
  const lanes = [...LANES, ...(hasOther ? [['other', 'Other'] as const] : [])].map(([role, label]): SessionLane => {
    const slots = new Map<number, { readonly at: number; readonly events: SessionEvent[] }>();
    const own = timed.filter(({ event }) => event.role === role);
    for (const { event, millis } of own) {
      const slot = Math.min(SLOTS - 1, Math.floor(share(millis) * SLOTS));
      const mark = slots.get(slot) ?? { at: share(millis), events: [] };
      slots.set(slot, mark);
      mark.events.push(event);
    }
    return { role, label, events: own.length, marks: [...slots.values()].sort((a, b) => a.at - b.at) };
  });
  return { first, last, lanes };
}
