import type { KeptStories } from './kept-stories';
import type { Story } from './story';
import { isSameStory, mergedChanges } from './story-changes';
import { readStory, writeStory, type StoryDataset } from './story-file';

export interface StoryState {
  readonly dataset: StoryDataset;
  /** Empty while it is being read. */
  readonly story: Story;
  readonly isRead: boolean;
  /** False: it lasts until the page is left, for the dataset has no digest or the browser keeps nothing. */
  readonly isKept: boolean;
}

/** A story of this page, and what other tabs knew of it when it was last on the device. */
interface OpenStory {
  state: StoryState;
  common: Story;
}

const NO_DATASET: StoryState = { dataset: { sha256: null, name: '' }, story: [], isRead: false, isKept: false };

/** The story of the dataset that is open: kept on the device after every change, together with what other tabs changed. */
export class StoryStore {
  private open: OpenStory = { state: NO_DATASET, common: [] };
  private readonly listeners = new Set<() => void>();
  /** Of datasets without a digest, by name, for as long as the page lives. */
  private readonly ofThisVisit = new Map<string, Story>();
  private readonly unwritten = new Set<OpenStory>();
  private isWriting = false;
  private isListening = false;

  /** `track` is told of work that goes on. */
  constructor(
    private readonly kept: KeptStories,
    private readonly track: (work: Promise<void>) => void = () => undefined,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getState = (): StoryState => this.open.state;

  /** Takes up the story of a dataset; nothing where it is taken up already. */
  take(dataset: StoryDataset): void {
    const { state } = this.open;
    if (state !== NO_DATASET && state.dataset.sha256 === dataset.sha256 && state.dataset.name === dataset.name) return;
    const isKept = dataset.sha256 !== null;
    const story = isKept ? [] : (this.ofThisVisit.get(dataset.name) ?? []);
    this.open = { state: { dataset, story, isRead: !isKept, isKept }, common: [] };
    this.tell();
    if (!isKept) return;
    this.listen();
    this.write(this.open);
  }

  /** Changes nothing while the story is being read. */
  readonly change = (change: (story: Story) => Story): void => {
    const { open } = this;
    const { state } = open;
    if (!state.isRead) return;
    const story = change(state.story);
    if (story === state.story) return;
    this.set(open, { ...state, story });
    if (state.dataset.sha256 === null) this.ofThisVisit.set(state.dataset.name, story);
    else this.write(open);
  };

  private listen(): void {
    if (this.isListening) return;
    this.isListening = true;
    this.kept.listen((sha256) => {
      if (sha256 === this.open.state.dataset.sha256) this.write(this.open);
    });
  }

  private write(open: OpenStory): void {
    this.unwritten.add(open);
    if (!this.isWriting) this.track(this.writeAll());
  }

  private async writeAll(): Promise<void> {
    this.isWriting = true;
    // What is added while it goes on comes last.
    for (const open of this.unwritten) {
      this.unwritten.delete(open);
      await this.writeOne(open);
    }
    this.isWriting = false;
  }

  /** Takes what other tabs changed, and writes what this one did. */
  private async writeOne(open: OpenStory): Promise<void> {
    const { dataset } = open.state;
    if (dataset.sha256 === null) return;
    let merged = open.state.story;
    let isReadable = true;
    const isDone = await this.kept.update(dataset.sha256, (text) => {
      const read = text === null ? null : readStory(text);
      // A newer version's perhaps: it must not be written over.
      isReadable = read?.ok !== false;
      if (read?.ok === false) return null;
      const there = read?.value.story ?? open.common;
      merged = mergedChanges(open.common, open.state.story, there);
      this.set(open, { ...open.state, story: merged });
      return read && isSameStory(merged, there) ? null : merged.length === 0 && read === null ? null : writeStory({ dataset, story: merged });
    });
    const isKept = isDone && isReadable;
    if (isKept) open.common = merged;
    if (!open.state.isRead || open.state.isKept !== isKept) this.set(open, { ...open.state, isRead: true, isKept });
  }

  private set(open: OpenStory, state: StoryState): void {
    // A story that is the same is the same object, so that nothing renders.
    open.state = isSameStory(open.state.story, state.story) ? { ...state, story: open.state.story } : state;
    if (open === this.open) this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
