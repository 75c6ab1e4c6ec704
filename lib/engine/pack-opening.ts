import { corrupt } from '@/lib/ingest/failures';
import type { NamedFile } from '@/lib/ingest/source';
import { ANSWER_KEY, BASELINE, EVENTS, HUNT, NOTES, PLACES, REPORT } from '@/lib/packs/pack-manifest';
import { looksLikePack, readPack, type ReadPack } from '@/lib/packs/read-pack';
import type { OpenedPack, PackContents } from './pack-shapes';

/** Null where the file is no pack. @throws UserError 'corrupt', 'too-large' */
export async function openPack({ name, blob }: NamedFile): Promise<OpenedPack | null> {
  if (!(await looksLikePack(blob))) return null;
  const pack = await readPack(name, blob);
  const { manifest, problems } = pack;
  return { manifest, problems, contents: problems.length > 0 ? null : contentsOf(name, pack) };
}

function contentsOf(name: string, { manifest, parts }: ReadPack): PackContents {
  const text = (part: string) => {
    const bytes = parts.get(part);
    return bytes === undefined ? null : new TextDecoder().decode(bytes);
  };
  const hunt = [`${HUNT}.md`, `${HUNT}.ipynb`].find((part) => parts.has(part));
  const huntBytes = hunt === undefined ? undefined : parts.get(hunt);
  const events = parts.get(EVENTS);
  const report = parts.get(REPORT);
  const places = readPlaces(text(PLACES));
  if (hunt === undefined || huntBytes === undefined || events === undefined || report === undefined || places === null) {
    throw corrupt(name, 'it holds no hunt, no events or no report');
  }
  const stem = manifest.hunt.id.replace(/[^\w.-]+/g, '-') || HUNT;
  return {
    events: events.length === 0 ? null : { name: `${stem}-pack-events.ndjson`, blob: new Blob([events]) },
    hunt: { name: `${stem}${hunt.slice(HUNT.length)}`, blob: new Blob([huntBytes]) },
    notes: text(NOTES),
    baseline: text(BASELINE),
    answerKey: text(ANSWER_KEY),
    report: new Blob([report], { type: 'text/html' }),
    places,
  };
}

function readPlaces(text: string | null): PackContents['places'] | null {
  if (text === null) return null;
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(given)) return null;
  const places = given.map(readPlace);
  return places.every((place) => place !== null) ? places : null;
}

function readPlace(given: unknown): readonly [number, number] | null {
  if (!Array.isArray(given) || given.length !== 2) return null;
  const member: unknown = given[0];
  const line: unknown = given[1];
  return typeof member === 'number' && typeof line === 'number' && Number.isSafeInteger(member) && Number.isSafeInteger(line) ? [member, line] : null;
}
