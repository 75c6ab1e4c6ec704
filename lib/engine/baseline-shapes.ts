import type { BaselineKey, BaselineRow } from '@/lib/base/baseline';
import type { TimeZone } from '@/lib/base/time-zone';
import type { LogonSessionKey } from '@/lib/sessions/logon-session';
import type { EventFilter } from './event-filter-shapes';
import type { ReadingAddress } from './reading-address';

export interface BaselineRequest {
  /** Whose hours of day are counted. */
  readonly zone: TimeZone;
}

/** Which accounts write files through administrative shares, from where to where. */
export interface Baseline {
  /** Those of most writes first. */
  readonly rows: readonly BaselineRow[];
  readonly knowledge: BaselineKnowledge;
}

/** Without 5145 ("Audit Detailed File Share") a host tells of no file that was opened. */
export interface BaselineKnowledge {
  /** Hosts with a Security log in the dataset. */
  readonly hosts: number;
  /** Those of them with a 5145. */
  readonly hostsThatTell: number;
  /** Those without one that log connects to administrative shares (5140) all the same: something may have been written there. */
  readonly silent: readonly string[];
}

/** What is behind a row of the baseline. */
export interface BaselineTrail {
  /** Lets its writes through: their 5145. */
  readonly filter: EventFilter;
  readonly sessions: readonly LogonSessionKey[];
}

/** What of a hunt's hits is known. */
export interface KnownHits {
  /** Readings with rows that are. */
  readonly readings: readonly (ReadingAddress & { readonly rows: readonly number[] })[];
  /** Sessions behind rows, all of which are. */
  readonly sessions: readonly LogonSessionKey[];
}

export interface KnownRowsRequest extends ReadingAddress {
  /** What is known, and not expired. */
  readonly keys: readonly BaselineKey[];
}
