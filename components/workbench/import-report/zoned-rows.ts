import { offsetText, wallClock, type TimeZone } from '@/lib/base/time-zone';
import type { ReportSection } from '@/lib/engine/report-shapes';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A section's rows with the moments that Huntbook tells in the zone. What an event or a file's name says stays as it is. */
export function zonedRows({ id, rows }: ReportSection, zone: TimeZone): ReportSection['rows'] {
  if (id === 'file') return rows.map(([name, value]) => [name, name === 'First event' || name === 'Last event' ? zoned(value, zone) : value]);
  // The columns "First" and "Last".
  if (id === 'clocks') return rows.map((cells) => cells.map((cell, column) => (column === 3 || column === 4 ? zoned(cell, zone) : cell)));
  return rows;
}

function zoned(text: string, zone: TimeZone): string {
  if (!INSTANT.test(text)) return text;
  const millis = Date.parse(text);
  return `${wallClock(zone, millis).replace('T', ' ')} ${offsetText(zone, millis)}`;
}
