import type { EventSummary, SessionSummary } from '@/lib/engine/engine';
import type { Starrable } from './starring';
import { targetAddress } from './story';

/** '5140 on WORKSTATION6 · Share \\*\C$ · pgustavo' */
export function eventLabel({ eventId, host, gist }: EventSummary): string {
  return [`${eventId ?? 'An event'}${host === null ? '' : ` on ${host}`}`, gist].filter((part) => part !== '').join(' · ');
}

/** 'pgustavo on WORKSTATION6, 0x4e13b2e' */
export function sessionLabel({ account, wellKnown, host, logonId }: SessionSummary): string {
  return `${account ?? wellKnown ?? 'Unknown account'} on ${host}, ${logonId}`;
}

export function eventStarrable(event: EventSummary): Starrable {
  return { address: targetAddress({ event: event.ref }), label: eventLabel(event), millis: event.millis };
}

export function sessionStarrable(session: SessionSummary): Starrable {
  const { host, logonId, boot } = session;
  return { address: targetAddress({ session: { host, logonId, boot } }), label: sessionLabel(session), millis: session.first.millis };
}
