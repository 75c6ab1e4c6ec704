import { clockOf, type Clock } from '@/lib/events/clock';
import type { Column, EventTable } from '@/lib/events/event-table';
import type { OpenedDataset } from '@/lib/ingest/open-dataset';
import { mergeHosts } from '@/lib/sessions/hosts';
import { sessionColumns } from '@/lib/sessions/session-columns';
import type { DatasetSummary, ValueCount } from './engine';

const SAMPLES = 100;

export function summarise(opened: OpenedDataset): DatasetSummary {
  const { table } = opened;
  const columns = sessionColumns(table);
  return {
    name: opened.name,
    sha256: opened.sha256,
    fileBytes: opened.fileBytes,
    events: table.rowCount,
    bytes: table.members.reduce((sum, member) => sum + member.bytes, 0),
    members: table.members,
    skippedMembers: opened.skippedMembers,
    skippedLines: table.skippedCount,
    skippedLineSamples: table.skipped.slice(0, SAMPLES).map((line) => ({ ...line, member: table.members[line.member].name })),
    hosts: hostCounts(columns.column('Hostname')),
    channels: channelCounts(columns.column('Channel')),
    time: timeRange(table),
    warnings: opened.warnings,
  };
}

/** One entry a machine: names that surely mean the same host count together. */
export function hostCounts(column: Column | null): readonly ValueCount[] {
  if (!column) return [];
  return mergeCounts(countCodes(column), hostNames(column));
}

/** What to call the host of a cell's text; '' for none. */
export function hostNames(column: Column): (text: string) => string {
  const hosts = mergeHosts(countCodes(column).map(({ value }) => value));
  return (text) => (text === '' ? '' : hosts.names[hosts.indexOf(text) ?? 0]);
}

/** `Security` and `security` are one channel, named as most of its events write it. */
export function channelCounts(column: Column | null): readonly ValueCount[] {
  if (!column) return [];
  const counts = countCodes(column);
  return mergeCounts(counts, commonestName(counts));
}

/** What to call the channel of a cell's text. */
export function channelNames(column: Column): (text: string) => string {
  return commonestName(countCodes(column));
}

function commonestName(counts: readonly ValueCount[]): (text: string) => string {
  const commonest = new Map<string, string>();
  for (const { value } of counts) if (!commonest.has(value.toLowerCase())) commonest.set(value.toLowerCase(), value);
  return (text) => commonest.get(text.toLowerCase()) ?? text;
}

const counted = new WeakMap<Column, readonly ValueCount[]>();

/** Non-empty texts of a column, those of most events first. */
export function countCodes(column: Column): readonly ValueCount[] {
  const counts = counted.get(column) ?? countOnce(column);
  counted.set(column, counts);
  return counts;
}

function countOnce(column: Column): readonly ValueCount[] {
  const events = new Uint32Array(column.size);
  const { codes } = column;
  for (let row = 0; row < codes.length; row++) events[codes[row]]++;
  return mergeCounts(
    Array.from(events, (count, code) => ({ value: column.text(code) ?? '', events: count })).filter(({ value }) => value !== ''),
    (value) => value,
  );
}

function mergeCounts(counts: readonly ValueCount[], nameOf: (value: string) => string): readonly ValueCount[] {
  const merged = new Map<string, number>();
  for (const { value, events } of counts) merged.set(nameOf(value), (merged.get(nameOf(value)) ?? 0) + events);
  return [...merged].map(([value, events]) => ({ value, events })).sort((a, b) => b.events - a.events);
}

function timeRange(table: EventTable): DatasetSummary['time'] {
  const clock = clockOf(table);
  if (!clock) return null;
  const { first, last } = clockRange(clock);
  const others = clock.others.map(({ name, events }) => ({ value: name, events }));
  return { field: clock.field, others, first: new Date(first).toISOString(), last: new Date(last).toISOString() };
}

/** Milliseconds since 1970 of the earliest and the latest event. */
export function clockRange({ millis }: Clock): { readonly first: number; readonly last: number } {
  let first = Infinity;
  let last = -Infinity;
  for (let row = 0; row < millis.length; row++) {
    const value = millis[row];
    if (value < first) first = value;
    if (value > last) last = value;
  }
  return { first, last };
}
