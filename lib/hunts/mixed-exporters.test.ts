import { beforeAll, describe, expect, it } from 'vitest';
import { rowId } from '@/lib/base/row-id';
import type { EventTable } from '@/lib/events/event-table';
import { EventTableBuilder } from '@/lib/events/event-table-builder';
import type { HuntResult } from './hunt-result';
import { readingOf, repositoryPath, smbHunt, tableOfZip } from './hunt-run.test-support';
import { runHunt } from './run-hunt';

/** Winlogbeat 6 names of what every event has; all else it puts under event_data. */
const NAMES: Readonly<Record<string, string>> = {
  '@timestamp': '@timestamp', Hostname: 'computer_name', Channel: 'log_name', EventID: 'event_id', SourceName: 'source_name', RecordNumber: 'record_number',
};

/** The event as another company's Winlogbeat would have sent it. */
function asWinlogbeat(json: string): string {
  const event = Object.entries(JSON.parse(json) as Record<string, unknown>);
  const own = event.flatMap(([name, value]) => (name in NAMES ? [[NAMES[name], name === 'Hostname' ? `other-${String(value)}` : value]] : []));
  return JSON.stringify({ ...Object.fromEntries(own), event_data: Object.fromEntries(event.filter(([name]) => !(name in NAMES))) });
}

function withWinlogbeat(table: EventTable): EventTable {
  const texts = Array.from({ length: table.rowCount }, (_, row) => table.text(rowId(row)));
  const builder = new EventTableBuilder();
  for (const lines of [texts, texts.map(asWinlogbeat)]) {
    builder.startMember('events.json');
    builder.append(new TextEncoder().encode(lines.join('\n')));
    builder.endMember();
  }
  return builder.finish();
}

describe('the sample beside itself as another exporter writes it, with other hosts', () => {
  let alone: HuntResult;
  let mixed: HuntResult;
  beforeAll(async () => {
    const table = await tableOfZip(repositoryPath('public/datasets/sample.zip'));
    alone = runHunt(smbHunt, table);
    mixed = runHunt(smbHunt, withWinlogbeat(table));
  });

  // Those that join by host, or not at all: the others join over both companies, as published.
  it.each([['I', 'sql'], ['III', 'sql'], ['III', 'pandas'], ['I', 'hardened'], ['II', 'hardened'], ['III', 'hardened'], ['IV', 'hardened'], ['V', 'hardened']] as const)(
    'finds twice as much: %s, %s',
    (analytic, kind) => {
      const rows = (result: HuntResult) => readingOf(result, analytic, kind).table?.rowCount ?? 0;
      expect(rows(alone)).toBeGreaterThan(0);
      expect(rows(mixed)).toBe(2 * rows(alone));
    },
  );

  it('counts the events of both for each data source', () => {
    const events = (result: HuntResult) => result.analytics.map(({ dataSources }) => dataSources.map((source) => source.events));
    expect(events(mixed)).toEqual(events(alone).map((counts) => counts.map((count) => 2 * count)));
  });
});
