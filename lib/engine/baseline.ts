import { baselineId, type BaselineKey, type BaselineRow } from '@/lib/base/baseline';
import type { RowId } from '@/lib/base/row-id';
import { zoneOffset, type TimeZone } from '@/lib/base/time-zone';
import { connectionsOf } from '@/lib/sessions/connections';
import type { LogonSessionKey } from '@/lib/sessions/logon-session';
import type { ShareWrite, ShareWrites } from '@/lib/sessions/share-writes';
import type { Baseline, BaselineRequest, BaselineTrail } from './baseline-shapes';
import type { FieldFilter } from './event-filter-shapes';
import { notFound, type OpenTable } from './open-table';

/** So many names of files make a filter; of more, it says the directory. */
const MOST_NAMES = 40;
const HOUR = 3_600_000;
/** Offsets of zones change at a quarter of an hour at the earliest. */
const QUARTER = HOUR / 4;

const grouped = new WeakMap<ShareWrites, ReadonlyMap<string, readonly ShareWrite[]>>();

/** The writes of each row, by `baselineId`; the same object each time. */
export function writesById({ sessions }: OpenTable): ReadonlyMap<string, readonly ShareWrite[]> {
  const of = sessions.shareWrites();
  const known = grouped.get(of);
  if (known) return known;
  const byId = new Map<string, ShareWrite[]>();
  // A key is made once for each way of writing it: most writes are written as one before.
  const byTexts = new Map<string, ShareWrite[]>();
  for (const write of of.writes) {
    const texts = `${write.directory}\n${write.host}\n${write.share}\n${write.source}\n${write.account}`;
    let same = byTexts.get(texts);
    if (!same) {
      const id = baselineId(write);
      same = byId.get(id) ?? [];
      byId.set(id, same);
      byTexts.set(texts, same);
    }
    same.push(write);
  }
  grouped.set(of, byId);
  return byId;
}

export function baseline(open: OpenTable, { zone }: BaselineRequest): Baseline {
  const hourOf = hoursOf(zone);
  const rows = [...writesById(open).values()].map((writes) => baselineRow(open, writes, hourOf));
  rows.sort((a, b) => b.writes - a.writes || (a.first ?? 0) - (b.first ?? 0));
  const { hosts } = open.sessions.shareWrites();
  return {
    rows,
    knowledge: {
      hosts: hosts.length,
      hostsThatTell: hosts.filter(({ accesses }) => accesses > 0).length,
      silent: hosts.filter(({ accesses, connects }) => accesses === 0 && connects > 0).map(({ host }) => host),
    },
  };
}

function baselineRow(open: OpenTable, writes: readonly ShareWrite[], hourOf: (millis: number) => number): BaselineRow {
  const { account, source, host, share, directory } = writes[0];
  const files = new Set<string>();
  const confirmed = new Set<string>();
  const hours = Array.from({ length: 24 }, () => 0);
  let first: number | null = null;
  let last: number | null = null;
  const times = open.clock?.millis;
  for (const { row, path, confirmedBy } of writes) {
    const name = path.toLowerCase();
    files.add(name);
    if (confirmedBy !== null) confirmed.add(name);
    const millis = times?.[row] ?? Number.NaN;
    if (Number.isNaN(millis)) continue;
    if (first === null || millis < first) first = millis;
    if (last === null || millis > last) last = millis;
    hours[hourOf(millis)]++;
  }
  const sourceHost = source === null ? null : connectionsOf(open.table).hostOfAddress(source);
  return { account, source, host, share, directory, sourceHost, writes: writes.length, files: files.size, confirmed: confirmed.size, first, last, hours };
}

/** The hour of day by a zone's clock. */
function hoursOf(zone: TimeZone): (millis: number) => number {
  const offsets = new Map<number, number>();
  return (millis) => {
    const quarter = Math.floor(millis / QUARTER);
    const offset = offsets.get(quarter) ?? zoneOffset(zone, quarter * QUARTER);
    offsets.set(quarter, offset);
    return ((Math.floor((millis + offset) / HOUR) % 24) + 24) % 24;
  };
}

/** @throws UserError 'not-found' */
export function baselineTrail(open: OpenTable, key: BaselineKey): BaselineTrail {
  const writes = writesById(open).get(baselineId(key));
  if (!writes) throw notFound('No event of this dataset is behind that row of the baseline.');
  const rows = writes.map(({ row }) => row);
  const names = written(open, 'RelativeTargetName', rows);
  const fields = ['EventID', 'SubjectUserName', 'SubjectDomainName', 'IpAddress', 'Hostname', 'ShareName', 'AccessMask'].flatMap((field) => written(open, field, rows));
  const sessions = new Map<string, LogonSessionKey>();
  for (const { session } of writes) if (session) sessions.set(JSON.stringify(session), session);
  const isMany = names.length > MOST_NAMES && key.directory !== '';
  return {
    filter: { fields: isMany ? fields : [...fields, ...names], text: isMany ? { text: `${key.directory}\\`, matchCase: false } : null, time: null },
    sessions: [...sessions.values()],
  };
}

/** What these events write into a field, each value once whatever its case. */
function written(open: OpenTable, field: string, rows: readonly RowId[]): readonly FieldFilter[] {
  const { found } = open.table.resolve(field);
  const column = found === null ? null : open.table.column(found);
  if (!column) return [];
  const values = new Map<string | null, string | null>();
  for (const code of new Set(rows.map((row) => column.codes[row]))) {
    const value = column.text(code);
    values.set(value?.toLowerCase() ?? null, value);
  }
  return [...values.values()].map((value) => ({ field, value, exclude: false }));
}
