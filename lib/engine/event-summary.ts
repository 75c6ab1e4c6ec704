import type { RowId } from '@/lib/base/row-id';
import { eventFields } from '@/lib/events/event-fields';
import { sessionNote } from '@/lib/sessions/session-notes';
import type { EventDetail, EventSummary } from './engine';
import type { OpenTable } from './open-table';

const GIST_CHARACTERS = 160;

/** Who did it: the first of these that the event has. */
export const ACTOR_FIELDS = ['SubjectUserName', 'TargetUserName', 'User', 'AccountName'];

/** What an event of a type that nobody described is most likely about: the first of these that it has. */
const TELLING_FIELDS = ['TargetFilename', 'TargetObject', 'CommandLine', 'Image', 'ObjectName', 'ServiceName', 'ScriptBlockText', 'Payload', 'eventName', 'Message'];

export function eventSummary(open: OpenTable, row: RowId): EventSummary {
  const { columns, clock } = open;
  const field = clock?.fieldOf(row) ?? null;
  // In this event it is the field's own value: `fieldOf` says so.
  const written = field === null ? null : open.table.cells(field);
  return {
    ref: open.ref(row),
    time: written?.text(written.codeAt(row)) ?? null,
    millis: open.millis(row),
    host: columns.text('Hostname', row),
    channel: columns.text('Channel', row),
    eventId: columns.text('EventID', row),
    gist: gist(open, row),
  };
}

export async function eventDetail(open: OpenTable, row: RowId): Promise<EventDetail> {
  const summary = eventSummary(open, row);
  return {
    ...summary,
    member: open.table.members[summary.ref.member].name,
    raw: await open.table.writtenText(row),
    json: open.table.text(row),
    fields: eventFields(open.table, row),
    sessions: open.sessions.keysOfEvent(row),
  };
}

/** "C$ · ProgramData\GruntHTTP.exe · write · pgustavo" */
export function gist({ columns, eventTypes }: OpenTable, row: RowId): string {
  const first = (fields: readonly string[]) => fields.map((field) => columns.text(field, row)).find((text) => text !== null) ?? null;
  const note = sessionNote(columns, eventTypes, row).note || first(TELLING_FIELDS);
  const text = [note, first(ACTOR_FIELDS)].filter((part) => part !== null).join(' · ');
  const line = text.replace(/\s+/g, ' ');
  return line.length > GIST_CHARACTERS ? `${line.slice(0, GIST_CHARACTERS - 1)}…` : line;
}
