import { rowId } from '@/lib/base/row-id';
import type { SessionIndex } from './session-index';

/** The hosts, by their number in the index, of whose Security log the dataset has something: the log that tells logons and logoffs. */
export function securityHosts(index: SessionIndex, rowCount: number): ReadonlySet<number> {
  const hosts = new Set<number>();
  for (let i = 0; i < rowCount; i++) {
    const row = rowId(i);
    if (index.types.provider(row) === 'security') hosts.add(index.hostOf(row));
  }
  return hosts;
}
