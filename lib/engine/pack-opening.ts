import { readAnswerKey } from '@/lib/hunts/read-answer-key';
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

/** What a pack's events are called where they are opened: its answer key names them so. */
export function packEventsName(hunt: string): string {
  return `${stemOf(hunt)}-pack-events.ndjson`;
}

function stemOf(hunt: string): string {
  return hunt.replace(/[^\w.-]+/g, '-') || HUNT;
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
  return {
    events: events.length === 0 ? null : { name: packEventsName(manifest.hunt.id), blob: new Blob([events]) },
    hunt: { name: `${stemOf(manifest.hunt.id)}${hunt.slice(HUNT.length)}`, blob: new Blob([huntBytes]) },
    notes: text(NOTES),
    baseline: text(BASELINE),
    answerKey: keyOf(text(ANSWER_KEY), manifest),
    report: new Blob([report], { type: 'text/html' }),
    places,
  };
}

/** Only one of the pack's own events: a pack says nothing of other datasets. */
function keyOf(text: string | null, { parts }: ReadPack['manifest']): string | null {
  const read = text === null ? null : readAnswerKey(text);
  return read?.ok && read.value.dataset.sha256 === parts.find(({ name }) => name === EVENTS)?.sha256 ? text : null;
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
