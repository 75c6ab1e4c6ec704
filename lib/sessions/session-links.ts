import type { RowId } from '@/lib/base/row-id';
import type { EventTypes } from './event-type';
import { canonicalLogonId } from './logon-id';
import type { SessionColumns } from './session-columns';

export interface SessionLink {
  readonly logonId: string;
  readonly part: 'created' | 'acted' | 'ended';
}

/**
 * Which sessions an event belongs to, the acting one first.
 *
 * 4624 and 4627 tell of the session made, in TargetLogonId: their SubjectLogonId is who asked for it (often 0x0), never the
 * session. 4634 and 4647 end TargetLogonId. A 4688 acts in SubjectLogonId; where its TargetLogonId is set, the new process runs
 * in that session. Everything else acts in SubjectLogonId; Sysmon writes LogonId, and 4778/4779 LogonID.
 */
export function sessionLinks(columns: SessionColumns, types: EventTypes): (row: RowId) => readonly SessionLink[] {
  const subject = columns.derived('SubjectLogonId', canonicalLogonId);
  const target = columns.derived('TargetLogonId', canonicalLogonId);
  const sysmonId = columns.derived('LogonId', canonicalLogonId);
  const reconnectedId = columns.derived('LogonID', canonicalLogonId);

  return (row) => {
    switch (types.provider(row) === 'sysmon' ? '' : types.id(row)) {
      case '4624':
      case '4627':
        return links(target(row), 'created');
      case '4634':
      case '4647':
        return links(target(row), 'ended');
      case '4688':
        return target(row) === subject(row) ? links(subject(row), 'acted') : [...links(subject(row), 'acted'), ...links(target(row), 'acted')];
      default:
        return links(subject(row) ?? sysmonId(row) ?? reconnectedId(row), 'acted');
    }
  };
}

function links(logonId: string | null, part: SessionLink['part']): readonly SessionLink[] {
  return logonId === null ? [] : [{ logonId, part }];
}
