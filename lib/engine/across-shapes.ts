import type { FileStepKind } from '@/lib/sessions/file-mentions';
import type { LogonSessionKey } from '@/lib/sessions/logon-session';
import type { EventRef, EventSummary } from './dataset-shapes';

/** Whose connections are asked for: those of one event, or of all events of a session. */
export type ConnectionsOf = { readonly kind: 'event'; readonly event: EventRef } | { readonly kind: 'session'; readonly session: LogonSessionKey };

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

export interface FileTrailView {
  readonly host: string;
  readonly path: string;
  readonly hashes: readonly { readonly algorithm: string; readonly value: string }[];
  /** In order of time; at most 50, `stepCount` counts all. */
  readonly steps: readonly (EventSummary & { readonly kind: FileStepKind })[];
  readonly stepCount: number;
  /** Other paths and hosts, at most 20, `elsewhereCount` counts all; 'hash': an event gives both the same hash of content. */
  readonly elsewhere: readonly { readonly host: string; readonly path: string; readonly by: 'hash' | 'name'; readonly first: EventSummary; readonly events: number }[];
  readonly elsewhereCount: number;
}

export interface ProcessTreeRequest {
  /** Of a process, or of its host. */
  readonly event: EventRef;
  /** 'process': what led to it and what it started; 'host': every process of its host. */
  readonly around: 'process' | 'host';
}

export interface ProcessTreeView {
  readonly host: string;
  /** Each before what it started; at most 300. */
  readonly processes: readonly ProcessView[];
  readonly total: number;
}

export interface ProcessView {
  readonly depth: number;
  readonly isAsked: boolean;
  /** Of the image, without its folder; null: not known. */
  readonly name: string | null;
  readonly image: string | null;
  readonly commandLine: string | null;
  readonly user: string | null;
  readonly pid: number | null;
  readonly guid: string | null;
  /** Milliseconds since 1970. */
  readonly start: number | null;
  /** 'guid': no start event is in the dataset, its GUID tells the second. */
  readonly startBy: 'event' | 'guid' | null;
  readonly end: number | null;
  readonly parentBy: 'guid' | 'number' | null;
  readonly events: number;
  readonly children: number;
  /** Its start, else the first event that tells of it. */
  readonly event: EventSummary;
}
