import type { RowId } from '@/lib/base/row-id';
import type { SessionColumns } from './session-columns';

/** Who wrote an event: its ID means something only together with that. */
export type EventProvider = 'security' | 'sysmon' | 'kernel-general' | 'event-log' | 'other';

export interface EventTypes {
  provider(row: RowId): EventProvider;
  id(row: RowId): string;
}

/** By the provider's name where the dataset has one, else by the channel; an event with neither counts as of the Security log. */
export function eventTypes(columns: SessionColumns): EventTypes {
  const bySource = columns.derived('SourceName', providerOfSource);
  const byChannel = columns.derived('Channel', providerOfChannel);
  const id = columns.derived('EventID', (text) => text?.trim() ?? '');
  return { provider: (row) => bySource(row) ?? byChannel(row), id };
}

function providerOfSource(source: string | null): EventProvider | null {
  switch (source?.toLowerCase()) {
    case undefined:
      return null;
    case 'microsoft-windows-security-auditing':
      return 'security';
    case 'microsoft-windows-sysmon':
      return 'sysmon';
    case 'microsoft-windows-kernel-general':
      return 'kernel-general';
    case 'eventlog':
    case 'microsoft-windows-eventlog':
      return 'event-log';
    default:
      return 'other';
  }
}

function providerOfChannel(channel: string | null): EventProvider {
  if (channel === null || channel.toLowerCase() === 'security') return 'security';
  return channel.toLowerCase().startsWith('microsoft-windows-sysmon') ? 'sysmon' : 'other';
}
