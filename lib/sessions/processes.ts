import { rowId, type RowId } from '@/lib/base/row-id';
import { clockOf } from '@/lib/events/clock';
import type { EventTable } from '@/lib/events/event-table';
import { timesOf } from './event-order';
import { eventTypes } from './event-type';
import { processGuid, processNumber, startOfGuid } from './process-identity';
import { rowHosts } from './row-hosts';
import { sessionColumns } from './session-columns';

/** A process of a host, as far as the dataset tells of it. */
export interface Process {
  readonly host: string;
  /** Null where only numeric IDs tell of it. */
  readonly guid: string | null;
  readonly pid: number | null;
  readonly image: string | null;
  readonly commandLine: string | null;
  readonly user: string | null;
  readonly parent: Process | null;
  /** How the parent was found: by GUID, or by its numeric ID and the time. */
  readonly parentBy: 'guid' | 'number' | null;
  readonly children: readonly Process[];
  /** Its Sysmon 1, and its 4688. */
  readonly starts: readonly RowId[];
  /** Its Sysmon 5, and its 4689. */
  readonly ends: readonly RowId[];
  /** Milliseconds since 1970: of its start event, else told by its GUID; null: not known. */
  readonly startMillis: number | null;
  /** Events that it wrote, in the order of the dataset, starts and ends too. */
  readonly rows: readonly RowId[];
  /** The first event that tells of it: its own, else that of a child. */
  readonly named: RowId;
}

export interface Processes {
  readonly all: readonly Process[];
  /** The process that an event is about: the one started or ended, else the one that acted. */
  ofEvent(row: RowId): Process | null;
}

interface Made extends Process {
  pid: number | null;
  image: string | null;
  commandLine: string | null;
  user: string | null;
  parent: Made | null;
  parentBy: Process['parentBy'];
  readonly children: Made[];
  readonly starts: RowId[];
  readonly ends: RowId[];
  startMillis: number | null;
  readonly rows: RowId[];
  named: RowId;
}

/** The Sysmon 1 and the 4688 of one start are collected apart. */
const ONE_START_MILLIS = 10_000;

/** The kernel's process has this number on every Windows, also where an exporter lost it. */
const KERNEL_PID = 4;

const known = new WeakMap<EventTable, Processes>();

/** The same for the same table, worked out when somebody first asks. */
export function processesOf(table: EventTable): Processes {
  const processes = known.get(table) ?? findProcesses(table);
  known.set(table, processes);
  return processes;
}

function startKey(host: string, pid: number | null, image: string | null): string {
  return `${host} ${pid ?? ''} ${image?.toLowerCase() ?? ''}`;
}

function findProcesses(table: EventTable): Processes {
  const columns = sessionColumns(table);
  const types = eventTypes(columns);
  const { hosts, hostOf } = rowHosts(columns);
  const times = timesOf(table.rowCount, clockOf(table), hostOf);
  const guidOf = columns.derived('ProcessGuid', processGuid);
  const sourceGuidOf = columns.derived('SourceProcessGUID', processGuid);
  const parentGuidOf = columns.derived('ParentProcessGuid', processGuid);
  const numberOf = columns.derived('ProcessId', processNumber);
  const newNumberOf = columns.derived('NewProcessId', processNumber);
  const text = columns.text;

  const all: Made[] = [];
  const byGuid = new Map<string, Made>();
  /** By host and number, in the order in which they started as far as that is known. */
  const byNumber = new Map<string, Made[]>();
  const byRow = new Map<RowId, Made>();

  const make = (host: number, guid: string | null, row: RowId): Made => {
    const made: Made = { host: hosts.names[host], guid, pid: null, image: null, commandLine: null, user: null, parent: null, parentBy: null, children: [], starts: [], ends: [], startMillis: guid === null ? null : startOfGuid(guid), rows: [], named: row };
    all.push(made);
    return made;
  };
  const withGuid = (host: number, guid: string, row: RowId): Made => {
    const key = `${host} ${guid}`;
    const made = byGuid.get(key) ?? make(host, guid, row);
    byGuid.set(key, made);
    return made;
  };
  const wrote = (made: Made, row: RowId) => {
    made.rows.push(row);
    byRow.set(row, made);
  };
  const setParent = (child: Made, parent: Made, by: 'guid' | 'number') => {
    if (child.parent !== null || parent === child) return;
    child.parent = parent;
    child.parentBy = by;
    parent.children.push(child);
  };
  const number = (host: number, made: Made) => {
    if (made.pid === null) return;
    const key = `${host} ${made.pid}`;
    const same = byNumber.get(key);
    if (!same) byNumber.set(key, [made]);
    else if (!same.includes(made)) same.push(made);
  };
  /** The one of the number that ran at a time: the last that had started and had not ended; what began before the dataset last of all. */
  const running = (host: number, pid: number, at: number): Made | null => {
    let best: Made | null = null;
    for (const made of byNumber.get(`${host} ${pid}`) ?? []) {
      const start = startTime(made);
      const end = made.ends.length === 0 ? Infinity : Math.max(...made.ends.map((row) => times[row]));
      if (start <= at + ONE_START_MILLIS && end >= at - ONE_START_MILLIS && (best === null || start >= startTime(best))) best = made;
    }
    return best;
  };
  const startTime = (made: Made) => (made.starts.length > 0 ? times[made.starts[0]] : -Infinity);

  const audits: RowId[] = [];
  for (let i = 0; i < table.rowCount; i++) {
    const row = rowId(i);
    const provider = types.provider(row);
    if (provider === 'security') audits.push(row);
    if (provider !== 'sysmon') continue;
    const guid = guidOf(row) ?? sourceGuidOf(row);
    if (guid === null) continue;
    const host = hostOf(row);
    const made = withGuid(host, guid, row);
    const id = types.id(row);
    if (made.rows.length === 0) made.named = row;
    wrote(made, row);
    made.pid ??= numberOf(row) ?? processNumber(text('SourceProcessId', row));
    made.image ??= text('Image', row) ?? text('SourceImage', row);
    if (made.image === 'System') made.pid ??= KERNEL_PID;
    if (id === '5') made.ends.push(row);
    if (id !== '1') continue;
    made.starts.push(row);
    made.startMillis = times[row];
    made.image = text('Image', row) ?? made.image;
    made.commandLine = text('CommandLine', row);
    made.user = text('User', row);
    const parentGuid = parentGuidOf(row);
    if (parentGuid === null) continue;
    const parent = withGuid(host, parentGuid, row);
    parent.image ??= text('ParentImage', row);
    parent.commandLine ??= text('ParentCommandLine', row);
    parent.pid ??= processNumber(text('ParentProcessId', row));
    setParent(made, parent, 'guid');
  }
  for (const made of byGuid.values()) number(hostIndex(made), made);

  audits.sort((a, b) => times[a] - times[b] || a - b);
  const starts = audits.filter((row) => types.id(row) === '4688');
  const sysmonStarts = new Map<string, Made[]>();
  for (const made of all) {
    if (made.starts.length === 0) continue;
    const key = startKey(made.host, made.pid, made.image);
    const same = sysmonStarts.get(key);
    if (same) same.push(made);
    else sysmonStarts.set(key, [made]);
  }
  for (const row of starts) {
    const host = hostOf(row);
    const pid = newNumberOf(row);
    if (pid === null) continue;
    const image = text('NewProcessName', row);
    // Some exporters lose the number of Sysmon's events.
    const alike = [pid, null].flatMap((of) => sysmonStarts.get(startKey(hosts.names[host], of, image)) ?? []);
    const twin = twinOf(row, alike);
    const made = twin ?? make(host, null, row);
    made.pid ??= pid;
    made.image ??= image;
    made.commandLine ??= text('CommandLine', row);
    made.user ??= text('TargetUserName', row) ?? text('SubjectUserName', row);
    made.startMillis ??= times[row];
    made.starts.push(row);
    wrote(made, row);
    number(host, made);
  }
  // Once all starts are known: ends first, since a number is free again behind one.
  for (const row of audits) if (types.id(row) === '4689') endOf(row);
  for (const made of [...all]) numberedParent(made);
  for (const row of audits) {
    const id = types.id(row);
    const pid = id === '4688' || id === '4689' ? null : numberOf(row);
    if (pid === null) continue;
    const made = byNumberOrNew(row, pid, text('ProcessName', row) ?? text('Application', row));
    wrote(made, row);
  }
  for (const made of all) made.rows.sort((a, b) => a - b);
  for (const made of all) made.children.sort((a, b) => (a.startMillis ?? -Infinity) - (b.startMillis ?? -Infinity) || a.named - b.named);
  return { all, ofEvent: (row) => byRow.get(row) ?? null };

  function hostIndex(made: Made): number {
    return hosts.indexOf(made.host) ?? 0;
  }

  /** The same start as Sysmon tells it, of those with its program and number: the nearest within seconds. */
  function twinOf(row: RowId, candidates: readonly Made[]): Made | null {
    let best: Made | null = null;
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

  function endOf(row: RowId): void {
    const pid = numberOf(row);
    if (pid === null) return;
    const made = byNumberOrNew(row, pid, text('ProcessName', row));
    made.ends.push(row);
    wrote(made, row);
  }

  function byNumberOrNew(row: RowId, pid: number, image: string | null): Made {
    const host = hostOf(row);
    const found = running(host, pid, times[row]);
    if (found) {
      found.image ??= image;
      return found;
    }
    const made = make(host, null, row);
    made.pid = pid;
    made.image = image;
    number(host, made);
    return made;
  }

  function numberedParent(made: Made): void {
    if (made.parent !== null || made.starts.length === 0) return;
    const row = made.starts[0];
    const isAudit = types.provider(row) === 'security';
    const pid = isAudit ? numberOf(row) : processNumber(text('ParentProcessId', row));
    if (pid === null) return;
    setParent(made, byNumberOrNew(row, pid, text(isAudit ? 'ParentProcessName' : 'ParentImage', row)), 'number');
  }
}
