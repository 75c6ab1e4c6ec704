/** What a pack says of itself. SHA-256 in lower-case hex; null where the maker's browser computed none. */
export interface PackManifest {
  /** The version of Huntbook that made it. */
  readonly app: string;
  /** Names in it are replaced, and it does not say which dataset it is of. Packs of the first days have no word on it: theirs are not. */
  readonly pseudonyms: boolean;
  readonly dataset: { readonly name: string; readonly sha256: string | null; readonly events: number };
  readonly hunt: { readonly id: string; readonly title: string; readonly sha256: string | null };
  /** The one analytic that it is about; null: all of the hunt. */
  readonly analytic: string | null;
  /** The address of the view that it was made from; with pseudonyms only what comes behind '#', without the dataset. */
  readonly link: string;
  /** Events that its events file holds. */
  readonly events: number;
  /** Of each reading that ran. */
  readonly readings: readonly ReadingClaim[];
  readonly parts: readonly PartClaim[];
}

/** `digest`: of the rows' cells, in whatever order they come. */
export interface ReadingClaim {
  readonly analytic: string;
  readonly reading: string;
  readonly rows: number;
  readonly digest: string;
}

export interface PartClaim {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export const MANIFEST = 'huntbook-pack.json';
/** In the form of the command `sha256sum`, which checks it. */
export const SUMS = 'SHA256SUMS';
export const EVENTS = 'events.ndjson';
/** Where each line of the events stood in the dataset. */
export const PLACES = 'events.places.json';
export const NOTES = 'notes.json';
export const BASELINE = 'baseline.json';
export const ANSWER_KEY = 'answer-key.json';
export const REPORT = 'report.html';
/** Without its ending. */
export const HUNT = 'hunt';

const FORMAT = 'huntbook-pack';
const VERSION = 1;
export const MOST_PARTS = 400;
export const LONGEST_MANIFEST = 4 * 1024 * 1024;
const LONGEST_TEXT = 8_192;

export function writeManifest(manifest: PackManifest): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...manifest }, null, 2)}\n`;
}

/** Null for anything but a whole manifest of this version. Only what is known is taken. */
export function readManifest(text: string): PackManifest | null {
  if (text.length > LONGEST_MANIFEST) return null;
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(given) || given.format !== FORMAT || given.version !== VERSION) return null;
  const { app, pseudonyms = false, dataset, hunt, analytic, link, events, readings, parts } = given;
  if (!isRecord(dataset) || !isRecord(hunt) || !Array.isArray(readings) || !Array.isArray(parts)) return null;
  if (readings.length > MOST_PARTS || parts.length > MOST_PARTS) return null;
  if (!isText(app) || typeof pseudonyms !== 'boolean' || !isText(link) || !isCount(events) || !(analytic === null || isText(analytic))) return null;
  if (!isText(dataset.name) || !isSum(dataset.sha256) || !isCount(dataset.events)) return null;
  if (!isText(hunt.id) || !isText(hunt.title) || !isSum(hunt.sha256)) return null;
  const readReadings = readings.map(readReading).filter((reading) => reading !== null);
  const readParts = parts.map(readPart).filter((part) => part !== null);
  if (readReadings.length < readings.length || readParts.length < parts.length) return null;
  if (new Set(readParts.map(({ name }) => name)).size < parts.length) return null;
  return {
    app,
    pseudonyms,
    dataset: { name: dataset.name, sha256: dataset.sha256, events: dataset.events },
    hunt: { id: hunt.id, title: hunt.title, sha256: hunt.sha256 },
    analytic,
    link,
    events,
    readings: readReadings,
    parts: readParts,
  };
}

function readReading(given: unknown): ReadingClaim | null {
  if (!isRecord(given)) return null;
  const { analytic, reading, rows, digest } = given;
  return isText(analytic) && isText(reading) && isCount(rows) && isText(digest) ? { analytic, reading, rows, digest } : null;
}

function readPart(given: unknown): PartClaim | null {
  if (!isRecord(given)) return null;
  const { name, bytes, sha256 } = given;
  return isPartName(name) && isCount(bytes) && typeof sha256 === 'string' && isSum(sha256) ? { name, bytes, sha256 } : null;
}

/** A plain name, in one folder at most: it leads nowhere when it is unpacked. */
export function isPartName(given: unknown): given is string {
  return typeof given === 'string' && given.length <= 200 && /^(?:[A-Za-z0-9_][\w.-]*\/)?[A-Za-z0-9_][\w.-]*$/.test(given);
}

function isSum(given: unknown): given is string | null {
  return given === null || (typeof given === 'string' && /^[0-9a-f]{64}$/.test(given));
}

function isCount(given: unknown): given is number {
  return typeof given === 'number' && Number.isSafeInteger(given) && given >= 0;
}

function isText(given: unknown): given is string {
  return typeof given === 'string' && given.length <= LONGEST_TEXT;
}

function isRecord(given: unknown): given is Record<string, unknown> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}
