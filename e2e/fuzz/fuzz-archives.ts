import { UserError } from '@/lib/base/user-error';
import { openDataset } from '@/lib/ingest/open-dataset';
import type { Random } from '@/lib/sample/random';
import { changeBytes } from './change-bytes';
import type { GoodFile } from './good-input';

/** The longest that one archive may take, in processor time: what else the machine does is not the archive's fault. */
const MOST_MS = 2_000;

export interface ArchivesReport {
  readonly opened: number;
  /** How many ended in each kind of UserError, by its code. */
  readonly refused: Readonly<Record<string, number>>;
  readonly slowestMs: number;
  /** What must not happen: another error, or none in time. `number` is the archive's place in the run. */
  readonly failures: readonly { readonly number: number; readonly name: string; readonly what: string }[];
}

/** Changes `count` archives and opens each. */
export async function fuzzArchives(
  files: readonly GoodFile[],
  count: number,
  random: Random,
  onArchive: (done: number) => void = () => undefined,
): Promise<ArchivesReport> {
  let opened = 0;
  let slowestMs = 0;
  const refused: Record<string, number> = {};
  const failures: { number: number; name: string; what: string }[] = [];
  for (let number = 0; number < count; number++) {
    const { name, bytes } = random.pick(files);
    const changed = changeArchive(bytes, random);
    const start = process.cpuUsage();
    const outcome = await Promise.race([outcomeOf(name, changed), tooLate()]);
    const { user, system } = process.cpuUsage(start);
    const took = (user + system) / 1_000;
    slowestMs = Math.max(slowestMs, took);
    if (outcome === 'opened') opened++;
    else if (outcome.code !== null) refused[outcome.code] = (refused[outcome.code] ?? 0) + 1;
    else failures.push({ number, name, what: outcome.what });
    if (took > MOST_MS) failures.push({ number, name, what: `took ${Math.round(took)} ms of processor time` });
    onArchive(number);
  }
  return { opened, refused, slowestMs, failures };
}

type Outcome = 'opened' | { readonly code: string } | { readonly code: null; readonly what: string };

async function outcomeOf(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Outcome> {
  try {
    const { table } = await openDataset({ kind: 'file', name, blob: new Blob([bytes]) });
    return table.rowCount > 0 ? 'opened' : { code: null, what: 'opened without any event' };
  } catch (error) {
    if (error instanceof UserError) return { code: error.failure.code };
    return { code: null, what: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function tooLate(): Promise<Outcome> {
  return new Promise((resolve) => setTimeout(() => resolve({ code: null, what: 'did not end' }), 5 * MOST_MS).unref());
}

/** Half of the changes go to headers and directories, which are few bytes among many. */
function changeArchive(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  const places = signaturePlaces(bytes);
  if (places.length === 0 || random.integer(0, 1) === 0) return changeBytes(bytes, random, 3);
  const changed = Uint8Array.from(bytes);
  for (let left = random.integer(1, 4); left > 0; left--) {
    const at = random.pick(places) + random.integer(4, 45);
    if (at < changed.length) changed[at] = random.pick([0, 1, 8, 0x7f, 0x80, 0xff, random.integer(0, 255)]);
  }
  return changed;
}

/** Where the records of a zip begin (`PK`), or a gzip file. */
function signaturePlaces(bytes: Uint8Array): readonly number[] {
  const places: number[] = bytes[0] === 0x1f && bytes[1] === 0x8b ? [-2] : [];
  for (let at = bytes.indexOf(0x50); at >= 0; at = bytes.indexOf(0x50, at + 1)) if (bytes[at + 1] === 0x4b && bytes[at + 2] < 8) places.push(at);
  return places;
}
