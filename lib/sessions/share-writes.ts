import { rowId, type RowId } from '@/lib/base/row-id';
import { wellKnownSession } from '@/lib/base/well-known-session';
import type { LogonSessionKey } from './logon-session';
import type { IndexedSession, SessionIndex } from './session-index';
import { sessionFacts } from './session-facts';
import { asksToWrite, type FileCreates } from './written-files';

/** One open for writing on an administrative share (5145), with what its session tells of it. */
export interface ShareWrite {
  readonly row: RowId;
  /** 'BRIGHTWATER\svc-backup'; of the event, else of its session. */
  readonly account: string | null;
  /** Of the event, else of its session's logon or connect. */
  readonly source: string | null;
  readonly host: string;
  readonly share: string;
  /** Relative to the share; '' is the share's own directory. */
  readonly directory: string;
  /** The whole path, relative to the share. */
  readonly path: string;
  /** Sysmon 11 of the file on this host, within a minute. */
  readonly confirmedBy: RowId | null;
  readonly session: LogonSessionKey | null;
}

/** What a host's own log tells of its administrative shares. */
export interface ShareAuditing {
  readonly host: string;
  /** 5140, "Audit File Share". */
  readonly connects: number;
  /** 5145, "Audit Detailed File Share", on any share: without one, nothing tells what was opened. */
  readonly accesses: number;
}

export interface ShareWrites {
  /** In the order of the dataset. */
  readonly writes: readonly ShareWrite[];
  /** Of every host with an event of its Security log. */
  readonly hosts: readonly ShareAuditing[];
}

/** A drive's letter and '$', or ADMIN$: '\\*\C$'. Not '\\*\DOC$', which is hidden but no drive, and not IPC$. */
export function isAdministrativeShare(share: string | null): boolean {
  return share !== null && /^\\\\[^\\]+\\([a-z]|admin)\$$/i.test(share);
}

/** Every account counts here, machines and services too: what is normal is for the viewer to say. */
export function shareWrites(index: SessionIndex, creates: FileCreates, rowCount: number): ShareWrites {
  const { columns, types, hosts, hostOf } = index;
  const isAdministrative = columns.derived('ShareName', isAdministrativeShare);
  const isWrite = columns.derived('AccessMask', asksToWrite);
  const auditing = new Map<number, { connects: number; accesses: number }>();
  const writes: ShareWrite[] = [];
  const tell = teller(index);
  for (let i = 0; i < rowCount; i++) {
    const row = rowId(i);
    if (types.provider(row) !== 'security') continue;
    const host = hostOf(row);
    let seen = auditing.get(host);
    if (!seen) auditing.set(host, (seen = { connects: 0, accesses: 0 }));
    const id = types.id(row);
    if (id === '5140' && isAdministrative(row)) seen.connects++;
    if (id !== '5145') continue;
    seen.accesses++;
    const path = isAdministrative(row) && isWrite(row) ? columns.text('RelativeTargetName', row) : null;
    if (path === null) continue;
    const share = columns.text('ShareName', row) ?? '';
    const { account, source, session } = tell(row);
    writes.push({ row, account, source, session, host: hosts.names[host], share, directory: path.slice(0, Math.max(0, path.lastIndexOf('\\'))), path, confirmedBy: creates(host, path, row) });
  }
  return { writes, hosts: [...auditing].map(([host, counts]) => ({ host: hosts.names[host], ...counts })) };
}

/** Who and from where. */
function teller(index: SessionIndex): (row: RowId) => Pick<ShareWrite, 'account' | 'source' | 'session'> {
  const { columns } = index;
  const told = new Map<IndexedSession, ReturnType<typeof sessionFacts>>();
  const factsOf = (session: IndexedSession) => {
    const known = told.get(session) ?? sessionFacts(index, session.key, [...session.rows].sort(index.compare));
    told.set(session, known);
    return known;
  };
  return (row) => {
    const session = index.keysOf(row).at(0) ?? null;
    const name = columns.text('SubjectUserName', row);
    const address = columns.text('IpAddress', row);
    // Many actors share a service session: it tells of none of them.
    const indexed = (name === null || address === null) && session && wellKnownSession(session.logonId) === null ? index.find(session) : null;
    const facts = indexed && factsOf(indexed);
    const account = name !== null ? withDomain(columns.text('SubjectDomainName', row), name) : facts?.account ? withDomain(facts.domain, facts.account) : null;
    return { account, source: plainAddress(address ?? facts?.sourceAddress ?? null), session };
  };
}

function withDomain(domain: string | null, name: string): string {
  return domain === null ? name : `${domain}\\${name}`;
}

/** An IPv4 address is one, however it is written: '::ffff:10.0.0.5'. */
function plainAddress(text: string | null): string | null {
  return text?.replace(/^::ffff:(?=\d+\.)/i, '') ?? null;
}
