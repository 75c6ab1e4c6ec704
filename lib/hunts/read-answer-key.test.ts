import { describe, expect, it } from 'vitest';
import { writeAnswerKey, type AnswerKey } from './answer-key';
import { readAnswerKey } from './read-answer-key';

const key: AnswerKey = {
  title: 'A copy',
  story: 'Somebody copies a file.',
  dataset: { name: 'a.zip', sha256: 'ab'.repeat(32) },
  events: [
    { member: 'a.json', line: 58, what: '', expectedBy: new Map() },
    { member: 'a.json', line: 59, what: '5140 · \\\\*\\C$', expectedBy: new Map([['smb', ['I', 'II']]]) },
  ],
};
const head = { format: 'huntbook-answer-key', version: 1, title: 'A copy', dataset: { name: 'a.zip' } };
const places = (value: unknown) => {
  const read = readAnswerKey(typeof value === 'string' ? value : JSON.stringify(value));
  return read.ok ? [] : read.error.map(({ place }) => place);
};

describe('an answer key', () => {
  it('is read as it was written, with or without events', () => {
    expect(readAnswerKey(writeAnswerKey(key))).toEqual({ ok: true, value: key });
    expect(readAnswerKey(writeAnswerKey({ ...key, events: [] }))).toMatchObject({ ok: true, value: { events: [] } });
  });

  it('need not say the digest of its dataset, a story, or who expects an event', () => {
    const read = readAnswerKey(JSON.stringify({ ...head, events: [{ member: 'a.json', line: 1 }], later: 'unknown' }));
    expect(read).toMatchObject({ ok: true, value: { story: '', dataset: { sha256: null }, events: [{ what: '' }] } });
  });

  it.each<[string, unknown, string[]]>([
    ['no JSON', '{"format":', ['']],
    ['an event log', { EventID: 1 }, ['format']],
    ['a list', [], ['format']],
    ['another version', { ...head, version: 2 }, ['version']],
    ['no dataset, no events', { ...head, dataset: 'a.zip' }, ['dataset', 'events']],
    ['half a digest', { ...head, dataset: { name: 'a', sha256: 'abc' }, events: [] }, ['dataset.sha256']],
    ['a title that is no text', { ...head, title: 5, events: [] }, ['title']],
    ['line 0, half a line, an event that is null', { ...head, events: [{ member: 'a', line: 0 }, { member: 'a', line: 1.5 }, null] }, ['events[0].line', 'events[1].line', 'events[2]']],
    ['an event twice', { ...head, events: [{ member: 'a', line: 1 }, { member: 'a', line: 1 }] }, ['events[1]']],
    ['analytics that are no list', { ...head, events: [{ member: 'a', line: 1, expectedBy: { smb: 'I' } }] }, ['events[0].expectedBy.smb']],
  ])('says where it is wrong: %s', (_what, value, wanted) => expect(places(value)).toEqual(wanted));

  it('says no more than 20 things, and takes no hunt called __proto__ for more than a name', () => {
    expect(places({ ...head, events: Array(100).fill(null) })).toHaveLength(20);
    const read = readAnswerKey(`{"format":"huntbook-answer-key","version":1,"title":"","dataset":{},"events":[{"member":"a","line":1,"expectedBy":{"__proto__":["I"]}}]}`);
    expect(read.ok && [...read.value.events[0].expectedBy]).toEqual([['__proto__', ['I']]]);
  });
});
