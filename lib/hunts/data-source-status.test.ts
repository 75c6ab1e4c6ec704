import { describe, expect, it } from 'vitest';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { readHuntDocument } from './read-hunt-document';
import { runHunt } from './run-hunt';

describe('data sources', () => {
  const table = eventTableOf(
    [
      { log_name: 'Security', event_id: 5140, computer_name: 'A' },
      { log_name: 'security', event_id: '5140', computer_name: 'a' },
      { log_name: 'Archive', source_name: 'Microsoft-Windows-Security-Auditing', event_id: 5140, computer_name: 'B' },
      { log_name: 'System', source_name: 'Service Control Manager', event_id: 7045, computer_name: 'B' },
      { log_name: 'Microsoft-Windows-Sysmon/Operational', event_id: 11, computer_name: 'B' },
      { log_name: 'Application', event_id: 11, computer_name: 'B' },
    ]
      .map((event) => JSON.stringify(event))
      .join('\n'),
  );

  it.each([
    ['Microsoft-Windows-Security-Auditing', '5140', 3, 2],
    ['Security', '5140', 2, 1],
    ['Service Control Manager', '7045', 1, 1],
    ['Microsoft-Windows-Sysmon/Operational', '11', 1, 1],
    ['Microsoft-Windows-Sysmon', '11', 1, 1],
    ['Microsoft-Windows-Sysmon/Operational', '1', 0, 0],
  ])('of %s event %s: %i events on %i hosts', (provider, eventId, events, hosts) => {
    const document = readHuntDocument(
      `## Analytic I\n\n| Event Provider | Event |\n|---|---|\n| ${provider} | ${eventId} |\n\n#### Logic\n\n\`\`\`\nSELECT 1 FROM t\n\`\`\`\n`,
    );
    expect(runHunt(document, table).analytics[0].dataSources[0]).toMatchObject({ events, hosts });
  });
});
