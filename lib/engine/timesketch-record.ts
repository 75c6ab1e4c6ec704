import type { RowId } from '@/lib/base/row-id';
import { eventSummary } from './event-summary';
import type { OpenTable } from './open-table';

/**
 * Writes an event as a line of Timesketch's JSONL, with its line end; null where the event has no readable time, which Timesketch needs. Mandatory are
 * `message`, `datetime` (ISO 8601) and `timestamp_desc`; anything else is an attribute to search by. Source:
 * https://github.com/google/timesketch/blob/master/docs/guides/user/import-from-json-csv.md
 *
 * Attributes are text: a field that is a number in one event and text in the next would be refused by the index behind it. Dots in names
 * would make objects there. `found`: what else to say of each event.
 */
export function timesketchWriter(open: OpenTable, found: Readonly<Record<string, string>>): (row: RowId) => string | null {
  const { table, clock } = open;
  const attributes = attributeNames(table.fields.map(({ name }) => name), Object.keys(found)).map((name) => `,${JSON.stringify(name)}:`);
  const more = Object.entries(found).map(([name, text]) => pair(name, text)).join('');
  return (row) => {
    const { time, millis, channel, eventId, gist, ref } = eventSummary(open, row);
    if (millis === null || Math.abs(millis) > LAST_MILLIS) return null;
    const message = [[channel, eventId].filter((part) => part !== null).join(' '), gist].filter((part) => part !== '').join(' · ') || 'Event';
    let line = `{"message":${JSON.stringify(message)},"datetime":"${new Date(millis).toISOString().replace('Z', '+00:00')}"`;
    line += pair('timestamp_desc', clock?.fieldOf(row) ?? 'time') + pair('event_source', `${table.members[ref.member].name}:${ref.line}`);
    if (time !== null) line += pair('time_as_written', time);
    line += more;
    // A value's own JSON is copied: to decode and to write it again takes several times as long.
    table.forEachValue(row, (field, json) => {
      if (json !== 'null') line += attributes[field] + asText(json);
    });
    return `${line}}\n`;
  };
}

/** The years 0 to 9999: beyond, ISO 8601 takes a sign that few read. */
const LAST_MILLIS = Date.UTC(9999, 11, 31);

const OWN = ['message', 'datetime', 'timestamp_desc', 'event_source', 'time_as_written'];
/** What Timesketch itself writes into an event, or takes for a number (`timestamp`) or a list (`tag`). */
const TAKEN = ['timestamp', 'tag', 'label', 'timesketch_label', '__ts_timeline_id'];

function pair(name: string, text: string): string {
  return `,${JSON.stringify(name)}:${JSON.stringify(text)}`;
}

/** A JSON value as a JSON string: a string as it stands, anything else its text. */
function asText(json: string): string {
  switch (json.charCodeAt(0)) {
    case 0x22:
      return json;
    case 0x5b:
    case 0x7b:
      return JSON.stringify(json);
    default:
      return `"${json}"`;
  }
}

/** A name for each field, the same in every event; no two fields have one. */
function attributeNames(fields: readonly string[], found: readonly string[]): readonly string[] {
  const taken = new Set([...OWN, ...TAKEN, ...found]);
  return fields.map((field) => {
    let name = field.replaceAll('.', '_') || 'unnamed';
    while (taken.has(name)) name = `event_${name}`;
    taken.add(name);
    return name;
  });
}
