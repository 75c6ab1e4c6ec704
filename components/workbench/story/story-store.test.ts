import { expect, it } from 'vitest';
import { KeptStories } from './kept-stories';
import { changedItem, withItem, withoutItem } from './story';
import { readStory } from './story-file';
import { StoryStore } from './story-store';

/** Storage in memory, which tells every tab; `refuses` stands for a full disk. */
class Memory extends KeptStories {
  readonly files = new Map<string, string>();
  refuses = false;
  private readonly tabs: ((sha256: string) => void)[] = [];
  override async update(sha256: string, change: (text: string | null) => string | null): Promise<boolean> {
    await Promise.resolve();
    const text = change(this.files.get(sha256) ?? null);
    if (text === null) return true;
    if (this.refuses) return false;
    this.files.set(sha256, text);
    for (const tell of this.tabs) tell(sha256);
    return true;
  }
  override listen(onWritten: (sha256: string) => void): void {
    this.tabs.push(onWritten);
  }
}

const day1 = { sha256: 'ab'.repeat(32), name: 'day 1.zip' };
const event = (line: number) => ({ address: `v=1&event=0.${line}`, label: `event ${line}`, millis: null });
const labels = (store: StoryStore) => store.getState().story.map(({ label }) => label);
const settled = () => new Promise((done) => setTimeout(done, 0));

async function opened(memory: Memory, dataset: { readonly sha256: string | null; readonly name: string } = day1): Promise<StoryStore> {
  const store = new StoryStore(memory);
  store.take(dataset);
  await settled();
  return store;
}

it('keeps a story with its dataset and finds it again', async () => {
  const memory = new Memory();
  const store = await opened(memory);
  for (const line of [1, 2, 3]) store.change((story) => withItem(story, event(line)));
  await settled();
  const read = readStory(memory.files.get(day1.sha256) ?? '');
  expect(read.ok && read.value.story.map(({ label }) => label)).toEqual(['event 1', 'event 2', 'event 3']);

  store.take({ sha256: 'cd'.repeat(32), name: 'day 2.zip' });
  await settled();
  expect(labels(store)).toEqual([]);
  expect(labels(await opened(memory))).toEqual(['event 1', 'event 2', 'event 3']);
});

it('writes the last change of a dataset that was left at once', async () => {
  const memory = new Memory();
  const store = await opened(memory);
  store.change((story) => withItem(story, event(1)));
  store.change((story) => withItem(story, event(2)));
  store.take({ sha256: 'cd'.repeat(32), name: 'day 2.zip' });
  await settled();
  expect(labels(await opened(memory))).toEqual(['event 1', 'event 2']);
});

it('shows in two tabs what either changes, and removes what either removed', async () => {
  const memory = new Memory();
  const [one, other] = [await opened(memory), await opened(memory)];
  one.change((story) => withItem(story, event(1)));
  // Before either has told the other.
  other.change((story) => withItem(story, event(2)));
  await settled();
  expect([labels(one), labels(other)]).toEqual([['event 1', 'event 2'], ['event 1', 'event 2']]);

  one.change((story) => withoutItem(story, event(1).address));
  other.change((story) => changedItem(story, event(2).address, { note: 'Then this.' }));
  await settled();
  for (const store of [one, other, await opened(memory)]) expect(store.getState().story).toMatchObject([{ label: 'event 2', note: 'Then this.' }]);
});

it('keeps the story of a dataset without a digest for the visit only', async () => {
  const memory = new Memory();
  const nameless = { sha256: null, name: 'day 1.zip' };
  const store = await opened(memory, nameless);
  store.change((story) => withItem(story, event(1)));
  store.take(day1);
  store.take(nameless);
  await settled();
  expect([labels(store), store.getState().isKept, memory.files.size]).toEqual([['event 1'], false, 0]);
});

it('does not write over what a newer version kept', async () => {
  const memory = new Memory();
  const newer = '{"format":"huntbook-story","version":2,"dataset":{},"items":[]}';
  memory.files.set(day1.sha256, newer);
  const store = await opened(memory);
  store.change((story) => withItem(story, event(1)));
  await settled();
  expect([labels(store), store.getState().isKept, memory.files.get(day1.sha256)]).toEqual([['event 1'], false, newer]);
});

it('says when the device does not keep it, and keeps all of it once there is room', async () => {
  const memory = new Memory();
  memory.refuses = true;
  const store = await opened(memory);
  store.change((story) => withItem(story, event(1)));
  await settled();
  expect([labels(store), store.getState().isKept]).toEqual([['event 1'], false]);
  memory.refuses = false;
  store.change((story) => withItem(story, event(2)));
  await settled();
  expect([labels(await opened(memory)), store.getState().isKept]).toEqual([['event 1', 'event 2'], true]);
});
