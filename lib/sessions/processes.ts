import { rowId, type RowId } from '@/lib/base/row-id';
import { clockOf } from '@/lib/events/clock';
import type { EventTable } from '@/lib/events/event-table';
import { timesOf } from './event-order';
import { eventTypes, type EventTypes } from './event-type';
import type { Process } from './process';
import { ONE_START_MILLIS, ProcessBook, type MadeProcess } from './process-book';
import { processGuid, processNumber } from './process-identity';
import { rowHosts } from './row-hosts';
import { sessionColumns, type SessionColumns } from './session-columns';

export interface Processes {
  readonly all: readonly Process[];
  /** The process that an event is about: the one started or ended, else the one that acted. */
  ofEvent(row: RowId): Process | null;
}

/** The kernel's process has this number on every Windows, also where an exporter lost it. */
const KERNEL_PID = 4;

const known = new WeakMap<EventTable, Processes>();

/** The same for the same table, worked out when somebody first asks. */
export function processesOf(table: EventTable): Processes {
  const processes = known.get(table) ?? findProcesses(table);
  known.set(table, processes);
  return processes;
}

/** What the finding reads events by. */
interface Reading {
  readonly columns: SessionColumns;
  readonly types: EventTypes;
  readonly hostOf: (row: RowId) => string;
  readonly times: Float64Array;
  /** `ProcessId`: of an audit event who acted, of a 4688 the parent. */
  readonly numberOf: (row: RowId) => number | null;
}

/** Sysmon first, whose GUIDs leave nothing open; then audit events, which have numbers that are used again. */
function findProcesses(table: EventTable): Processes {
  const columns = sessionColumns(table);
  const types = eventTypes(columns);
  const { hosts, hostOf } = rowHosts(columns);
  const times = timesOf(table.rowCount, clockOf(table), hostOf);
  const reading: Reading = { columns, types, hostOf: (row) => hosts.names[hostOf(row)], times, numberOf: columns.derived('ProcessId', processNumber) };
  const book = new ProcessBook(times);

  const audits: RowId[] = [];
  const sysmon: RowId[] = [];
  for (let i = 0; i < table.rowCount; i++) {
    const row = rowId(i);
    const provider = types.provider(row);
    if (provider === 'security') audits.push(row);
    else if (provider === 'sysmon') sysmon.push(row);
  }
  takeSysmon(book, reading, sysmon);
  for (const made of book.all) book.number(made);
  audits.sort((a, b) => times[a] - times[b] || a - b);
  const ofType = (id: string) => audits.filter((row) => types.id(row) === id);
  takeStarts(book, reading, ofType('4688'));
  // Once all starts are known: ends first, since a number is free again behind one.
  for (const row of ofType('4689')) takeAudit(book, reading, row)?.ends.push(row);
  for (const made of [...book.all]) takeNumberedParent(book, reading, made);
  for (const row of audits) if (types.id(row) !== '4688' && types.id(row) !== '4689') takeAudit(book, reading, row);

  for (const made of book.all) {
    made.rows.sort((a, b) => a - b);
    made.children.sort((a, b) => (a.startMillis ?? -Infinity) - (b.startMillis ?? -Infinity) || a.named - b.named);
  }
  return { all: book.all, ofEvent: (row) => book.ofEvent(row) };
}

function takeSysmon(book: ProcessBook, { columns, types, hostOf, times, numberOf }: Reading, rows: readonly RowId[]): void {
  const { text } = columns;
  const guidOf = columns.derived('ProcessGuid', processGuid);
  const sourceGuidOf = columns.derived('SourceProcessGUID', processGuid);
  const parentGuidOf = columns.derived('ParentProcessGuid', processGuid);
  for (const row of rows) {
    const guid = guidOf(row) ?? sourceGuidOf(row);
    if (guid === null) continue;
    const made = book.withGuid(hostOf(row), guid, row);
    if (made.rows.length === 0) made.named = row;
    book.wrote(made, row);
    made.pid ??= numberOf(row) ?? processNumber(text('SourceProcessId', row));
    made.image ??= text('Image', row) ?? text('SourceImage', row);
    if (made.image === 'System') made.pid ??= KERNEL_PID;
    if (types.id(row) === '5') made.ends.push(row);
    if (types.id(row) !== '1') continue;
    made.starts.push(row);
    made.startMillis = times[row];
    made.image = text('Image', row) ?? made.image;
    made.commandLine = text('CommandLine', row);
    made.user = text('User', row);
    const parentGuid = parentGuidOf(row);
    if (parentGuid === null) continue;
    const parent = book.withGuid(made.host, parentGuid, row);
    parent.image ??= text('ParentImage', row);
    parent.commandLine ??= text('ParentCommandLine', row);
    parent.pid ??= processNumber(text('ParentProcessId', row));
    book.setParent(made, parent, 'guid');
  }
}

/** Each 4688 is a start that Sysmon told too, or a process of its own. `rows` in order of time. */
function takeStarts(book: ProcessBook, { columns, hostOf, times }: Reading, rows: readonly RowId[]): void {
  const { text } = columns;
  const newNumberOf = columns.derived('NewProcessId', processNumber);
  const sysmonStarts = new Map<string, MadeProcess[]>();
  for (const made of book.all) {
    if (made.starts.length === 0) continue;
    const key = startKey(made.host, made.pid, made.image);
    const same = sysmonStarts.get(key);
    if (same) same.push(made);
    else sysmonStarts.set(key, [made]);
  }
  for (const row of rows) {
    const pid = newNumberOf(row);
    if (pid === null) continue;
    const host = hostOf(row);
    const image = text('NewProcessName', row);
    // Some exporters lose the number of Sysmon's events.
    const alike = [pid, null].flatMap((of) => sysmonStarts.get(startKey(host, of, image)) ?? []);
    const made = twinOf(times, row, alike) ?? book.make(host, null, row);
    made.pid ??= pid;
    made.image ??= image;
    made.commandLine ??= text('CommandLine', row);
    made.user ??= text('TargetUserName', row) ?? text('SubjectUserName', row);
    made.startMillis ??= times[row];
    made.starts.push(row);
    book.wrote(made, row);
    book.number(made);
  }
}

function startKey(host: string, pid: number | null, image: string | null): string {
  return `${host} ${pid ?? ''} ${image?.toLowerCase() ?? ''}`;
}

/** The same start as Sysmon tells it, of those with its program and number: the nearest within seconds. */
function twinOf(times: Float64Array, row: RowId, candidates: readonly MadeProcess[]): MadeProcess | null {
  let best: MadeProcess | null = null;
  let distance = ONE_START_MILLIS;
  for (const made of candidates) {
    if (made.starts.length > 1) continue;
    const apart = Math.abs(times[made.starts[0]] - times[row]);
    if (apart <= distance) {
      best = made;
      distance = apart;
    }
  }
  return best;
}

/** Gives an audit event to the process whose number it names; null where it names none. */
function takeAudit(book: ProcessBook, { columns, hostOf, numberOf }: Reading, row: RowId): MadeProcess | null {
  const pid = numberOf(row);
  if (pid === null) return null;
  const made = book.withNumber(hostOf(row), pid, () => columns.text('ProcessName', row) ?? columns.text('Application', row), row);
  book.wrote(made, row);
  return made;
}

/** The parent of a process that no GUID leads to. */
function takeNumberedParent(book: ProcessBook, { columns, types, numberOf }: Reading, made: MadeProcess): void {
  if (made.parent !== null || made.starts.length === 0) return;
  const row = made.starts[0];
  const isAudit = types.provider(row) === 'security';
  const pid = isAudit ? numberOf(row) : processNumber(columns.text('ParentProcessId', row));
  if (pid === null) return;
  book.setParent(made, book.withNumber(made.host, pid, () => columns.text(isAudit ? 'ParentProcessName' : 'ParentImage', row), row), 'number');
}
