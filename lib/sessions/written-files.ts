import { rowId } from '@/lib/base/row-id';
import type { RowId } from '@/lib/base/row-id';
import type { EventTypes } from './event-type';
import type { WrittenFileRows } from './logon-session';
import type { SessionColumns } from './session-columns';
import type { SessionIndex } from './session-index';

/** FILE_WRITE_DATA; 0x17019f holds it too. https://learn.microsoft.com/windows/win32/fileio/file-access-rights-constants */
const WRITE_DATA = 0x2n;

/** The file-create event follows the access, but the two logs may be collected apart. */
const CONFIRM_WITHIN_MILLIS = 60_000;

/** A 5145 or 4663 that asks to write data into a file. Under IPC$ there are named pipes, not files. */
export function isFileWrite(columns: SessionColumns, types: EventTypes, row: RowId): boolean {
  if (types.provider(row) !== 'security' || writtenPath(columns, types, row) === null) return false;
  return asksToWrite(columns.text('AccessMask', row));
}

function writtenPath(columns: SessionColumns, types: EventTypes, row: RowId): string | null {
  switch (types.id(row)) {
    case '5145':
      return columns.text('ShareName', row)?.toUpperCase().endsWith('\\IPC$') ? null : columns.text('RelativeTargetName', row);
    case '4663':
      return columns.text('ObjectType', row) === 'File' ? columns.text('ObjectName', row) : null;
    default:
      return null;
  }
}

/** Whether an access mask, '0x17019f', holds the right to write data, or to add a file to a directory. */
export function asksToWrite(mask: string | null): boolean {
  return mask !== null && /^(0x[0-9a-f]{1,16}|\d{1,20})$/i.test(mask) && (BigInt(mask) & WRITE_DATA) !== 0n;
}

/** Finds the file-create events of a dataset; the search for one is among those with its file name on its host. */
export type FileCreates = (host: number, path: string, access: RowId) => RowId | null;

export function fileCreates(index: SessionIndex, rowCount: number): FileCreates {
  const byName = new Map<string, { row: RowId; path: string }[]>();
  for (let i = 0; i < rowCount; i++) {
    const row = rowId(i);
    if (index.types.id(row) !== '11' || index.types.provider(row) !== 'sysmon') continue;
    const path = index.columns.text('TargetFilename', row)?.toLowerCase();
    if (path === undefined) continue;
    const name = `${index.hostOf(row)} ${fileName(path)}`;
    const sameName = byName.get(name);
    if (sameName) sameName.push({ row, path });
    else byName.set(name, [{ row, path }]);
  }
  return (host, path, access) => {
    const wanted = path.toLowerCase();
    let nearest: RowId | null = null;
    let distance = CONFIRM_WITHIN_MILLIS;
    for (const create of byName.get(`${host} ${fileName(wanted)}`) ?? []) {
      if (create.path !== wanted && !create.path.endsWith(`\\${wanted}`)) continue;
      const apart = Math.abs(index.times[create.row] - index.times[access]);
      // False for NaN too: without a time nothing is confirmed.
      if (apart <= distance && (nearest === null || apart < distance)) {
        nearest = create.row;
        distance = apart;
      }
    }
    return nearest;
  };
}

/** Each file once, at its first write that a file-create event confirms, else at its first write. `rows` in order of time. */
export function writtenFiles(index: SessionIndex, creates: FileCreates, host: number, rows: readonly RowId[]): readonly WrittenFileRows[] {
  const files = new Map<string, WrittenFileRows>();
  for (const access of rows) {
    const { columns, types } = index;
    const path = isFileWrite(columns, types, access) ? writtenPath(columns, types, access) : null;
    if (path === null) continue;
    const name = nameOf(columns, access, path);
    if (files.get(name)?.confirmedBy) continue;
    const confirmedBy = creates(host, path, access);
    if (!files.has(name) || confirmedBy !== null) files.set(name, { path, access, confirmedBy });
  }
  return [...files.values()];
}

/** How many files the events write. */
export function filesWritten({ columns, types }: SessionIndex, rows: readonly RowId[]): number {
  const names = new Set<string>();
  for (const row of rows) {
    const path = isFileWrite(columns, types, row) ? writtenPath(columns, types, row) : null;
    if (path !== null) names.add(nameOf(columns, row, path));
  }
  return names.size;
}

function nameOf(columns: SessionColumns, access: RowId, path: string): string {
  return `${columns.text('ShareName', access) ?? ''} ${path}`.toLowerCase();
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('\\') + 1);
}
