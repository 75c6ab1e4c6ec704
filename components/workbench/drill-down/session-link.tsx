import { wellKnownSession } from '@/lib/base/well-known-session';
import type { SessionKey } from '@/lib/engine/engine';
import { Value } from './part';
import { ViewLink } from './view-link';

export function SessionLink({ session }: { readonly session: SessionKey }) {
  const name = wellKnownSession(session.logonId);
  return (
    <>
      <ViewLink change={{ session, event: null }} title={`Session ${session.logonId} on ${session.host}`}>
        <Value>{session.logonId}</Value>
      </ViewLink>{' '}
      on <Value>{session.host}</Value>
      {session.boot > 0 && <span className="text-ink-3"> after restart {session.boot}</span>}
      {name !== null && <span className="text-ink-3"> · {name}, a service session</span>}
    </>
  );
}
