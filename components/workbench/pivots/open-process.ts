import type { ProcessView } from '@/lib/engine/across-shapes';
import type { Engine, EventRef } from '@/lib/engine/engine';
import type { ViewState } from '@/lib/url/view-state';
import { guidOf, type PivotValue } from './pivot-changes';

/**
 * The process that a GUID or a number names, as the event that tells of it with its process tree unfolded. `of` is the event that has
 * the value; null: the first that has it, which is enough for a GUID. Null where no event has it.
 */
export async function openedProcess(engine: Engine, { field, value }: PivotValue, of: EventRef | null): Promise<Partial<ViewState> | null> {
  const event = of ?? (await firstEvent(engine, { field, value }));
  if (event === null) return null;
  const guid = guidOf(value);
  const isNamed = (process: ProcessView) => (guid === null ? process.pid === Number(value) : process.guid === guid);
  // A number is used again: only those around the event can be meant by it.
  for (const around of guid === null ? (['process'] as const) : (['process', 'host'] as const)) {
    const found = (await engine.processTree({ event, around }))?.processes.find(isNamed);
    if (found) return { event: found.event.ref, unfolded: 'process' };
  }
  return { event, unfolded: 'process' };
}

async function firstEvent(engine: Engine, { field, value }: PivotValue): Promise<EventRef | null> {
  const filter = { fields: [{ field, value, exclude: false }], text: null, time: null };
  const { rows } = await engine.events({ filter, sort: { field: null, descending: false }, columns: [], offset: 0, limit: 1 });
  return rows.at(0)?.ref ?? null;
}
