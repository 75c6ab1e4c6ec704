import { rowId, type RowId } from '@/lib/base/row-id';
import type { EventTable } from '@/lib/events/event-table';
import { eventTypes } from './event-type';
import { FileMentions, fileName, type FileStepKind } from './file-mentions';
import type { Process } from './process';
import { processesOf } from './processes';
import { rowHosts } from './row-hosts';
import { sessionColumns } from './session-columns';

/** A file of a host by its path, with what tells of it. */
export interface HostFile {
  readonly host: string;
  /** As first written. */
  readonly path: string;
  /** Events that are about the file, in the order of the dataset; those of processes that run it are not among them. */
  readonly mentions: readonly { readonly row: RowId; readonly kind: FileStepKind }[];
  /** The processes whose image it is. */
  readonly processes: readonly Process[];
}

export interface HostFiles {
  /** The file that an event is about; null for none, and for an event that only has a file act. */
  ofEvent(row: RowId): HostFile | null;
  /** What the event says of that file. */
  kindOf(row: RowId): FileStepKind | null;
  imageOf(process: Process): HostFile | null;
  /** Other paths and hosts with the same file name; 'hash': an event gives both the same hash of content. */
  alike(file: HostFile): readonly { readonly file: HostFile; readonly by: 'hash' | 'name' }[];
}

interface Made extends HostFile {
  readonly mentions: { row: RowId; kind: FileStepKind }[];
  readonly processes: Process[];
}

/** Types of event that are about a file besides their process. */
const ABOUT_FILES: Readonly<Record<string, ReadonlySet<string>>> = {
  sysmon: new Set(['2', '7', '11', '15', '23', '26', '29']),
  security: new Set(['4656', '4663', '5145']),
};

const known = new WeakMap<EventTable, HostFiles>();

/** The same for the same table, worked out when somebody first asks. */
export function hostFilesOf(table: EventTable): HostFiles {
  const files = known.get(table) ?? indexFiles(table);
  known.set(table, files);
  return files;
}

function indexFiles(table: EventTable): HostFiles {
  const columns = sessionColumns(table);
  const types = eventTypes(columns);
  const mentions = new FileMentions(columns, types);
  const { hosts, hostOf } = rowHosts(columns);
  const byPath = new Map<string, Made>();
  const byName = new Map<string, Made[]>();

  const make = (host: string, path: string): Made => {
    const made: Made = { host, path, mentions: [], processes: [] };
    const name = fileName(path);
    const same = byName.get(name);
    if (same) same.push(made);
    else byName.set(name, [made]);
    return made;
  };
  /** A path from the share on is the one whole path of the host that ends with it. */
  const find = (host: string, path: string): Made | null => {
    const found = byPath.get(pathKey(host, path));
    if (found || isWhole(path)) return found ?? null;
    const whole = (byName.get(fileName(path)) ?? []).filter((file) => file.host === host && file.path.toLowerCase().endsWith(`\\${path.toLowerCase()}`));
    return whole.length === 1 ? whole[0] : null;
  };
  const findOrMake = (host: string, path: string): Made => {
    const file = find(host, path) ?? make(host, path);
    byPath.set(pathKey(host, path), file);
    return file;
  };

  const partial: { row: RowId; host: string; path: string; kind: FileStepKind }[] = [];
  for (let i = 0; i < table.rowCount; i++) {
    const row = rowId(i);
    if (!ABOUT_FILES[types.provider(row)]?.has(types.id(row))) continue;
    const named = mentions.named(row);
    if (named === null || named.kind === 'acted') continue;
    const host = hosts.names[hostOf(row)];
    if (isWhole(named.path)) findOrMake(host, named.path).mentions.push({ row, kind: named.kind });
    else partial.push({ row, host, ...named });
  }
  for (const process of processesOf(table).all) if (process.image?.includes('\\')) findOrMake(process.host, process.image).processes.push(process);
  // Once all whole paths are known.
  for (const { row, host, path, kind } of partial) findOrMake(host, path).mentions.push({ row, kind });
  for (const { mentions: rows } of byPath.values()) rows.sort((a, b) => a.row - b.row);

  const contentHashes = (file: HostFile): ReadonlySet<string> => {
    const rows = [...file.mentions, ...file.processes.flatMap(({ starts }) => starts.map((row) => ({ row, kind: 'run' as const })))];
    const hashes = rows.flatMap(({ row, kind }) => mentions.hashes(row, kind)).filter(({ algorithm }) => algorithm !== 'IMPHASH');
    return new Set(hashes.map(({ algorithm, value }) => `${algorithm} ${value}`));
  };
  const imageOf = ({ host, image }: Process) => (image === null ? null : (byPath.get(pathKey(host, image)) ?? null));

  return {
    imageOf,
    kindOf: (row) => mentions.named(row)?.kind ?? null,
    ofEvent(row) {
      const named = mentions.named(row);
      if (named === null || named.kind === 'acted') return null;
      return find(hosts.names[hostOf(row)], named.path);
    },
    alike(file) {
      const hashes = contentHashes(file);
      const others = (byName.get(fileName(file.path)) ?? []).filter((other) => other !== file);
      const found = others.map((other) => ({ file: other, by: [...contentHashes(other)].some((hash) => hashes.has(hash)) ? ('hash' as const) : ('name' as const) }));
      return found.sort((a, b) => Number(a.by === 'name') - Number(b.by === 'name'));
    },
  };
}

function pathKey(host: string, path: string): string {
  return `${host} ${path.toLowerCase()}`;
}

/** 'C:\a.exe', '\Device\HarddiskVolume1\a.exe'; not 'ProgramData\a.exe'. */
function isWhole(path: string): boolean {
  return /^(?:[a-z]:)?\\/i.test(path);
}
