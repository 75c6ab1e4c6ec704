import { assertNever } from '@/lib/base/assert-never';
import type { DatasetTime } from './engine';
import type { ImportReport } from './report-shapes';

type ReportedClock = ImportReport['clocks']['fields'][number];

/** What the data proves of its clocks, a sentence each; nothing else is said. */
export function clockSentences({ clocks, summary }: ImportReport): readonly string[] {
  const { reference, fields } = clocks;
  const shown = summary.time ? [`Times are shown by ${clockWords(summary.time)}, as written.`] : [];
  if (reference === null) return [...shown, 'No event has Sysmon\u2019s UTC clock, so nothing here can tell how far a clock stands from UTC.'];
  return [...shown, ...fields.flatMap((field) => (field.offset ? [offsetSentence(field, field.offset, reference)] : []))];
}

/** "TimeCreated, else @timestamp (12 events)" */
function clockWords({ field, others }: DatasetTime): string {
  return [field, ...others.map(({ value, events }) => `${value} (${events.toLocaleString('en')} ${events === 1 ? 'event' : 'events'})`)].join(', else ');
}

function offsetSentence({ name }: ReportedClock, offset: NonNullable<ReportedClock['offset']>, reference: string): string {
  const { kind, events, median, low, high, zone, shifted } = offset;
  const evidence = `${events.toLocaleString('en')} ${events === 1 ? 'event has' : 'events have'} it beside ${reference}; the middle offset is ${durationText(median)}`;
  const spread = `90 % lie from ${durationText(low)} to ${durationText(high)}`;
  switch (kind) {
    case 'agrees':
      return `${name} is UTC: ${evidence}.`;
    case 'lag':
      return `${name} is UTC but late, as a time of collection is: ${evidence}, ${spread}.`;
    case 'local':
      return `${name} is local time at ${zoneText(zone)}: ${evidence}, ${spread}.`;
    case 'false-zone':
      return `${name} says its zone, falsely: it is local time at ${zoneText(zone)}. ${evidence}.`;
    case 'lost-am-pm':
      return `${name} comes from a 12-hour clock that lost AM/PM, at ${zoneText(zone)}: ${evidence}, no hour but 1 to 12 is in it, and ${shifted.toLocaleString('en')} events are 12 hours off.`;
    case 'unclear':
      return `${name} stands to ${reference} as no zone or delay explains: ${evidence}, ${spread}. Nothing is guessed.`;
    default:
      return assertNever(kind);
  }
}

function zoneText(zone: number | null): string {
  const minutes = Math.round(Math.abs(zone ?? 0) / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `UTC${(zone ?? 0) < 0 ? '\u2212' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** "−1.861 s", "54.0 s", "3 min 20 s", "−4 h", "−18 h 59 min 59 s". */
export function durationText(millis: number): string {
  const sign = millis < 0 ? '\u2212' : '';
  const size = Math.abs(millis);
  if (size < 10_000) return `${sign}${(size / 1_000).toFixed(3)} s`;
  if (size < 60_000) return `${sign}${(size / 1_000).toFixed(1)} s`;
  const seconds = Math.round(size / 1_000);
  const parts = [[Math.floor(seconds / 3_600), 'h'], [Math.floor(seconds / 60) % 60, 'min'], [seconds % 60, 's']] as const;
  return sign + parts.filter(([value]) => value > 0).map(([value, unit]) => `${value} ${unit}`).join(' ');
}
