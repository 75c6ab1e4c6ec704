import { useMemo } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice';
import type { Engine, SessionKey } from '@/lib/engine/engine';
import { graphOfSession } from '@/components/workbench/graph/graph-changes';
import { GraphLink } from '@/components/workbench/graph/graph-link';
import { StoryMark } from '@/components/workbench/story/story-mark';
import { sessionStarrable } from '@/components/workbench/story/target-words';
import { ConnectionEnds } from './connection-ends';
import { useDrill } from './drill-context';
import { PaneSkeleton } from './pane-skeleton';
import { Part, Value } from './part';
import { SessionFacts } from './session-facts';
import { SessionLanesView } from './session-lanes-view';
import { SessionTimeline } from './session-timeline';
import { useAnswer } from './use-answer';
import { ViewLink } from './view-link';
import { WrittenFiles } from './written-files';

interface SessionPaneProps extends SessionKey {
  /** Under the row that it is behind: then it says its name, and opens by itself. */
  readonly isPart?: boolean;
}

/** A logon session: who, from where, how, and what it did. */
export function SessionPane({ host, logonId, boot, isPart = false }: SessionPaneProps) {
  const { engine } = useDrill();
  const answer = useAnswer(useMemo(() => () => wholeSession(engine, { host, logonId, boot }), [engine, host, logonId, boot]));
  if (answer.kind === 'waiting') return <PaneSkeleton />;
  if (answer.kind === 'failed') return <div className="p-4"><ErrorNotice failure={answer.failure} /></div>;
  const { session, connections } = answer.value;
  const title = isPart ? 'The session behind it' : session.wellKnown === null ? 'Who and from where' : 'A service session';
  return (
    <>
      <Part
        title={title}
        aside={
          isPart && (
            <ViewLink change={{ session: { host, logonId, boot } }} title="Open the session by itself">
              <Value>{logonId}</Value>
            </ViewLink>
          )
        }
      >
        <SessionFacts session={session} />
      </Part>
      {!isPart && <StoryMark of={sessionStarrable(session)} />}
      {!isPart && <GraphLink change={graphOfSession(session)} />}
      <Part title="What it did over time">
        <SessionLanesView session={session} />
      </Part>
      {session.files.length > 0 && (
        <Part title={session.files.length === 1 ? 'The file it wrote' : `The ${session.files.length} files it wrote`}>
          <WrittenFiles files={session.files} />
        </Part>
      )}
      <ConnectionEnds connections={connections} />
      <Part title="Its events in order" aside={<span className="tabular text-xs text-ink-3">{session.events === 1 ? '1 event' : `${session.events.toLocaleString('en')} events`}</span>}>
        <SessionTimeline session={session} />
      </Part>
    </>
  );
}

/** Nothing moves when a part of it arrives. */
async function wholeSession(engine: Engine, key: SessionKey) {
  const [session, connections] = await Promise.all([engine.session(key), engine.connections({ kind: 'session', session: key })]);
  return { session, connections };
}
