'use client';

import { useMemo, type MouseEvent, type ReactNode } from 'react';
import type { BaselineRow } from '@/lib/base/baseline';
import type { Engine, SessionKey } from '@/lib/engine/engine';
import { encodeViewState } from '@/lib/url/encode-view-state';
import type { ViewState } from '@/lib/url/view-state';
import { ErrorNotice } from '@/components/ui/error-notice';
import { countText } from '@/components/ui/format';
import { Skeleton } from '@/components/ui/skeleton';
import { closed } from '@/components/workbench/drill-down/layers';
import { useAnswer } from '@/components/workbench/drill-down/use-answer';

interface RowTrailProps {
  readonly engine: Engine;
  readonly row: BaselineRow;
  readonly view: ViewState;
  readonly go: (change: Partial<ViewState>) => void;
}

const MOST_SESSIONS = 50;

/** The events and sessions behind a row of the baseline. */
export function RowTrail({ engine, row, view, go }: RowTrailProps) {
  const answer = useAnswer(useMemo(() => () => engine.baselineTrail(row), [engine, row]));
  if (answer.kind === 'waiting') return <Skeleton className="h-5 w-64" />;
  if (answer.kind === 'failed') return <ErrorNotice failure={answer.failure} />;
  const { filter, sessions } = answer.value;
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      <Link view={view} go={go} change={{ ...closed, section: 'events', filters: filter }}>
        {countText(row.writes, 'event')}
      </Link>
      {sessions.slice(0, MOST_SESSIONS).map((session) => (
        <Link key={JSON.stringify(session)} view={view} go={go} change={{ ...closed, session }}>
          {sessionText(session)}
        </Link>
      ))}
      {sessions.length > MOST_SESSIONS && <span className="text-ink-3">and {countText(sessions.length - MOST_SESSIONS, 'further session')}</span>}
    </div>
  );
}

function sessionText({ host, logonId, boot }: SessionKey): string {
  return `session ${logonId} on ${host}${boot > 0 ? ` after restart ${boot}` : ''}`;
}

interface LinkProps extends Pick<RowTrailProps, 'view' | 'go'> {
  readonly change: Partial<ViewState>;
  readonly children: ReactNode;
}

function Link({ view, go, change, children }: LinkProps) {
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(change);
  };
  return (
    <a href={`#${encodeViewState({ ...view, ...change })}`} onClick={onClick} className="rounded-sm text-accent underline decoration-1 underline-offset-2 hover:decoration-2">
      {children}
    </a>
  );
}
