import { useMemo } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice';
import { EmptyState } from '@/components/ui/empty-state';
import { readEditedAnalytic } from '@/lib/base/edited-analytic';
import { QUERY_ANALYTIC } from '@/lib/base/query-analytic';
import { wellKnownSession } from '@/lib/base/well-known-session';
import type { JoinChain, ReadingKind, RowAddress } from '@/lib/engine/engine';
import { rowStarrable } from '@/components/workbench/story/row-target';
import { graphOfEvents } from '@/components/workbench/graph/graph-changes';
import { GraphLink } from '@/components/workbench/graph/graph-link';
import { StoryMark } from '@/components/workbench/story/story-mark';
import { ChainLegs } from './chain-legs';
import { ConditionList } from './condition-list';
import { useDrill } from './drill-context';
import { PaneSkeleton } from './pane-skeleton';
import { Part } from './part';
import { SessionLink } from './session-link';
import { SessionPane } from './session-pane';
import { useAnswer } from './use-answer';

const READINGS: Record<ReadingKind, string> = { sql: 'published SQL', pandas: 'published pandas', hardened: 'hardened' };

/** How a result row came about, leg by leg, and the session behind it. */
export function RowPane({ analytic, reading, row }: RowAddress) {
  const { engine, view } = useDrill();
  const answer = useAnswer(useMemo(() => () => engine.joinChain({ analytic, reading, row }), [engine, analytic, reading, row]));
  if (answer.kind === 'waiting') return <PaneSkeleton />;
  if (answer.kind === 'failed') return <div className="p-4"><ErrorNotice failure={answer.failure} /></div>;
  const first = answer.value.legs.flatMap(({ events }) => events).at(0);
  return (
    <>
      <p className="border-b border-line px-4 py-2 text-sm text-ink-2">
        Row {row + 1} of {nameOf(analytic, reading)}
      </p>
      {/* A text that is being written has no rows to come back to. */}
      {readEditedAnalytic(analytic) === null && <StoryMark of={rowStarrable(view, { analytic, reading }, view.row, first)} />}
      <GraphLink change={graphOfEvents(view.row)} />
      <Part title={answer.value.legs.length === 1 ? 'The event that matched' : 'The events that matched, leg by leg'}>
        <ChainLegs legs={answer.value.legs} />
      </Part>
      {answer.value.between.length > 0 && (
        <Part title="Between the legs">
          <ConditionList conditions={answer.value.between} />
        </Part>
      )}
      <Sessions chain={answer.value} />
    </>
  );
}

function nameOf(analytic: string, reading: ReadingKind): string {
  if (analytic === QUERY_ANALYTIC) return 'the query';
  const edited = readEditedAnalytic(analytic);
  if (edited === null) return `analytic ${analytic}, ${READINGS[reading]}`;
  const name = `analytic ${edited.id}, ${READINGS[reading].replace('published ', '')}`;
  return edited.side === 'edited' ? `${name}, as edited` : `${name}, of the original`;
}

/** The acting session in full; further ones and the service sessions, which are no one's trail, as links. */
function Sessions({ chain }: { readonly chain: JoinChain }) {
  const main = chain.sessions.find((session) => wellKnownSession(session.logonId) === null);
  const others = chain.sessions.filter((session) => session !== main);
  return (
    <>
      {main && <SessionPane {...main} isPart />}
      {others.length > 0 && (
        <Part title={main ? 'Also in' : 'Sessions'}>
          <ul className="flex flex-col gap-1 text-sm">
            {others.map((session) => (
              <li key={`${session.host} ${session.logonId} ${session.boot}`}>
                <SessionLink session={session} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {chain.sessions.length === 0 && <EmptyState title="No logon session">None of these events carries a logon ID.</EmptyState>}
    </>
  );
}
