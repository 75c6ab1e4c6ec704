import { err, ok, type Result } from '@/lib/base/result';
import { decodeViewState } from '@/lib/url/decode-view-state';
import { LONGEST_ID, LONGEST_LABEL, LONGEST_NOTE, LONGEST_TAG, MOST_ITEMS, MOST_TAGS, targetAddress, type Story, type StoryItem } from './story';

/** A story as a file: JSON, the same on the device and exported. */
export interface StoryFile {
  readonly dataset: StoryDataset;
  readonly story: Story;
}

export interface StoryDataset {
  /** Of the dataset's file, lower-case hex; null where the browser could not compute it. */
  readonly sha256: string | null;
  readonly name: string;
}

export type StoryFileProblem = 'too-large' | 'not-json' | 'not-a-story' | 'newer-version' | 'bad-entry';

export const STORY_PROBLEMS: Record<StoryFileProblem, string> = {
  'too-large': 'The file is larger than a story may be. Choose a file that was exported here.',
  'not-json': 'The file is no JSON text. Choose a file that was exported here.',
  'not-a-story': 'The file holds no story. Choose a file that was exported here.',
  'newer-version': 'A newer Huntbook wrote this story. Open it there.',
  'bad-entry': 'An entry of the story cannot be read, so none was taken. Export it again where it came from.',
};

const FORMAT = 'huntbook-story';
const VERSION = 1;
/** 1,000 entries with long notes each would be 20 MB; nobody writes that. */
export const LONGEST_FILE = 8 * 1024 * 1024;

export function writeStory({ dataset, story }: StoryFile): string {
  const items = story.map(({ id, address, label, millis, note, tags }) => ({ ...(address === null ? { id } : {}), address, label, millis, note, tags }));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, dataset: { sha256: dataset.sha256, name: dataset.name }, items }, null, 2)}\n`;
}

/** Reads what `writeStory` wrote. The text is somebody else's: whatever is not as it must be is refused, and nothing of it kept. */
export function readStory(text: string): Result<StoryFile, StoryFileProblem> {
  if (text.length > LONGEST_FILE) return err('too-large');
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return err('not-json');
  }
  if (!isRecord(given) || given.format !== FORMAT || !isRecord(given.dataset) || !Array.isArray(given.items)) return err('not-a-story');
  if (given.version !== VERSION) return err(Number(given.version) > VERSION ? 'newer-version' : 'not-a-story');
  const { sha256, name } = given.dataset;
  if (typeof name !== 'string' || (sha256 !== null && !(typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256)))) return err('not-a-story');
  if (given.items.length > MOST_ITEMS) return err('too-large');
  const story: StoryItem[] = [];
  const ids = new Set<string>();
  for (const [place, item] of given.items.entries()) {
    const read = readItem(item, place + 1);
    if (read === null || ids.has(read.id)) return err('bad-entry');
    ids.add(read.id);
    story.push(read);
  }
  return ok({ dataset: { sha256, name: name.slice(0, LONGEST_LABEL) }, story });
}

function readItem(given: unknown, place: number): StoryItem | null {
  if (!isRecord(given)) return null;
  const { address, label, millis, note, tags } = given;
  if (address !== null && !(typeof address === 'string' && isTargetAddress(address))) return null;
  if (!isText(label, LONGEST_LABEL) || !isText(note, LONGEST_NOTE)) return null;
  if (millis !== null && !(typeof millis === 'number' && Number.isFinite(millis) && Math.abs(millis) <= 8.64e15)) return null;
  if (!Array.isArray(tags) || tags.length > MOST_TAGS) return null;
  const read: string[] = [];
  for (const tag of tags) {
    if (!isText(tag, LONGEST_TAG) || tag === '') return null;
    read.push(tag);
  }
  // Paragraphs had none at first.
  const id = address ?? given.id ?? `paragraph ${place}`;
  if (address === null && !isText(id, LONGEST_ID)) return null;
  return { id: String(id), address, label, millis, note, tags: read };
}

/** Only the address of an event, a session or a row, as this page writes it: a story opens nothing else. */
function isTargetAddress(address: string): boolean {
  const { state, notices } = decodeViewState(address);
  const { hunt, section, analytic, reading, query, row, session, event } = state;
  const target = event !== null ? { event } : session !== null ? { session } : row.length > 0 ? { hunt, section, analytic, reading, query, row } : null;
  return notices.length === 0 && target !== null && targetAddress(target) === address;
}

function isText(given: unknown, longest: number): given is string {
  return typeof given === 'string' && given.length <= longest;
}

function isRecord(given: unknown): given is Record<string, unknown> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}
