import type { RowId } from '@/lib/base/row-id';

/**
 * A logon ID is unique on its host until the host restarts, so a session is host, logon ID and boot.
 * https://learn.microsoft.com/windows/security/threat-protection/auditing/event-4624 ("Logon ID")
 */
export interface LogonSessionKey {
  /** The fullest name that the dataset has for the host, as written there. */
  readonly host: string;
  /** Hex without leading zeros: '0x4e13b2e'. */
  readonly logonId: string;
  /** Restarts of the host seen before the session's events. */
  readonly boot: number;
}

export interface LogonSessionFilter {
  /** Any name of the host: short or full, in any case. */
  readonly host?: string;
  /** An account name in any case, with its domain (`THESHIRE\pgustavo`) or without. */
  readonly user?: string;
  /** Sessions with an event in these milliseconds since 1970: from `from` on, before `to`. */
  readonly time?: { readonly from: number; readonly to: number };
}

export interface LogonSessionSummary extends LogonSessionKey {
  readonly account: string | null;
  readonly domain: string | null;
  /** 'SYSTEM', 'NETWORK SERVICE', 'LOCAL SERVICE': many actors under one ID, so it has no logon, source or trail of its own. */
  readonly wellKnown: string | null;
  /** 'network', 'interactive', …; an unknown type as its number; null if no event tells. */
  readonly logonType: string | null;
  readonly sourceAddress: string | null;
  readonly sourcePort: string | null;
  /** Its 4624; null: not in this dataset. */
  readonly logon: RowId | null;
  /** Its 4634, else its 4647; null: not in this dataset. */
  readonly logoff: RowId | null;
  /**
   * Whether the host's Security log is in the dataset at all. If so, a session without a logon began before the dataset (or before
   * that log's part of it); if not, nothing tells when its sessions begin and end.
   */
  readonly hostTellsLogons: boolean;
  /** Whether its token is elevated (4624 ElevatedToken); null if no event tells. */
  readonly elevated: boolean | null;
  /** The other one of a logon that made two sessions, one elevated and one not (TargetLinkedLogonId). */
  readonly linked: LinkedLogon | null;
  /** How many shares it touched, and files it wrote. */
  readonly shareCount: number;
  readonly fileCount: number;
  readonly events: number;
  readonly first: RowId;
  readonly last: RowId;
}

/** On the same host, after the same restart. */
export interface LinkedLogon {
  readonly logonId: string;
  /** It has events in this dataset. */
  readonly isHere: boolean;
}

export interface LogonSession extends LogonSessionSummary {
  readonly sid: string | null;
  /** 'Kerberos', 'NTLM', … */
  readonly authentication: string | null;
  readonly privileges: readonly string[];
  /** By time, then record number; with the file-create events that confirm its writes. */
  readonly timeline: readonly LogonSessionEvent[];
  readonly files: readonly WrittenFileRows[];
  /** Shares it touched, as written, those touched most first. */
  readonly shares: readonly { readonly value: string; readonly events: number }[];
}

export type SessionEventRole = 'logon' | 'privileges' | 'share' | 'file' | 'process' | 'network' | 'logoff' | 'other';

export interface LogonSessionEvent {
  readonly row: RowId;
  readonly role: SessionEventRole;
  /** A few words: 'C$ · ProgramData\GruntHTTP.exe · write'. */
  readonly note: string;
}

/** A file that the session opened for writing. */
export interface WrittenFileRows {
  /** Relative to the share as in the 5145, or the whole path of a 4663. */
  readonly path: string;
  readonly access: RowId;
  /** Sysmon 11 on the same host, whose TargetFilename ends with the path, within a minute. */
  readonly confirmedBy: RowId | null;
}
