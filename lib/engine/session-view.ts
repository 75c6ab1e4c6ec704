import type { LogonSession, LogonSessionSummary } from '@/lib/sessions/logon-session';
import type { SessionDetail, SessionSummary } from './engine';
import { eventSummary } from './event-summary';
import type { OpenTable } from './open-table';

/** A longer trail is cut; `cut` says so. */
const TIMELINE_EVENTS = 2_000;

export function sessionSummary(open: OpenTable, session: LogonSessionSummary): SessionSummary {
  return {
    host: session.host,
    logonId: session.logonId,
    boot: session.boot,
    account: session.account,
    domain: session.domain,
    wellKnown: session.wellKnown,
    logonType: session.logonType,
    sourceAddress: session.sourceAddress,
    sourcePort: session.sourcePort,
    events: session.events,
    first: eventSummary(open, session.first),
    last: eventSummary(open, session.last),
  };
}

export function sessionDetail(open: OpenTable, session: LogonSession): SessionDetail {
  return {
    ...sessionSummary(open, session),
    sid: session.sid,
    authentication: session.authentication,
    privileges: session.privileges,
    logon: session.logon === null ? null : eventSummary(open, session.logon),
    logoff: session.logoff === null ? null : eventSummary(open, session.logoff),
    timeline: session.timeline.slice(0, TIMELINE_EVENTS).map(({ row, role, note }) => ({ ...eventSummary(open, row), role, note })),
    cut: session.timeline.length > TIMELINE_EVENTS,
    files: session.files.map(({ path, access, confirmedBy }) => ({
      path,
      access: eventSummary(open, access),
      confirmedBy: confirmedBy === null ? null : eventSummary(open, confirmedBy),
    })),
    shares: session.shares,
  };
}
