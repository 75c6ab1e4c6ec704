import { ADMIN, BACKUP } from './company';
import type { SampleLog } from './sample-log';
import { logSmbSession, type SmbSession, type SmbStep } from './smb-session';

/** Short words for what a client does; `after` is milliseconds from the session's start. */
export function connect(share: string, after: number, logonId?: string): SmbStep {
  return { kind: 'connect', share, after, logonId };
}

export function open(share: string, path: string, mask: string, after: number, logonId?: string): SmbStep {
  return { kind: 'open', share, path, mask, after, logonId };
}

export function created(path: string, after: number, by = 'System'): SmbStep {
  return { kind: 'created', path, after, by };
}

/** A client asks the server for its shares over the pipe srvsvc, with a mask that holds the write bit, on IPC$. */
export function listShares(after: number): SmbStep[] {
  return [connect('IPC$', after), open('IPC$', 'srvsvc', '0x12019f', after + 1)];
}

/** A moment of March 2026: '11T12:58:03.000'. */
export function time(text: string): number {
  return Date.parse(`2026-03-${text}Z`);
}

/** A session of the story. It ends after some seconds unless told otherwise. */
export function logSession(
  log: SampleLog,
  { at, ...who }: Pick<SmbSession, 'client' | 'server' | 'account' | 'logonId' | 'port'> & { readonly at: string },
  steps: readonly SmbStep[],
  logoffAfter: number | null = 12_150,
): void {
  const administrator = who.account === ADMIN || who.account === BACKUP;
  logSmbSession(log, { ...who, at: time(at), administrator, steps, logoffAfter });
}
