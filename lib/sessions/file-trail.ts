import { rowId, type RowId } from '@/lib/base/row-id';
import { clockOf } from '@/lib/events/clock';
import type { EventTable } from '@/lib/events/event-table';
import { timesOf } from './event-order';
import { eventTypes, type EventTypes } from './event-type';
import { rowHosts } from './row-hosts';
import { sessionColumns, type SessionColumns } from './session-columns';
import { isFileWrite } from './written-files';

/** A file that an event names, on the host that wrote the event. */
export interface NamedFile {
  /** Whole, or from the share on where the event does not tell where that is. */
  readonly path: string;
}

/** What events tell of one file of one host, and of files that may be the same elsewhere. */
export interface FileTrail {
  readonly host: string;
  /** The fullest path that an event tells. */
  readonly path: string;
  readonly hashes: readonly FileHash[];
  /** In order of time. */
  readonly steps: readonly FileStep[];
  /** Other paths and hosts, those with the same hash first, then by time. */
  readonly elsewhere: readonly FileElsewhere[];
}

export interface FileHash {
  /** 'SHA256', 'MD5', 'IMPHASH', … as Sysmon writes it. */
  readonly algorithm: string;
  readonly value: string;
}

export type FileStepKind = 'asked-to-write' | 'opened' | 'created' | 'changed' | 'deleted' | 'run' | 'ended' | 'loaded' | 'acted';

export interface FileStep {
  readonly row: RowId;
  readonly kind: FileStepKind;
}

export interface FileElsewhere {
  readonly host: string;
  readonly path: string;
  /** 'hash': an event gives both the same hash of content; 'name': only the name is the same. */
  readonly by: 'hash' | 'name';
  readonly first: RowId;
  readonly events: number;
}

/** Fields that name a file, by what the event then says of it. */
const FIELDS = ['TargetFilename', 'Image', 'ImageLoaded', 'NewProcessName', 'ProcessName', 'ObjectName', 'RelativeTargetName'] as const;

const known = new WeakMap<EventTable, FileTrails>();

/** The same for the same table. */
export function fileTrailsOf(table: EventTable): FileTrails {
  const trails = known.get(table) ?? new FileTrails(table);
  known.set(table, trails);
  return trails;
}

export class FileTrails {
  private readonly columns: SessionColumns;
  private readonly types: EventTypes;

  constructor(private readonly table: EventTable) {
    this.columns = sessionColumns(table);
    this.types = eventTypes(this.columns);
  }

  /** The file that the event is about; null if it is about none. */
  named(row: RowId): NamedFile | null {
    const path = this.pathsIn(row).at(0)?.path ?? null;
    // 'System' and 'Registry' are processes without a file.
    return path === null || fileName(path) === '' || !(path.includes('\\') || this.types.id(row) === '5145') ? null : { path };
  }

  /** All events that name the file, found by its name among the distinct values of each field. Null if the event names none. */
  of(row: RowId): FileTrail | null {
    const named = this.named(row);
    if (!named) return null;
    const { hosts, hostOf } = rowHosts(this.columns);
    const host = hostOf(row);
    const mentions = this.mentions(fileName(named.path));
    const isHere = (mention: Mention) => hostOf(mention.row) === host && isSamePath(mention.path, named.path);
    const here = mentions.filter(isHere);
    const path = here.map((mention) => mention.path).reduce((longest, other) => (other.length > longest.length ? other : longest), named.path);
    const there = mentions.filter((mention) => !isHere(mention));
    const hashes = distinctHashes(here.flatMap((mention) => this.hashesIn(mention)));
    const times = timesOf(this.table.rowCount, clockOf(this.table), hostOf);
    const byTime = (a: RowId, b: RowId) => times[a] - times[b] || a - b;

    const others = new Map<string, { host: string; path: string; by: FileElsewhere['by']; rows: RowId[] }>();
    for (const mention of there) {
      const at = hosts.names[hostOf(mention.row)];
      const key = `${at} ${mention.path.toLowerCase()}`;
      const other = others.get(key) ?? { host: at, path: mention.path, by: 'name', rows: [] };
      others.set(key, other);
      other.rows.push(mention.row);
      if (this.hashesIn(mention).some((hash) => isContentHash(hash) && hashes.some((own) => own.algorithm === hash.algorithm && own.value === hash.value))) other.by = 'hash';
    }
    return {
      host: hosts.names[host],
      path,
      hashes,
      steps: here.map(({ row: at, kind }) => ({ row: at, kind })).sort((a, b) => byTime(a.row, b.row)),
      elsewhere: [...others.values()]
        .map(({ rows, ...other }) => ({ ...other, first: [...rows].sort(byTime)[0], events: rows.length }))
        .sort((a, b) => Number(a.by === 'name') - Number(b.by === 'name') || byTime(a.first, b.first)),
    };
  }

  /** Every event that names a file of that name, each with the first of its fields that does. */
  private mentions(name: string): readonly Mention[] {
    const rows = new Set<number>();
    for (const field of FIELDS) {
      const column = this.columns.column(field);
      if (!column) continue;
      const isNamed = new Uint8Array(column.size);
      let any = false;
      for (let code = 1; code < column.size; code++) {
        const text = column.text(code);
        if (text === null || !text.toLowerCase().endsWith(name) || fileName(text) !== name) continue;
        isNamed[code] = 1;
        any = true;
      }
      const { codes } = column;
      for (let i = 0; any && i < codes.length; i++) if (isNamed[codes[i]] === 1) rows.add(i);
    }
    return [...rows].sort((a, b) => a - b).flatMap((i) => {
      const row = rowId(i);
      return this.pathsIn(row).filter(({ path }) => fileName(path) === name).slice(0, 1).map((found) => ({ row, ...found }));
    });
  }

  /** The files that an event names, what it is about before what acted. */
  private pathsIn(row: RowId): readonly Omit<Mention, 'row'>[] {
    const { columns, types } = this;
    const file = (field: string, kind: FileStepKind) => {
      const path = columns.text(field, row);
      return path === null ? [] : [{ path, kind, field }];
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
  private onShare(row: RowId): readonly Omit<Mention, 'row'>[] {
    const { columns, types } = this;
    const relative = columns.text('RelativeTargetName', row);
    if (relative === null || columns.text('ShareName', row)?.toUpperCase().endsWith('\\IPC$')) return [];
    const local = columns.text('ShareLocalPath', row)?.replace(/^\\\?\?\\/, '') ?? null;
    const path = local === null ? relative : `${local.replace(/\\$/, '')}\\${relative}`;
    return [{ path, kind: isFileWrite(columns, types, row) ? 'asked-to-write' : 'opened', field: 'RelativeTargetName' }];
  }

  /** Of an event's hashes, those that are of this file: of a loaded image they are the image's, not the process's. */
  private hashesIn({ row, kind }: Mention): readonly FileHash[] {
    if (kind === 'acted' || this.types.provider(row) !== 'sysmon') return [];
    const text = this.columns.text('Hashes', row) ?? this.columns.text('Hash', row) ?? '';
    return [...text.matchAll(/([A-Z0-9]+)=([0-9A-F]{16,64})/gi)].map(([, algorithm, value]) => ({ algorithm: algorithm.toUpperCase(), value: value.toUpperCase() }));
  }
}

interface Mention {
  readonly row: RowId;
  readonly path: string;
  readonly kind: FileStepKind;
  readonly field: string;
}

/** The import hash is of a table in the file: many files share one. */
function isContentHash({ algorithm }: FileHash): boolean {
  return algorithm !== 'IMPHASH';
}

/** The whole path, or one from the share on. */
function isSamePath(a: string, b: string): boolean {
  const [one, two] = [a.toLowerCase(), b.toLowerCase()];
  return one === two || one.endsWith(`\\${two}`) || two.endsWith(`\\${one}`);
}

function distinctHashes(hashes: readonly FileHash[]): readonly FileHash[] {
  return [...new Map(hashes.map((hash) => [`${hash.algorithm} ${hash.value}`, hash])).values()];
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('\\') + 1).toLowerCase();
}
