import { expect, it } from 'vitest';
import { KeptStories } from './kept-stories';
import { withItem } from './story';
import { readStory } from './story-file';
import { StoryStore } from './story-store';

/** Storage in memory; `refuses` stands for a full disk. */
class Memory extends KeptStories {
  readonly files = new Map<string, string>();
  refuses = false;
  override read(sha256: string): Promise<string | null> {
    return Promise.resolve(this.files.get(sha256) ?? null);
  }
  override write(sha256: string, text: string): Promise<boolean> {
    if (!this.refuses) this.files.set(sha256, text);
    return Promise.resolve(!this.refuses);
  }
}

const day1 = { sha256: 'ab'.repeat(32), name: 'day 1.zip' };
const event = (line: number) => ({ address: `v=1&event=0.${line}`, label: `event ${line}`, millis: null });
const labels = (store: StoryStore) => store.getState().story.map(({ label }) => label);
const settled = () => new Promise((done) => setTimeout(done, 0));

it('keeps a story with its dataset and finds it again', async () => {
  const memory = new Memory();
  const store = new StoryStore(memory);
  await store.open(day1);
  for (const line of [1, 2, 3]) store.change((story) => withItem(story, event(line)));
  await settled();
  const read = readStory(memory.files.get(day1.sha256) ?? '');
  expect(read.ok && read.value.story.map(({ label }) => label)).toEqual(['event 1', 'event 2', 'event 3']);

  await store.open({ sha256: 'cd'.repeat(32), name: 'day 2.zip' });
  expect(labels(store)).toEqual([]);
  const later = new StoryStore(memory);
  await later.open(day1);
  expect(labels(later)).toEqual(['event 1', 'event 2', 'event 3']);
});

it('keeps the story of a dataset without a digest for the visit only', async () => {
  const memory = new Memory();
  const store = new StoryStore(memory);
  const nameless = { sha256: null, name: 'day 1.zip' };
  await store.open(nameless);
  store.change((story) => withItem(story, event(1)));
  await store.open(day1);
  await store.open(nameless);
  expect([labels(store), store.getState().isKept, memory.files.size]).toEqual([['event 1'], false, 0]);
});

it('does not write over what a newer version kept', async () => {
  const memory = new Memory();
  const newer = '{"format":"huntbook-story","version":2,"dataset":{},"items":[]}';
  memory.files.set(day1.sha256, newer);
  const store = new StoryStore(memory);
  await store.open(day1);
  store.change((story) => withItem(story, event(1)));
  await settled();
  expect([labels(store), store.getState().isKept, memory.files.get(day1.sha256)]).toEqual([['event 1'], false, newer]);
});

it('says when the device does not keep it', async () => {
  const memory = new Memory();
  memory.refuses = true;
  const store = new StoryStore(memory);
  await store.open(day1);
  store.change((story) => withItem(story, event(1)));
  await settled();
  expect([labels(store), store.getState().isKept]).toEqual([['event 1'], false]);
});
