import { UTC } from '@/lib/base/time-zone';
import type { BaselineDataset } from '@/lib/base/baseline';
import { readBaseline, writeBaseline } from '@/lib/base/baseline-file';
import type { KeptStories } from '@/components/workbench/story/kept-stories';
import type { Marks, MarksChange } from './marks';

export interface MarksState {
  readonly dataset: BaselineDataset;
  /** Empty while they are being read. */
  readonly marks: Marks;
  readonly isRead: boolean;
  /** False: they last until the page is left, for the dataset has no digest or the browser keeps nothing. */
  readonly isKept: boolean;
}

interface OpenMarks {
  state: MarksState;
  /** Changes that are not on the device yet. */
  unwritten: readonly MarksChange[];
}

const NO_DATASET: MarksState = { dataset: { sha256: null, name: '' }, marks: [], isRead: false, isKept: false };

/** What is known of the dataset that is open: on the device, where each change is made to what stands there, whichever tab wrote it. */
export class MarksStore {
  private open: OpenMarks = { state: NO_DATASET, unwritten: [] };
  private readonly listeners = new Set<() => void>();
  /** Of datasets without a digest, by name, for as long as the page lives. */
  private readonly ofThisVisit = new Map<string, Marks>();
  private isListening = false;

  /** `track` is told of work that goes on. */
  constructor(
    private readonly kept: Pick<KeptStories, 'update' | 'listen'>,
    private readonly track: (work: Promise<void>) => void = () => undefined,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getState = (): MarksState => this.open.state;

  /** Takes up the marks of a dataset; nothing where they are taken up already. */
  take(dataset: BaselineDataset): void {
    const { state } = this.open;
    if (state !== NO_DATASET && state.dataset.sha256 === dataset.sha256 && state.dataset.name === dataset.name) return;
    const isKept = dataset.sha256 !== null;
    this.open = { state: { dataset, marks: isKept ? [] : (this.ofThisVisit.get(dataset.name) ?? []), isRead: !isKept, isKept }, unwritten: [] };
    this.tell();
    if (!isKept) return;
    if (!this.isListening) this.kept.listen((sha256) => sha256 === this.open.state.dataset.sha256 && this.track(this.write(this.open)));
    this.isListening = true;
    this.track(this.write(this.open));
  }

  /** Changes nothing while they are being read. */
  readonly change = (change: MarksChange): void => {
    const { open } = this;
    const { state } = open;
    if (!state.isRead) return;
    this.set(open, { ...state, marks: change(state.marks) });
    if (state.dataset.sha256 === null) {
      this.ofThisVisit.set(state.dataset.name, open.state.marks);
      return;
    }
    open.unwritten = [...open.unwritten, change];
    this.track(this.write(open));
  };

  /** Makes the changes to what stands on the device. */
  private async write(open: OpenMarks): Promise<void> {
    const { dataset } = open.state;
    if (dataset.sha256 === null) return;
    let marks: Marks | null = null;
    let written: readonly MarksChange[] = [];
    const isDone = await this.kept.update(dataset.sha256, (text) => {
      const read = text === null ? null : readBaseline(text);
      // A newer version's perhaps: it must not be written over.
      if (read?.ok === false) return null;
      written = open.unwritten;
      marks = written.reduce<Marks>((now, change) => change(now), read?.value.marks ?? []);
      return written.length === 0 ? null : writeBaseline({ dataset, zone: UTC, rows: [], marks });
    });
    const isKept = isDone && marks !== null;
    if (!isKept || marks === null) {
      this.set(open, { ...open.state, isRead: true, isKept: false });
      return;
    }
    open.unwritten = open.unwritten.filter((change) => !written.includes(change));
    this.set(open, { ...open.state, isRead: true, isKept, marks: open.unwritten.reduce<Marks>((now, change) => change(now), marks) });
  }

  private set(open: OpenMarks, state: MarksState): void {
    open.state = state;
    if (open !== this.open) return;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
