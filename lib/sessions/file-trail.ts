import { rowId, type RowId } from '@/lib/base/row-id';
import { clockOf } from '@/lib/events/clock';
import type { EventTable } from '@/lib/events/event-table';
import { timesOf } from './event-order';
import { eventTypes } from './event-type';
import { FileMentions, fileName, type FileHash, type FileStepKind, type NamedPath } from './file-mentions';
import { rowHosts } from './row-hosts';
import { sessionColumns, type SessionColumns } from './session-columns';

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
  private readonly files: FileMentions;

  constructor(private readonly table: EventTable) {
    this.columns = sessionColumns(table);
    this.files = new FileMentions(this.columns, eventTypes(this.columns));
  }

  /** All events that name the file, found by its name among the distinct values of each field. Null if the event names none. */
  of(row: RowId): FileTrail | null {
    const named = this.files.named(row);
    if (!named) return null;
    const { hosts, hostOf } = rowHosts(this.columns);
    const host = hostOf(row);
    const mentions = this.mentions(fileName(named.path));
    const isHere = (mention: Mention) => hostOf(mention.row) === host && isSamePath(mention.path, named.path);
    const here = mentions.filter(isHere);
    const path = here.map((mention) => mention.path).reduce((longest, other) => (other.length > longest.length ? other : longest), named.path);
    const there = mentions.filter((mention) => !isHere(mention));
    const hashes = distinctHashes(here.flatMap((mention) => this.files.hashes(mention.row, mention.kind)));
    const times = timesOf(this.table.rowCount, clockOf(this.table), hostOf);
    const byTime = (a: RowId, b: RowId) => times[a] - times[b] || a - b;

    const others = new Map<string, { host: string; path: string; by: FileElsewhere['by']; rows: RowId[] }>();
    for (const mention of there) {
      const at = hosts.names[hostOf(mention.row)];
      const key = `${at} ${mention.path.toLowerCase()}`;
      const other = others.get(key) ?? { host: at, path: mention.path, by: 'name', rows: [] };
      others.set(key, other);
      other.rows.push(mention.row);
      if (this.files.hashes(mention.row, mention.kind).some((hash) => isContentHash(hash) && hashes.some((own) => own.algorithm === hash.algorithm && own.value === hash.value))) other.by = 'hash';
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
      return this.files.in(row).filter(({ path }) => fileName(path) === name).slice(0, 1).map((found) => ({ row, ...found }));
    });
  }
}

interface Mention extends NamedPath {
  readonly row: RowId;
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
