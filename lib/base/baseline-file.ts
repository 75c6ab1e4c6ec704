import type { BaselineFile, BaselineKey, BaselineMark, BaselineRow } from './baseline';
import { baselineId } from './baseline';
import { err, ok, type Result } from './result';
import { isTimeZone } from './time-zone';

export type BaselineFileProblem = 'too-large' | 'not-json' | 'not-a-baseline' | 'newer-version' | 'bad-row' | 'bad-mark';

const FORMAT = 'huntbook-baseline';
const VERSION = 1;
/** In characters: what MOST_ROWS rows take, and more. */
export const LONGEST_BASELINE = 32 * 1024 * 1024;
export const MOST_BASELINE_ROWS = 50_000;
export const LONGEST_REASON = 500;
/** Windows paths have at most 32,767 characters; a directory that long is nobody's. */
const LONGEST_TEXT = 4_096;
/** What Date can tell. */
const LAST_MILLIS = 8.64e15;

export function writeBaseline({ dataset, zone, rows, marks }: BaselineFile): string {
  const given = { format: FORMAT, version: VERSION, dataset: { sha256: dataset.sha256, name: dataset.name }, zone, rows: rows.map(writtenRow), marks: marks.map(writtenMark) };
  return `${JSON.stringify(given, null, 1)}\n`;
}

function keyOf({ account, source, host, share, directory }: BaselineKey): BaselineKey {
  return { account, source, host, share, directory };
}

function writtenRow(row: BaselineRow): BaselineRow {
  const { sourceHost, writes, files, confirmed, first, last, hours } = row;
  return { ...keyOf(row), sourceHost, writes, files, confirmed, first, last, hours };
}

function writtenMark(mark: BaselineMark): BaselineMark {
  return { ...keyOf(mark), reason: mark.reason, expires: mark.expires };
}

/** Reads what `writeBaseline` wrote. The text is somebody else's: whatever is not as it must be is refused, and nothing of it kept. */
export function readBaseline(text: string): Result<BaselineFile, BaselineFileProblem> {
  if (text.length > LONGEST_BASELINE) return err('too-large');
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return err('not-json');
  }
  if (!isRecord(given) || given.format !== FORMAT || !isRecord(given.dataset) || !Array.isArray(given.rows) || !Array.isArray(given.marks)) return err('not-a-baseline');
  if (given.version !== VERSION) return err(Number(given.version) > VERSION ? 'newer-version' : 'not-a-baseline');
  const { sha256, name } = given.dataset;
  const { zone } = given;
  if (!isText(name) || !(sha256 === null || (typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256)))) return err('not-a-baseline');
  if (!isText(zone) || !isTimeZone(zone)) return err('not-a-baseline');
  if (given.rows.length > MOST_BASELINE_ROWS || given.marks.length > MOST_BASELINE_ROWS) return err('too-large');
  const rows = readEach(given.rows, readRow);
  if (!rows) return err('bad-row');
  const marks = readEach(given.marks, readMark);
  return marks ? ok({ dataset: { sha256, name }, zone, rows, marks }) : err('bad-mark');
}

/** Null where one cannot be read, or two have one key. */
function readEach<T extends BaselineKey>(given: readonly unknown[], read: (one: unknown) => T | null): readonly T[] | null {
  const byId = new Map<string, T>();
  for (const each of given) {
    const one = read(each);
    if (one === null || byId.has(baselineId(one))) return null;
    byId.set(baselineId(one), one);
  }
  return [...byId.values()];
}

function readRow(given: unknown): BaselineRow | null {
  const key = readKey(given);
  if (key === null || !isRecord(given)) return null;
  const { sourceHost, writes, files, confirmed, first, last, hours } = given;
  if (!isTextOrNull(sourceHost) || !isCount(writes) || !isCount(files) || !isCount(confirmed) || !isMillis(first) || !isMillis(last)) return null;
  if (!Array.isArray(hours) || hours.length !== 24) return null;
  const counts: number[] = [];
  for (const count of hours) {
    if (!isCount(count)) return null;
    counts.push(count);
  }
  return { ...key, sourceHost, writes, files, confirmed, first, last, hours: counts };
}

function readMark(given: unknown): BaselineMark | null {
  const key = readKey(given);
  if (key === null || !isRecord(given)) return null;
  const { reason, expires } = given;
  return isText(reason) && reason.trim() !== '' && reason.length <= LONGEST_REASON && isMillis(expires) ? { ...key, reason, expires } : null;
}

function readKey(given: unknown): BaselineKey | null {
  if (!isRecord(given)) return null;
  const { account, source, host, share, directory } = given;
  return isTextOrNull(account) && isTextOrNull(source) && isText(host) && isText(share) && isText(directory) ? { account, source, host, share, directory } : null;
}

function isText(given: unknown): given is string {
  return typeof given === 'string' && given.length <= LONGEST_TEXT;
}

function isTextOrNull(given: unknown): given is string | null {
  return given === null || isText(given);
}

function isCount(given: unknown): given is number {
  return typeof given === 'number' && Number.isSafeInteger(given) && given >= 0;
}

function isMillis(given: unknown): given is number | null {
  return given === null || (typeof given === 'number' && Number.isFinite(given) && Math.abs(given) <= LAST_MILLIS);
}

function isRecord(given: unknown): given is Record<string, unknown> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}
