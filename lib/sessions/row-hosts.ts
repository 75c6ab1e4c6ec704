import type { RowId } from '@/lib/base/row-id';
import { mergeHosts, NO_HOST, type Hosts } from './hosts';
import type { SessionColumns } from './session-columns';

/** The hosts of a dataset, and which of them wrote an event. */
export interface RowHosts {
  readonly hosts: Hosts;
  hostOf(row: RowId): number;
}

export function rowHosts(columns: SessionColumns): RowHosts {
  const column = columns.column('Hostname');
  const written = Array.from({ length: column?.size ?? 0 }, (_, code) => column?.text(code) ?? '').filter((name) => name !== '');
  const hosts = mergeHosts(written);
  const none = hosts.indexOf(NO_HOST) ?? 0;
  return { hosts, hostOf: columns.derived('Hostname', (name) => (name === null ? none : (hosts.indexOf(name) ?? none))) };
}
