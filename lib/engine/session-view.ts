import type { RowId } from '@/lib/base/row-id';
import type { LogonSession, LogonSessionSummary } from '@/lib/sessions/logon-session';
import type { SessionDetail, SessionSummary } from './engine';
import { eventSummary } from './event-summary';
import type { OpenTable } from './open-table';
import type { HitEvents } from './session-hits';

/** A longer trail is cut; `cut` says so. */
const TIMELINE_EVENTS = 2_000;

export function sessionSummary(open: OpenTable, hits: HitEvents, session: LogonSessionSummary): SessionSummary {
  const told = (row: RowId | null) => (row === null ? null : eventSummary(open, row));
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
    logon: told(session.logon),
    logoff: told(session.logoff),
    hostTellsLogons: session.hostTellsLogons,
    elevated: session.elevated,
    linked: session.linked,
    shareCount: session.shareCount,
    fileCount: session.fileCount,
    hits: hits.ofSession(session),
    events: session.events,
    first: eventSummary(open, session.first),
    last: eventSummary(open, session.last),
  };
}

export function sessionDetail(open: OpenTable, hits: HitEvents, session: LogonSession): SessionDetail {
  return {
    ...sessionSummary(open, hits, session),
    sid: session.sid,
    authentication: session.authentication,
    privileges: session.privileges,
    timeline: session.timeline.slice(0, TIMELINE_EVENTS).map(({ row, role, note }) => ({ ...eventSummary(open, row), role, note, hits: hits.ofEvent(row) })),
    cut: session.timeline.length > TIMELINE_EVENTS,
    files: session.files.map(({ path, access, confirmedBy }) => ({
      path,
      access: eventSummary(open, access),
      confirmedBy: confirmedBy === null ? null : eventSummary(open, confirmedBy),
    })),
    shares: session.shares,
  };
}
