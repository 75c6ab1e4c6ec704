import type { RowId } from '@/lib/base/row-id';
import type { EventTypes } from './event-type';
import type { SessionEventRole } from './logon-session';
import { logonTypeName } from './logon-types';
import type { SessionColumns } from './session-columns';
import { isFileWrite } from './written-files';

/** What an event is in its session, and a few words on it. */
export interface SessionNote {
  readonly role: SessionEventRole;
  readonly note: string;
}

export function sessionNote(columns: SessionColumns, types: EventTypes, row: RowId): SessionNote {
  const words = (...parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(' · ');
  const field = (name: string) => columns.text(name, row);
  const file = (name: string) => lastPart(field(name));

  if (types.provider(row) === 'sysmon') {
    switch (types.id(row)) {
      case '1':
        return { role: 'process', note: words('process', file('Image')) };
      case '3':
        return { role: 'network', note: words('connection', field('DestinationIp'), field('DestinationPort')) };
      case '5':
        return { role: 'process', note: words('process ended', file('Image')) };
      case '11':
        return { role: 'file', note: words('file created', field('TargetFilename')) };
      default:
        return { role: 'other', note: category(field('Category')) };
    }
  }
  switch (types.id(row)) {
    case '4624': {
      const type = field('LogonType');
      return { role: 'logon', note: words('logon', type === null ? null : logonTypeName(type)) };
    }
    case '4627':
      return { role: 'logon', note: 'group membership' };
    case '4634':
      return { role: 'logoff', note: 'logoff' };
    case '4647':
      return { role: 'logoff', note: 'logoff asked for by the user' };
    case '4648':
      return { role: 'other', note: words('explicit credentials', field('TargetUserName'), field('TargetServerName')) };
    case '4656':
    case '4658':
    case '4660':
    case '4663':
    case '4670':
      return { role: field('ObjectType') === 'File' ? 'file' : 'other', note: words(objectWord(types.id(row)), field('ObjectName')) };
    case '4672':
      return { role: 'privileges', note: 'special privileges' };
    case '4673':
    case '4674':
      return { role: 'other', note: words('privilege used', oneLine(field('PrivilegeList')), file('ProcessName')) };
    case '4688':
      return { role: 'process', note: words('process', file('NewProcessName')) };
    case '4689':
      return { role: 'process', note: words('process ended', file('ProcessName')) };
    case '4697':
      return { role: 'other', note: words('service installed', field('ServiceName')) };
    case '4698':
      return { role: 'other', note: words('scheduled task created', field('TaskName')) };
    case '4778':
      return { role: 'other', note: words('session reconnected', field('ClientName')) };
    case '4779':
      return { role: 'other', note: words('session disconnected', field('ClientName')) };
    case '5140':
      return { role: 'share', note: words(shareWord(field('ShareName')), 'connect') };
    case '5145': {
      const isWrite = isFileWrite(columns, types, row);
      const access = isWrite ? 'write' : `access ${field('AccessMask') ?? 'unknown'}`;
      return { role: isWrite ? 'file' : 'share', note: words(shareWord(field('ShareName')), field('RelativeTargetName'), access) };
    }
    default:
      return { role: 'other', note: category(field('Category')) };
  }
}

function objectWord(eventId: string): string {
  switch (eventId) {
    case '4656':
      return 'handle asked for';
    case '4658':
      return 'handle closed';
    case '4660':
      return 'object deleted';
    case '4670':
      return 'permissions changed';
    default:
      return 'object accessed';
  }
}

/** Lists come with line ends and tabs. */
function oneLine(text: string | null): string | null {
  return text === null ? null : text.trim().replace(/\s+/g, ' ');
}

/** NXLog's words for the kind of event; elsewhere the field is a number, which says nothing to a person. */
function category(text: string | null): string {
  return text === null || /^\d+$/.test(text) ? '' : text;
}

/** '\\*\C$' → 'C$' */
function shareWord(share: string | null): string | null {
  return share === null ? null : share.replace(/^\\\\\*\\/, '');
}

function lastPart(path: string | null): string | null {
  return path === null ? null : path.slice(path.lastIndexOf('\\') + 1);
}
