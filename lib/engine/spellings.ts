import type { Column } from '@/lib/events/event-table';
import { mergeHosts } from '@/lib/sessions/hosts';
import { logonIdNumber } from '@/lib/sessions/logon-id';
import { countCodes } from './dataset-summary';
import type { OpenTable } from './open-table';

/** Which texts of a field are one value, written in several ways. */
export interface Spellings {
  /** Equal for the spellings of one value. */
  readonly keyOf: (text: string) => string;
  /** What to call a value; null: as most of its events write it. */
  readonly nameOf: (key: string) => string | null;
}

const anyCase: Spellings = { keyOf: (text) => text.toLowerCase(), nameOf: () => null };
const logonIds: Spellings = { keyOf: (text) => String(logonIdNumber(text) ?? text.toLowerCase()), nameOf: () => null };

/**
 * Windows compares names without regard to case, and its log writers write them as they please, so that a letter's case never tells
 * two values apart. Of the field that names the host, the short name of one and its full name are one too, as in the import report. Of
 * the fields that name a logon session, hex and decimal are one: '0x4e13b2e' and 81869614.
 */
export function spellingsOf({ table }: OpenTable, field: string, column: Column | null): Spellings {
  if (field.toLowerCase().endsWith('logonid')) return logonIds;
  if (column === null || table.resolve(field).found !== table.resolve('Hostname').found) return anyCase;
  const hosts = mergeHosts(countCodes(column).map(({ value }) => value));
  const nameOf = (text: string): string | null => {
    const host = hosts.indexOf(text);
    return host === null ? null : hosts.names[host];
  };
  return { keyOf: (text) => (nameOf(text) ?? text).toLowerCase(), nameOf };
}

/** Every text of a column that is one of these values in some spelling; a value that the column has not, as it is. */
export function spelled(column: Column | null, { keyOf }: Spellings, values: readonly string[]): readonly string[] {
  const wanted = new Map(values.map((value) => [keyOf(value), new Set<string>()]));
  for (let code = 0; code < (column?.size ?? 0); code++) {
    const text = column?.text(code) ?? null;
    if (text !== null) wanted.get(keyOf(text))?.add(text);
  }
  return values.flatMap((value) => {
    const key = keyOf(value);
    const found = wanted.get(key);
    // Once, where a value is asked for in two spellings.
    wanted.delete(key);
    return found === undefined ? [] : found.size === 0 ? [value] : [...found];
  });
}
