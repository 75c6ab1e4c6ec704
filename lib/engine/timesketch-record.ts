import type { RowId } from '@/lib/base/row-id';
import { eventFields } from '@/lib/events/event-fields';
import { eventSummary } from './event-summary';
import type { OpenTable } from './open-table';

/**
 * An event as a line of Timesketch's JSONL, with its line end; null where the event has no readable time, which Timesketch needs. Mandatory are
 * `message`, `datetime` (ISO 8601) and `timestamp_desc`; anything else is an attribute to search by. Source:
 * https://github.com/google/timesketch/blob/master/docs/guides/user/import-from-json-csv.md
 *
 * Attributes are text: a field that is a number in one event and text in the next would be refused by the index behind it. Dots in names
 * would make objects there. `found`: what else to say of the event.
 */
export function timesketchRecord(open: OpenTable, row: RowId, found: Readonly<Record<string, string>>): string | null {
  const { time, millis, channel, eventId, gist, ref } = eventSummary(open, row);
  if (millis === null || Math.abs(millis) > LAST_MILLIS) return null;
  const record = new Map<string, string>([
    ['message', [[channel, eventId].filter((part) => part !== null).join(' '), gist].filter((part) => part !== '').join(' · ') || 'Event'],
    ['datetime', new Date(millis).toISOString().replace('Z', '+00:00')],
    ['timestamp_desc', open.clock?.fieldOf(row) ?? 'time'],
    ['event_source', `${open.table.members[ref.member].name}:${ref.line}`],
    ...(time === null ? [] : ([['time_as_written', time]] as const)),
    ...Object.entries(found),
  ]);
  for (const { name, text } of eventFields(open.table, row)) if (text !== null) record.set(freeName(record, attributeName(name)), text);
  return `${JSON.stringify(Object.fromEntries(record))}\n`;
}

/** The years 0 to 9999: beyond, ISO 8601 takes a sign that few read. */
const LAST_MILLIS = Date.UTC(9999, 11, 31);

/** What Timesketch itself writes into an event, or takes for a number (`timestamp`) or a list (`tag`). */
const TAKEN = new Set(['timestamp', 'tag', 'label', 'timesketch_label', '__ts_timeline_id']);

function attributeName(field: string): string {
  const name = field.replaceAll('.', '_') || 'unnamed';
  return TAKEN.has(name) ? `event_${name}` : name;
}

function freeName(record: ReadonlyMap<string, string>, name: string): string {
  let free = name;
  while (record.has(free)) free = `event_${free}`;
  return free;
}
