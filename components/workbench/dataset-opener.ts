import { assertNever } from '@/lib/base/assert-never';
import { DEFAULT_MAX_BYTES } from '@/lib/base/inflated-bytes';
import type { DatasetSource, DatasetSummary, Engine, OpenProgress } from '@/lib/engine/engine';
import { writeDataset } from '@/lib/url/dataset-address';
import { writePlaces } from '@/lib/url/member-places';
import type { DatasetAddress, ViewState } from '@/lib/url/view-state';
import { toFailure, type ShownFailure } from './failure';
import type { NamedFile } from '@/lib/ingest/source';
import type { Keeping, KeptFiles, KeptKey } from './kept-files';
import type { KeptDataset } from './kept-manifest';

type FilesSource = Extract<DatasetSource, { readonly kind: 'file' | 'files' }>;
type Members = ViewState['members'];
type KeptAddress = Extract<DatasetAddress, { readonly kind: 'upload' | 'link' }>;

export type Dataset =
  | { readonly kind: 'none' }
  /** `opening`: which one, null while the file is still looked for. `maxBytes`: most that archives may inflate to. */
  | { readonly kind: 'opening'; readonly opening: number | null; readonly name: string; readonly progress: OpenProgress | null; readonly maxBytes: number }
  | FailedOpening
  /** The address names an uploaded file, which only the viewer can give. */
  | { readonly kind: 'wanted'; readonly name: string; readonly sha256: string }
  | OpenDataset;

export interface FailedOpening {
  readonly kind: 'failed';
  readonly name: string;
  readonly failure: ShownFailure;
  /** Bytes to allow where it inflates to more than was allowed; null for any other failure. */
  readonly raisedLimit: number | null;
  /** Where this device's copy cannot be read: what it is a copy of. To try again is then to remove it and to get that anew. */
  readonly damagedCopy: KeptAddress['kind'] | null;
}

export interface OpenDataset {
  readonly kind: 'open';
  /** Which opening it came from. */
  readonly opening: number;
  readonly address: DatasetAddress;
  /** Places of the members that were read, among those that hold events; null: all. */
  readonly members: Members;
  readonly summary: DatasetSummary;
  /** The name of the file that the address asked for, if this is another one. */
  readonly insteadOf: string | null;
  /** When this device's copy was made that was opened in place of the link (milliseconds since 1970); null where it was not. */
  readonly keptAt: number | null;
  /** Why the dataset will not be there on a later visit; null where it will, or nobody tried. */
  readonly notKept: Exclude<Keeping, 'kept'> | null;
}

/** Stands for the digest where the browser computes none (a page that is neither https nor localhost). */
export const UNKNOWN_SHA256 = '0'.repeat(64);

interface Surroundings {
  readonly sampleLink: () => string;
  readonly kept: Pick<KeptFiles, 'find' | 'keep' | 'remove'>;
  /** A file was opened: the address can name it now. */
  readonly onFileOpen: (address: DatasetAddress, members: Members) => void;
}

/** An opening, as often as it is tried. */
interface Job {
  readonly name: string;
  readonly source: DatasetSource;
  /** Null for a file that only its digest will name. */
  readonly address: DatasetAddress | null;
  readonly members: Members;
  /** The digest that the address asked for when the file was given. */
  readonly wanted: Extract<Dataset, { readonly kind: 'wanted' }> | null;
  /** This device's copy that is opened, if it is one. */
  readonly copy: Pick<KeptDataset, 'id' | 'keptAt'> | null;
}

/** What cannot be read is no copy of what once could. */
const DAMAGED: ReadonlySet<ShownFailure['code']> = new Set(['corrupt', 'not-an-archive', 'no-events', 'unreadable-file']);

/**
 * Opens what the address names, and files, one at a time. The engine keeps its dataset until another one is open, so after a
 * failure or a cancelled opening that one can be shown again.
 */
export class DatasetOpener {
  private state: Dataset = { kind: 'none' };
  /** What the engine holds. */
  private held: OpenDataset | null = null;
  /** What the state is about, as the address has it; null for nothing, and for a file that is not read yet. */
  private key: string | null = null;
  private underway: AbortController | null = null;
  private lastJob: Job | null = null;
  private lastOpening = 0;
  /** As the address has them. */
  private members: Members = null;
  /** Most bytes that archives may inflate to; once raised, for the rest of the visit. */
  private maxBytes = DEFAULT_MAX_BYTES;
  private readonly files = new Map<string, FilesSource>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly engine: Pick<Engine, 'open'>,
    private readonly surroundings: Surroundings,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getState = (): Dataset => this.state;

  /** Follows the address. What is shown or on its way already goes on. */
  readonly show = (address: DatasetAddress | null, members: Members = null): void => {
    const key = address && keyOf(address, members);
    if (key !== null && key === this.key) return;
    this.stop();
    this.key = key;
    this.members = members;
    if (address === null) return this.tell({ kind: 'none' });
    if (this.held !== null && keyOf(this.held.address, this.held.members) === key) return this.tell(this.held);
    switch (address.kind) {
      case 'sample':
        return this.start({ name: 'The sample', source: { kind: 'link', url: this.surroundings.sampleLink() }, address, members, wanted: null, copy: null });
      case 'link':
        return this.findKept(address);
      case 'upload': {
        const file = this.files.get(writeDataset(address));
        return file ? this.startNamed(address, address.name, file, null) : this.findKept(address);
      }
      default:
        return assertNever(address);
    }
  };

  private startNamed(address: DatasetAddress, name: string, source: DatasetSource, copy: Job['copy']): void {
    this.start({ name, source, address, members: this.members, wanted: null, copy });
  }

  /** What it was a copy of: downloads the link, or asks for the file. */
  private startWithoutCopy(address: KeptAddress, name: string): void {
    if (address.kind === 'link') return this.startNamed(address, name, { kind: 'link', url: address.url }, null);
    this.files.delete(writeDataset(address));
    this.tell({ kind: 'wanted', name, sha256: address.sha256 });
  }

  private findKept(address: KeptAddress): void {
    const controller = new AbortController();
    this.underway = controller;
    const name = address.kind === 'link' ? linkName(address.url) : address.name;
    this.tell({ kind: 'opening', opening: null, name, progress: null, maxBytes: this.maxBytes });
    void this.surroundings.kept.find(keptKey(address)).then((copy) => {
      if (this.underway !== controller) return;
      this.underway = null;
      if (copy) this.startNamed(address, name, sourceOf(copy.files), copy.dataset);
      else this.startWithoutCopy(address, name);
    });
  }

  /** Downloads the open link in place of this device's copy of it. */
  readonly fetchAgain = (): void => {
    if (this.state.kind !== 'open' || this.state.address.kind !== 'link') return;
    const { address } = this.state;
    this.startNamed(address, linkName(address.url), { kind: 'link', url: address.url }, null);
  };

  readonly openFile = (file: File): void => {
    this.startFiles(file.name, { kind: 'file', name: file.name, blob: file });
  };

  /** Several become one dataset. */
  readonly openFiles = (files: readonly File[]): void => {
    if (files.length === 1) this.openFile(files[0]);
    else if (files.length > 1) this.startFiles(`${files.length} files`, sourceOf(files.map((file) => ({ name: file.name, blob: file }))));
  };

  private startFiles(name: string, source: FilesSource): void {
    this.key = null;
    const wanted = this.state.kind === 'wanted' ? this.state : null;
    // The places are those of the file that was asked for.
    this.start({ name, source, address: null, members: wanted && this.members, wanted, copy: null });
  }

  /** Allows twice as much as before and tries again. */
  readonly raiseLimit = (): void => {
    this.maxBytes *= 2;
    this.retry();
  };

  /** Where this device's copy is damaged, without it. */
  readonly retry = (): void => {
    const { lastJob: job, state } = this;
    if (job === null) return;
    const isDamaged = state.kind === 'failed' && state.damagedCopy !== null;
    if (!isDamaged || job.copy === null || job.address === null || job.address.kind === 'sample') return this.start(job);
    void this.surroundings.kept.remove(job.copy.id);
    this.startWithoutCopy(job.address, job.name);
  };

  /**
   * Stops what is under way, or leaves a failure.
   * @returns what is shown or asked for again, for the address; null if there is nothing.
   */
  readonly leave = (): Pick<OpenDataset, 'address' | 'members'> | null => {
    this.stop();
    const wanted = this.lastJob?.wanted;
    if (wanted) {
      this.tell(wanted);
      return { address: { kind: 'upload', sha256: wanted.sha256, name: wanted.name }, members: this.members };
    }
    this.key = this.held && keyOf(this.held.address, this.held.members);
    this.tell(this.held ?? { kind: 'none' });
    return this.held;
  };

  private start(job: Job): void {
    this.stop();
    this.lastJob = job;
    const controller = new AbortController();
    this.underway = controller;
    const { maxBytes } = this;
    const opening = ++this.lastOpening;
    const whileCurrent =
      <T>(act: (value: T) => void) =>
      (value: T) => {
        if (this.underway === controller) act(value);
      };
    const onProgress = whileCurrent((progress: OpenProgress) => this.tell({ kind: 'opening', opening, name: job.name, progress, maxBytes }));
    let fetched: NamedFile | null = null;
    const onFetched = (file: NamedFile) => {
      fetched = file;
    };
    this.engine.open(job.source, { onProgress, onFetched, signal: controller.signal, maxBytes, members: job.members ?? undefined }).then(
      whileCurrent((summary) => this.finish(job, opening, summary, fetched)),
      whileCurrent((error: unknown) => {
        this.underway = null;
        const failure = toFailure(error);
        const raisedLimit = failure.code === 'too-large' ? maxBytes * 2 : null;
        const damagedCopy = job.copy && job.address && job.address.kind !== 'sample' && DAMAGED.has(failure.code) ? job.address.kind : null;
        this.tell({ kind: 'failed', name: job.name, failure, raisedLimit, damagedCopy });
      }),
    );
    // Once the engine has been asked: whoever hears of an opening may ask it for what is to follow.
    this.tell({ kind: 'opening', opening, name: job.name, progress: null, maxBytes });
  }

  private finish(job: Job, opening: number, summary: DatasetSummary, fetched: NamedFile | null): void {
    this.underway = null;
    const address = job.address ?? { kind: 'upload' as const, sha256: summary.sha256 ?? UNKNOWN_SHA256, name: job.name };
    if (job.source.kind !== 'link' && address.kind === 'upload') this.files.set(writeDataset(address), job.source);
    this.key = keyOf(address, job.members);
    const isOther = job.wanted !== null && job.wanted.sha256 !== summary.sha256;
    this.held = { kind: 'open', opening, address, members: job.members, summary, insteadOf: isOther ? job.wanted.name : null, keptAt: address.kind === 'link' ? (job.copy?.keptAt ?? null) : null, notKept: null };
    this.tell(this.held);
    if (job.address === null) this.surroundings.onFileOpen(address, job.members);
    // The sample comes with the page, and what is opened from a copy is kept.
    if (address.kind === 'sample' || job.copy !== null || summary.sha256 === null) return;
    const files = job.source.kind !== 'link' ? filesOf(job.source) : fetched === null ? [] : [fetched];
    if (files.length > 0) void this.keep(this.held, address, summary.sha256, files);
  }

  private async keep(opened: OpenDataset, address: KeptAddress, sha256: string, files: readonly NamedFile[]): Promise<void> {
    const name = address.kind === 'upload' ? address.name : files[0].name;
    const outcome = await this.surroundings.kept.keep(keptKey(address), sha256, name, files);
    if (outcome === 'kept' || this.held !== opened) return;
    const isShown = this.state === this.held;
    this.held = { ...this.held, notKept: outcome };
    if (isShown) this.tell(this.held);
  }

  private stop(): void {
    this.underway?.abort();
    this.underway = null;
  }

  private tell(state: Dataset): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

function keyOf(address: DatasetAddress, members: Members): string {
  return members === null ? writeDataset(address) : `${writeDataset(address)} ${writePlaces(members)}`;
}

function keptKey(address: KeptAddress): KeptKey {
  return address.kind === 'link' ? { url: address.url } : { sha256: address.sha256 };
}

function sourceOf(files: readonly NamedFile[]): FilesSource {
  return files.length === 1 ? { kind: 'file', ...files[0] } : { kind: 'files', files };
}

function filesOf(source: FilesSource): readonly NamedFile[] {
  return source.kind === 'file' ? [{ name: source.name, blob: source.blob }] : source.files;
}

function linkName(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || url;
  } catch {
    return last;
  }
}
