import type { RowId } from '@/lib/base/row-id';
import type { Leg } from '@/lib/query/plan';
import type { LineageLeg, ResultTable } from '@/lib/query/result-table';
import type { JoinChain, SessionKey } from './engine';
import { eventSummary } from './event-summary';
import type { OpenTable } from './open-table';

/** A group can have a whole dataset behind it; a person reads the first few, and they name the row. */
const EVENTS_PER_LEG = 50;

export function shownEvents(leg: LineageLeg): readonly RowId[] {
  return leg.events.slice(0, EVENTS_PER_LEG);
}

export function joinChain(open: OpenTable, result: ResultTable, row: number): JoinChain {
  const lineage = result.lineage(row);
  const keys = result.joinKeys(row);
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
      conditions: result.funnel.legs.find((entry) => entry.leg.id === leg.id)?.steps.map(({ text }) => text) ?? [],
    };
  });
  return { legs, sessions: sessionsBehind(open, lineage.flatMap(shownEvents)) };
}

/** 'c › b': b inside the sub-query c. */
export function legName(leg: Leg): string {
  return leg.path.join(' › ');
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
