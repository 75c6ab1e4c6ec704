import { rowId } from '@/lib/base/row-id';
import { eventFields } from '@/lib/events/event-fields';
import { CANONICAL_FIELDS, RECEIVED_FIELDS, TIME_FIELDS } from '@/lib/events/field-names';
import { ACTOR_FIELDS } from './event-summary';
import type { EventFilter } from './event-filter-shapes';
import { eventListOf } from './event-list';
import { fieldColumn } from './filtered-events';
import type { EventFields } from './event-list-shapes';
import type { OpenTable } from './open-table';

/** Events looked at to tell what a type of event holds. */
const SAMPLE = 100;
const MOST_COLUMNS = 8;

/**
 * What every event of NXLog's export has beside its own data (https://docs.nxlog.co/refman/current/im/msvistalog.html, "Fields"), and what
 * Logstash adds: it tells nothing of the type.
 */
const OF_EVERY_EVENT = new Set(
  [
    ...CANONICAL_FIELDS, ...TIME_FIELDS, ...RECEIVED_FIELDS, '@version', 'host', 'port', 'tags', 'Message', 'ProcessID', 'ExecutionProcessID', 'ThreadID', 'ExecutionThreadID',
    'Version', 'Task', 'Opcode', 'OpcodeValue', 'Keywords', 'Severity', 'SeverityValue', 'Level', 'EventType', 'SourceModuleName', 'SourceModuleType', 'Category', 'ActivityID', 'RelatedActivityID',
    'AccountType', 'AccountName', 'UserID', 'Domain', 'ERROR_EVT_UNRESOLVED',
  ].map((name) => name.toLowerCase()),
);

/** Columns and facets for the events that meet a filter: where those are of one event ID, the fields that they have. */
export function fieldsFor(open: OpenTable, filter: EventFilter): EventFields {
  const { table, clock } = open;
  const isThere = (field: string): boolean => table.resolve(field).found !== null;
  const time = clock ? [clock.field] : [];
  const ofType = isOfOneType(open, filter) ? ownFields(open, filter) : [];
  const common = ofType.length > 0 ? ['Hostname'] : ['Hostname', 'Channel', 'EventID'];
  const user = ACTOR_FIELDS.find(isThere);
  return {
    all: table.fields.toSorted((a, b) => b.events - a.events),
    columns: [...time, ...common.filter(isThere), ...ofType],
    facets: [...['Hostname', 'Channel', 'EventID'].filter(isThere), ...(user === undefined ? [] : [user])],
  };
}

/** Whether the fields that a filter asks of leave events of one ID. A search or a brush does not change the columns under the viewer's hands. */
function isOfOneType(open: OpenTable, filter: EventFilter): boolean {
  const ids = fieldColumn(open.table, 'EventID');
  if (ids === null || filter.fields.length === 0) return false;
  const used = new Uint8Array(ids.size);
  const { codes } = ids;
  for (const row of eventListOf(open).of(filter).rows()) used[codes[row]] = 1;
  // One ID may be written in several ways.
  const texts = new Set<string | null>();
  used.forEach((isUsed, code) => isUsed === 1 && texts.add(ids.text(code)));
  return texts.size === 1 && !texts.has(null);
}

/** Fields that at least half of these events have, in the order of their lines; of more than fit, those whose values differ. */
function ownFields(open: OpenTable, filter: EventFilter): readonly string[] {
  const rows = eventListOf(open).rows(filter, { field: null, descending: false });
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  const met = new Map<string, { events: number; readonly texts: Set<string | null> }>();
  let looked = 0;
  for (let at = 0; at < rows.length && looked < SAMPLE; at += step, looked++) {
    for (const { name, text } of eventFields(open.table, rowId(rows[at]))) {
      const field = met.get(name) ?? { events: 0, texts: new Set() };
      field.events++;
      field.texts.add(text);
      met.set(name, field);
    }
  }
  const own = [...met].filter(([name, { events }]) => 2 * events >= looked && !OF_EVERY_EVENT.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase()));
  const fitting = own.length <= MOST_COLUMNS ? own : own.filter(([, { texts }]) => texts.size > 1);
  return (fitting.length > 0 ? fitting : own).slice(0, MOST_COLUMNS).map(([name]) => name);
}
