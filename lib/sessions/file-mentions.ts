import type { RowId } from '@/lib/base/row-id';
import type { EventTypes } from './event-type';
import type { SessionColumns } from './session-columns';
import { isFileWrite } from './written-files';

export interface FileHash {
  /** 'SHA256', 'MD5', 'IMPHASH', … as Sysmon writes it. */
  readonly algorithm: string;
  readonly value: string;
}

export type FileStepKind = 'asked-to-write' | 'opened' | 'created' | 'changed' | 'deleted' | 'run' | 'ended' | 'loaded' | 'acted';

/** A file by its path, as one event names it: whole, or from the share on where the event does not tell where that is. */
export interface NamedPath {
  readonly path: string;
  readonly kind: FileStepKind;
}

/** Which files events name, and what they say of them. */
export class FileMentions {
  constructor(
    private readonly columns: SessionColumns,
    private readonly types: EventTypes,
  ) {}

  /** The file that the event is about; null if it is about none. */
  named(row: RowId): NamedPath | null {
    const named = this.in(row).at(0);
    // 'System' and 'Registry' are processes without a file.
    return named === undefined || fileName(named.path) === '' || !(named.path.includes('\\') || this.types.id(row) === '5145') ? null : named;
  }

  /** The files that an event names, what it is about before what acted. */
  in(row: RowId): readonly NamedPath[] {
    const { columns, types } = this;
    const file = (field: string, kind: FileStepKind) => {
      const path = columns.text(field, row);
      return path === null ? [] : [{ path, kind }];
    };
    const id = types.id(row);
    switch (types.provider(row)) {
      case 'sysmon':
        switch (id) {
          case '1':
            return file('Image', 'run');
          case '5':
            return file('Image', 'ended');
          case '7':
            return [...file('ImageLoaded', 'loaded'), ...file('Image', 'acted')];
          case '11':
          case '15':
          case '29':
            return [...file('TargetFilename', 'created'), ...file('Image', 'acted')];
          case '2':
            return [...file('TargetFilename', 'changed'), ...file('Image', 'acted')];
          case '23':
          case '26':
            return [...file('TargetFilename', 'deleted'), ...file('Image', 'acted')];
          default:
            return file('Image', 'acted');
        }
      case 'security':
        switch (id) {
          case '4688':
            return file('NewProcessName', 'run');
          case '4689':
            return file('ProcessName', 'ended');
          case '4656':
          case '4663':
            return [...(columns.text('ObjectType', row) === 'File' ? file('ObjectName', isFileWrite(columns, types, row) ? 'asked-to-write' : 'opened') : []), ...file('ProcessName', 'acted')];
          case '5145':
            return this.onShare(row);
          default:
            return file('ProcessName', 'acted');
        }
      default:
        return [];
    }
  }

  /** '\??\C:\' and 'ProgramData\a.exe': C:\ProgramData\a.exe. Under IPC$ there are named pipes, not files. */
  private onShare(row: RowId): readonly NamedPath[] {
    const { columns, types } = this;
    const relative = columns.text('RelativeTargetName', row);
    if (relative === null || columns.text('ShareName', row)?.toUpperCase().endsWith('\\IPC$')) return [];
    const local = columns.text('ShareLocalPath', row)?.replace(/^\\\?\?\\/, '') ?? null;
    const path = local === null ? relative : `${local.replace(/\\$/, '')}\\${relative}`;
    return [{ path, kind: isFileWrite(columns, types, row) ? 'asked-to-write' : 'opened' }];
  }

  /** Of an event's hashes, those that are of this file: of a loaded image they are the image's, not the process's. */
  hashes(row: RowId, kind: FileStepKind): readonly FileHash[] {
    if (kind === 'acted' || this.types.provider(row) !== 'sysmon') return [];
    const text = this.columns.text('Hashes', row) ?? this.columns.text('Hash', row) ?? '';
    return [...text.matchAll(/([A-Z0-9]+)=([0-9A-F]{16,64})/gi)].map(([, algorithm, value]) => ({ algorithm: algorithm.toUpperCase(), value: value.toUpperCase() }));
  }
}

/** 'grunthttp.exe', in lower case. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('\\') + 1).toLowerCase();
}
