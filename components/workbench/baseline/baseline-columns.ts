import { isExpired, type BaselineKey, type BaselineMark, type BaselineRow } from '@/lib/base/baseline';
import { wallClock, type TimeZone } from '@/lib/base/time-zone';
import { zoneName } from '@/components/workbench/time-range-text';
import type { ListColumn } from '@/components/workbench/tables/list-rows';
import type { ComparedRow } from './compare-baselines';

/** A row with what is said of it. */
export interface MarkedRow {
  readonly row: BaselineRow;
  readonly mark: BaselineMark | null;
}

export const HOURS_COLUMN = 'hours';

export function baselineColumns(zone: TimeZone, now: number): readonly ListColumn<MarkedRow>[] {
  const count = (id: 'writes' | 'files' | 'confirmed', head: string): ListColumn<MarkedRow> => ({ id, head, cell: ({ row }) => String(row[id]), key: ({ row }) => row[id] });
  const seen = (id: 'first' | 'last', head: string): ListColumn<MarkedRow> => ({ id, head: `${head}, ${zoneName(zone)}`, cell: ({ row }) => minuteText(row[id], zone), key: ({ row }) => row[id] });
  return [
    ...keyColumns<MarkedRow>(({ row }) => row),
    count('writes', 'Writes'),
    { id: HOURS_COLUMN, head: `Hours of day, ${zoneName(zone)}`, cell: ({ row }) => hoursText(row.hours) },
    { id: 'known', head: 'Known', cell: ({ mark }) => mark && markText(mark, zone, now) },
    count('files', 'Files'),
    count('confirmed', 'Confirmed'),
    seen('first', 'First seen'),
    seen('last', 'Last seen'),
  ];
}

export function comparedColumns(): readonly ListColumn<ComparedRow>[] {
  return [
    { id: 'change', head: 'Change', cell: ({ change }) => (change === 'same' ? 'as before' : change) },
    ...keyColumns<ComparedRow>(({ row }) => row),
    { id: 'then', head: 'Writes then', cell: ({ writesThen }) => String(writesThen), key: ({ writesThen }) => writesThen },
    { id: 'now', head: 'Writes now', cell: ({ writesNow }) => String(writesNow), key: ({ writesNow }) => writesNow },
    { id: 'ratio', head: 'Ratio', cell: (row) => ratioText(row), key: ({ writesThen, writesNow }) => (writesThen === 0 ? Infinity : writesNow / writesThen) },
    { id: 'new-hours', head: 'New hours', cell: ({ newHours }) => (newHours.length === 0 ? null : newHours.map(twoDigits).join(' ')) },
  ];
}

function keyColumns<Item>(rowOf: (item: Item) => BaselineRow): readonly ListColumn<Item>[] {
  return [
    { id: 'account', head: 'Account', cell: (item) => rowOf(item).account },
    { id: 'source', head: 'Source', cell: (item) => sourceText(rowOf(item)) },
    { id: 'host', head: 'Host', cell: (item) => rowOf(item).host },
    { id: 'share', head: 'Share', cell: (item) => rowOf(item).share },
    { id: 'directory', head: 'Directory', cell: (item) => directoryText(rowOf(item)) },
  ];
}

export function directoryText({ directory }: BaselineKey): string {
  return directory === '' ? '\\' : directory;
}

/** '10.44.10.30 · BK01' */
function sourceText({ source, sourceHost }: BaselineRow): string | null {
  return source !== null && sourceHost !== null ? `${source} · ${sourceHost.split('.', 1)[0]}` : source;
}

/** '01, 16 (2)': the hours with writes, and how many where there are several. */
function hoursText(hours: readonly number[]): string | null {
  const used = hours.flatMap((count, hour) => (count === 0 ? [] : [count === 1 ? twoDigits(hour) : `${twoDigits(hour)} (${count})`]));
  return used.length === 0 ? null : used.join(', ');
}

/** 'Nightly backup', 'Nightly backup, until 2026-06-01', 'expired 2026-06-01: Nightly backup' */
export function markText(mark: BaselineMark, zone: TimeZone, now: number): string {
  if (mark.expires === null) return mark.reason;
  const day = wallClock(zone, mark.expires).slice(0, 10);
  return isExpired(mark, now) ? `expired ${day}: ${mark.reason}` : `${mark.reason}, until ${day}`;
}

function minuteText(millis: number | null, zone: TimeZone): string | null {
  return millis === null ? null : wallClock(zone, millis).slice(0, 16).replace('T', ' ');
}

function ratioText({ writesThen, writesNow }: ComparedRow): string | null {
  return writesThen === 0 || writesNow === 0 ? null : `× ${(writesNow / writesThen).toFixed(writesNow < writesThen ? 2 : 1)}`;
}

function twoDigits(hour: number): string {
  return String(hour).padStart(2, '0');
}
