import type { EventRef, EventSummary } from './dataset-shapes';
import type { SessionKey } from './engine';

/** Whose connections are asked for: those of one event, or of all events of a session. */
export type ConnectionsOf = { readonly kind: 'event'; readonly event: EventRef } | { readonly kind: 'session'; readonly session: SessionKey };

/** A connection between hosts, with what each of them tells of it. */
export interface ConnectionView {
  /** '172.18.39.5:62782': who opened it. */
  readonly client: string;
  /** '172.18.39.6:445'; null where no event tells it. */
  readonly server: string | null;
  /** The event that times are measured from. */
  readonly from: EventSummary;
  /** The host asked about first. */
  readonly hosts: readonly ConnectionHostView[];
}

export interface ConnectionHostView {
  readonly host: string;
  readonly isHere: boolean;
  /** Null where no event says. */
  readonly side: 'client' | 'server' | null;
  /** How its clock stands to that of the host asked about; null where no connection was told by both. */
  readonly clocks: ClocksApart | null;
  /** In order of time; at most 50, `eventCount` counts all. */
  readonly events: readonly ConnectionEventView[];
  readonly eventCount: number;
}

/** From Sysmon's UtcTime at both ends of the same connections; positive: the host's clock is ahead. */
export interface ClocksApart {
  readonly millis: number;
  readonly low: number;
  readonly high: number;
  readonly connections: number;
}

export interface ConnectionEventView extends EventSummary {
  /**
   * 'both-ends': addresses and ports of both ends are the same; 'client': those of the client, the event tells no more; 'bound-port': the
   * port was bound on the host that other events show to have the address.
   */
  readonly how: 'both-ends' | 'client' | 'bound-port';
  /** Milliseconds after `from`, by the dataset's clock; null where either has no time. */
  readonly apart: number | null;
  /** The program that the event names: 'System', 'C:\Windows\System32\lsass.exe'. */
  readonly program: string | null;
}
