import type { KeptStories } from './kept-stories';
import type { Story } from './story';
import { readStory, writeStory, type StoryDataset } from './story-file';

export interface StoryState {
  readonly dataset: StoryDataset;
  /** Empty while it is being read. */
  readonly story: Story;
  readonly isRead: boolean;
  /** False: it lasts until the page is left, for the dataset has no digest or the browser keeps nothing. */
  readonly isKept: boolean;
}

const NO_DATASET: StoryState = { dataset: { sha256: null, name: '' }, story: [], isRead: false, isKept: false };

/** The story of the dataset that is open: kept on the device after every change, the last change last. */
export class StoryStore {
  private state = NO_DATASET;
  private readonly listeners = new Set<() => void>();
  /** What is on the device cannot be read here, a newer version's perhaps, and must not be written over. */
  private isUnreadable = false;
  /** Of datasets without a digest, by name, for as long as the page lives. */
  private readonly ofThisVisit = new Map<string, Story>();
  private isWriting = false;
  private unwritten: StoryState | null = null;

  constructor(private readonly kept: KeptStories) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getState = (): StoryState => this.state;

  /** Takes up the story of a dataset; nothing where it is taken up already. */
  async open(dataset: StoryDataset): Promise<void> {
    const { sha256, name } = this.state.dataset;
    if (this.state !== NO_DATASET && sha256 === dataset.sha256 && name === dataset.name) return;
    this.isUnreadable = false;
    if (dataset.sha256 === null) {
      this.tell({ dataset, story: this.ofThisVisit.get(dataset.name) ?? [], isRead: true, isKept: false });
      return;
    }
    const opened: StoryState = { dataset, story: [], isRead: false, isKept: true };
    this.tell(opened);
    const text = await this.kept.read(dataset.sha256);
    // Another dataset may have been opened by now.
    if (this.state !== opened) return;
    const read = text === null ? null : readStory(text);
    this.isUnreadable = read?.ok === false;
    this.tell({ ...opened, story: read?.ok === true ? read.value.story : [], isRead: true, isKept: !this.isUnreadable });
  }

  /** Changes nothing while the story is being read. */
  readonly change = (change: (story: Story) => Story): void => {
    if (!this.state.isRead) return;
    const story = change(this.state.story);
    if (story === this.state.story) return;
    this.tell({ ...this.state, story });
    if (this.state.dataset.sha256 === null) this.ofThisVisit.set(this.state.dataset.name, story);
    else if (!this.isUnreadable) {
      this.unwritten = this.state;
      if (!this.isWriting) void this.write();
    }
  };

  private async write(): Promise<void> {
    this.isWriting = true;
    while (this.unwritten !== null) {
      const { dataset, story } = this.unwritten;
      this.unwritten = null;
      if (dataset.sha256 === null) continue;
      const isKept = await this.kept.write(dataset.sha256, writeStory({ dataset, story }));
      if (this.state.dataset.sha256 === dataset.sha256 && this.state.isKept !== isKept) this.tell({ ...this.state, isKept });
    }
    this.isWriting = false;
  }

  private tell(state: StoryState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
