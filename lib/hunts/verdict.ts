import type { EventTable } from '@/lib/events/event-table';
import type { Query } from '@/lib/query/plan';
import type { ResultTable } from '@/lib/query/result-table';
import { countEvents, type DataSourceStatus } from './data-source-status';
import { fieldsOf, neededLegs } from './event-needs';

/**
 * Why a reading that found nothing could not have found anything; null if it could. Either a leg asks for event IDs of which the dataset
 * holds none (of the provider that the data sources name for them), or a leg lost its last event to a condition on a field
 * that no event has. A reading whose logic names no event ID is judged by all its analytic's data sources.
 */
export function cannotKnow(query: Query, result: ResultTable, sources: readonly DataSourceStatus[], table: EventTable): string | null {
  const legs = neededLegs(query.plan);
  for (const { eventIds } of legs) {
    if (eventIds === null) continue;
    const named = sources.filter((source) => eventIds.includes(source.eventId.trim()));
    const events = named.length > 0 ? Math.max(...named.map((source) => source.events)) : countEvents(table, null, eventIds).events;
    if (events === 0)
      return noEvents(
        eventIds,
        named.map((source) => source.provider),
      );
  }
  for (const { leg, conditions } of legs) {
    const emptied = result.funnel.legs.find((funnel) => funnel.leg.id === leg)?.steps.find((step) => step.left === 0);
    const condition = conditions.find(
      (candidate) => candidate.span.start === emptied?.span?.start && candidate.span.end === emptied?.span?.end,
    );
    const fields = condition ? fieldsOf(condition.expr) : [];
    if (fields.length > 0 && fields.every((field) => field.found === null))
      return `No event of this dataset has the field ${fields[0].name}.`;
  }
  if (legs.every(({ eventIds }) => eventIds === null) && sources.length > 0 && sources.every((source) => source.events === 0)) {
    return noEvents(
      sources.map((source) => source.eventId),
      sources.map((source) => source.provider),
    );
  }
  return null;
}

function noEvents(eventIds: readonly string[], providers: readonly string[]): string {
  const ids = [...new Set(eventIds)];
  const of = [...new Set(providers)];
  return `This dataset holds no event ${ids.join(' or ')}${of.length > 0 ? ` of ${of.join(' or ')}` : ''}.`;
}
