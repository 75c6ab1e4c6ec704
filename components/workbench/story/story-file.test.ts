import { describe, expect, it } from 'vitest';
import { LONGEST_NOTE, MOST_ITEMS } from './story';
import { readStory, writeStory, type StoryFile } from './story-file';

const file: StoryFile = {
  dataset: { sha256: 'ab'.repeat(32), name: 'day 1.zip' },
  story: [
    { id: 'v=1&event=0.12', address: 'v=1&event=0.12', label: 'Share \\\\*\\IPC$ · pgustavo', millis: 1_600_800_812_341, note: 'It begins here.\n"quoted"', tags: ['IPC$'] },
    { id: 'kx1-2', address: null, label: '', millis: null, note: 'Then nothing for an hour.', tags: [] },
    { id: 'v=1&session=0x4e13b2e@WORKSTATION6', address: 'v=1&session=0x4e13b2e@WORKSTATION6', label: 'Session', millis: null, note: '', tags: [] },
    { id: 'v=1&analytic=IV&reading=sql&row=0.2,0.9', address: 'v=1&analytic=IV&reading=sql&row=0.2,0.9', label: 'Row 1', millis: null, note: '', tags: [] },
  ],
};

it('reads what it wrote', () => {
  expect(readStory(writeStory(file))).toEqual({ ok: true, value: file });
});

it('reads what was written before paragraphs had an id', () => {
  const items = [{ address: null, label: '', millis: null, note: 'a', tags: [] }, { address: null, label: '', millis: null, note: 'b', tags: [] }];
  const read = readStory(JSON.stringify({ ...JSON.parse(writeStory(file)), items }));
  expect(read.ok && read.value.story.map(({ id }) => id)).toEqual(['paragraph 1', 'paragraph 2']);
});

/** A written story that somebody changed. */
const changed = (change: Record<string, unknown>) => JSON.stringify({ ...JSON.parse(writeStory(file)), ...change });
const item = (change: Record<string, unknown>) => changed({ items: [{ address: null, label: '', millis: null, note: '', tags: [], ...change }] });

describe('refuses what it did not write', () => {
  it.each([
    ['no JSON', '{', 'not-json'],
    ['another file', '{"events":[]}', 'not-a-story'],
    ['a list', '[]', 'not-a-story'],
    ['null', 'null', 'not-a-story'],
    ['a newer version', changed({ version: 2 }), 'newer-version'],
    ['no version', changed({ version: undefined }), 'not-a-story'],
    ['a digest that is none', changed({ dataset: { sha256: 'AB', name: 'x' } }), 'not-a-story'],
    ['too many entries', changed({ items: Array.from({ length: MOST_ITEMS + 1 }, () => null) }), 'too-large'],
    ['an entry that is none', changed({ items: [null] }), 'bad-entry'],
    ['a note that is too long', item({ note: 'x'.repeat(LONGEST_NOTE + 1) }), 'bad-entry'],
    ['a note that is a number', item({ note: 5 }), 'bad-entry'],
    ['a time out of range', item({ millis: 1e300 }), 'bad-entry'],
    ['an id that is a list', item({ id: [1] }), 'bad-entry'],
    ['the same id twice', changed({ items: [0, 1].map(() => ({ id: 'a', address: null, label: '', millis: null, note: '', tags: [] })) }), 'bad-entry'],
    ['tags that are no list', item({ tags: { length: 1 } }), 'bad-entry'],
    ['an address to elsewhere', item({ address: 'https://example.org/' }), 'bad-entry'],
    ['an address that opens a dataset too', item({ address: 'v=1&dataset=https://example.org/a.zip&event=0.12' }), 'bad-entry'],
    ['an address that shows nothing', item({ address: 'v=1' }), 'bad-entry'],
    ['an event that cannot be', item({ address: 'v=1&event=0.0' }), 'bad-entry'],
    ['the same event twice', changed({ items: [0, 1].map(() => ({ address: 'v=1&event=0.12', label: '', millis: null, note: '', tags: [] })) }), 'bad-entry'],
  ])('%s', (_, text, problem) => {
    expect(readStory(text)).toEqual({ ok: false, error: problem });
  });
});
