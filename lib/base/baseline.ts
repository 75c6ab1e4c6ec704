import type { TimeZone } from './time-zone';

/**
 * Who writes what where, over the network: an account, from a source address, to a directory of an administrative share of a host. Texts
 * as one of the events writes them; null: the events do not tell. Two keys are the same if `baselineId` says so.
 */
export interface BaselineKey {
  /** 'BRIGHTWATER\svc-backup', without a domain where none is told. */
  readonly account: string | null;
  readonly source: string | null;
  readonly host: string;
  /** '\\*\C$' */
  readonly share: string;
  /** 'ProgramData\NightSafe'; '' is the share's own. */
  readonly directory: string;
}

export interface BaselineRow extends BaselineKey {
  /** The host that is known to have the source address. */
  readonly sourceHost: string | null;
  /** Opens for writing. */
  readonly writes: number;
  readonly files: number;
  /** Files that a file-create event on the host confirms. */
  readonly confirmed: number;
  /** Milliseconds since 1970; null where no event has a time. */
  readonly first: number | null;
  readonly last: number | null;
  /** 24 numbers: the writes by hour of day, in a zone. */
  readonly hours: readonly number[];
}

/** Somebody knows what this is. */
export interface BaselineMark extends BaselineKey {
  readonly reason: string;
  /** Milliseconds since 1970, from when on it counts no more; null: it counts for good. */
  readonly expires: number | null;
}

/** What a dataset's baseline was, with what was known of it: on the device, exported, and in a pack. */
export interface BaselineFile {
  readonly dataset: BaselineDataset;
  /** Of the rows' hours. */
  readonly zone: TimeZone;
  readonly rows: readonly BaselineRow[];
  readonly marks: readonly BaselineMark[];
}

export interface BaselineDataset {
  /** Of the dataset's file, lower-case hex; null where the browser could not compute it. */
  readonly sha256: string | null;
  readonly name: string;
}

/** The same for keys that Windows takes for the same: names in any case, a host or a domain by its short name or its full one. */
export function baselineId({ account, source, host, share, directory }: BaselineKey): string {
  return JSON.stringify([account && account.replace(/^([^\\.]+)\.[^\\]*\\/, '$1\\'), source, shortHost(host), share, directory]).toLowerCase();
}

function shortHost(host: string): string {
  return /^[\d.]+$/.test(host) || host.includes(':') ? host : host.split('.', 1)[0];
}

export function isExpired({ expires }: BaselineMark, now: number): boolean {
  return expires !== null && expires <= now;
}
