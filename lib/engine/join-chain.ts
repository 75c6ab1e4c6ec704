import type { RowId } from '@/lib/base/row-id';
import type { JoinChain, SessionKey } from './engine';
import { eventSummary } from './event-summary';
import { asUserError } from './explain';
import type { KeptResult } from './kept-result';
import type { OpenTable } from './open-table';
import { legName, shownEvents } from './shown-legs';
import { conditionCheck } from './why-not';

export function joinChain(open: OpenTable, { table, explanation }: KeptResult, row: number): JoinChain {
  const lineage = table.lineage(row);
  const keys = table.joinKeys(row);
  const seen = new Set<number>();
  const legs = lineage.map((lineageLeg) => {
    const { leg, events } = lineageLeg;
    seen.add(leg.id);
    // A key is told at the last of its legs, where all that it ties is on screen.
    const ties = keys.filter((key) => {
      const ids = [...key.leftLegs, ...key.rightLegs].map(({ id }) => id);
      return ids.includes(leg.id) && ids.every((id) => seen.has(id));
    });
    return {
      leg: legName(leg),
      events: shownEvents(lineageLeg).map((event) => eventSummary(open, event)),
      eventCount: events.length,
      matchedOn: ties.map(({ text, value }) => ({ text, value })),
      conditions: events.length === 0 ? [] : asUserError(() => explanation.conditionsOn(leg, events[0])).map(conditionCheck),
    };
  });
  const between = asUserError(() => explanation.conditionsBetween(lineage)).map(conditionCheck);
  return { legs, between, sessions: sessionsBehind(open, lineage.flatMap(shownEvents)) };
}

/** Each event names its sessions, the acting one first; the sessions that most events of the row act in come first. */
function sessionsBehind(open: OpenTable, events: readonly RowId[]): readonly SessionKey[] {
  const votes = new Map<string, { readonly key: SessionKey; acting: number }>();
  for (const event of new Set(events)) {
    open.sessions.keysOfEvent(event).forEach((key, place) => {
      const name = JSON.stringify([key.host, key.logonId, key.boot]);
      const vote = votes.get(name) ?? { key, acting: 0 };
      if (place === 0) vote.acting++;
      votes.set(name, vote);
    });
  }
  return [...votes.values()].sort((a, b) => b.acting - a.acting).map(({ key }) => key);
}
