import { err, ok, type Result } from '@/lib/base/result';
import { ANSWER_KEY_FORMAT, ANSWER_KEY_VERSION, type AnswerKey, type KeyEvent } from './answer-key';

/** What is wrong with an answer key: `place` is the path of the value, as `events[3].line`; '' for the whole. */
export interface AnswerKeyProblem {
  readonly place: string;
  readonly message: string;
}

const LARGEST_KEY = 8_000_000;
const MOST_EVENTS = 100_000;
const LONGEST_TEXT = 20_000;
/** Nobody reads more of them, and a wrong file has one for each of its values. */
const MOST_PROBLEMS = 20;

type Entries = ReadonlyMap<string, unknown>;

/** Reads an answer key of unknown origin. What it does not know of the JSON it passes over. */
export function readAnswerKey(text: string): Result<AnswerKey, readonly AnswerKeyProblem[]> {
  const whole = (message: string) => err([{ place: '', message }]);
  if (text.length > LARGEST_KEY) return whole(`This is too large for an answer key: more than ${LARGEST_KEY / 1_000_000} million characters.`);
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return whole(`This is not JSON: ${error instanceof Error ? error.message.slice(0, 200) : 'it cannot be read'}.`);
  }
  const top = entriesOf(given);
  if (top?.get('format') !== ANSWER_KEY_FORMAT) return err([{ place: 'format', message: `This is no answer key: its format is not "${ANSWER_KEY_FORMAT}".` }]);
  if (top.get('version') !== ANSWER_KEY_VERSION) return err([{ place: 'version', message: `This page reads answer keys of version ${ANSWER_KEY_VERSION} only.` }]);
  const problems: AnswerKeyProblem[] = [];
  const key = keyOf(top, (place, message) => problems.push({ place, message }));
  return problems.length > 0 ? err(problems.slice(0, MOST_PROBLEMS)) : ok(key);
}

type Tell = (place: string, message: string) => void;

function keyOf(top: Entries, tell: Tell): AnswerKey {
  const dataset = entriesOf(top.get('dataset'));
  if (!dataset) tell('dataset', 'The key names no dataset: give its name, and the SHA-256 of its file.');
  return {
    title: textOf(top.get('title'), 'title', tell),
    story: textOf(top.get('story') ?? '', 'story', tell),
    dataset: { name: textOf(dataset?.get('name') ?? '', 'dataset.name', tell), sha256: digestOf(dataset?.get('sha256') ?? null, tell) },
    events: eventsOf(top.get('events'), tell),
  };
}

function digestOf(value: unknown, tell: Tell): string | null {
  if (value === null) return null;
  if (typeof value === 'string' && /^[0-9a-f]{64}$/i.test(value)) return value.toLowerCase();
  tell('dataset.sha256', 'A SHA-256 is 64 hexadecimal digits.');
  return null;
}

function eventsOf(value: unknown, tell: Tell): readonly KeyEvent[] {
  if (!Array.isArray(value) || value.length > MOST_EVENTS) {
    tell('events', `The events are a list of at most ${MOST_EVENTS.toLocaleString('en')}.`);
    return [];
  }
  const seen = new Set<string>();
  return value.flatMap((item: unknown, index) => {
    const place = `events[${index}]`;
    const event = eventOf(entriesOf(item), place, tell);
    if (event === null) return [];
    const id = `${event.line} ${event.member}`;
    if (seen.has(id)) tell(place, `${event.member} line ${event.line} is in the key twice.`);
    seen.add(id);
    return [event];
  });
}

function eventOf(given: Entries | null, place: string, tell: Tell): KeyEvent | null {
  if (!given) {
    tell(place, 'An event is an object with "member" and "line".');
    return null;
  }
  const line = given.get('line');
  if (typeof line !== 'number' || !Number.isSafeInteger(line) || line < 1) {
    tell(`${place}.line`, 'A line is a whole number from 1.');
    return null;
  }
  const member = textOf(given.get('member'), `${place}.member`, tell);
  const what = textOf(given.get('what') ?? '', `${place}.what`, tell);
  return { member, line, what, expectedBy: expectedOf(given.get('expectedBy') ?? {}, `${place}.expectedBy`, tell) };
}

function expectedOf(value: unknown, place: string, tell: Tell): ReadonlyMap<string, readonly string[]> {
  const hunts = entriesOf(value);
  const expected = new Map<string, readonly string[]>();
  if (!hunts) tell(place, 'Write the analytics by hunt: { "hunt-id": ["I", "II"] }.');
  for (const [hunt, analytics] of hunts ?? []) {
    if (Array.isArray(analytics) && analytics.every((id): id is string => typeof id === 'string' && id !== '' && id.length <= 100)) expected.set(hunt, analytics);
    else tell(`${place}.${hunt}`, 'A hunt’s analytics are a list of their ids: ["I", "II"].');
  }
  return expected;
}

function textOf(value: unknown, place: string, tell: Tell): string {
  if (typeof value === 'string' && value.length <= LONGEST_TEXT) return value;
  tell(place, typeof value === 'string' ? `This text is longer than ${LONGEST_TEXT.toLocaleString('en')} characters.` : 'A text is wanted here.');
  return '';
}

/** The entries of a JSON object; null for anything else. A map, so that no key means more than itself. */
function entriesOf(value: unknown): Entries | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map<string, unknown>(Object.entries(value)) : null;
}
