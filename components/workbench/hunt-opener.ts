import { assertNever } from '@/lib/base/assert-never';
import type { Engine, HuntFile, HuntFileSource } from '@/lib/engine/engine';
import type { NamedFile } from '@/lib/ingest/source';
import { writeHunt } from '@/lib/url/hunt-address';
import type { HuntAddress } from '@/lib/url/view-state';
import { UNKNOWN_SHA256 } from './dataset-opener';
import { toFailure, type ShownFailure } from './failure';
import type { KeptHunts } from './kept-hunts';

export type HuntState =
  | { readonly kind: 'opening'; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly failure: ShownFailure }
  /** The address names an uploaded document, which only the viewer can give. */
  | { readonly kind: 'wanted'; readonly name: string; readonly sha256: string }
  | OpenHunt;

/** A document that can be run. */
export interface OpenHunt {
  readonly kind: 'open';
  readonly address: HuntAddress;
  readonly file: HuntFile;
  /** The name of the document that the address asked for, if this is another one. */
  readonly insteadOf: string | null;
}

interface Surroundings {
  /** The text of a hunt that we ship. @throws UserError 'not-found' */
  readonly shipped: (id: string) => Promise<string>;
  readonly kept: Pick<KeptHunts, 'find' | 'keep'>;
  /** A document that was given can be run: the address can name it now. */
  readonly onFileOpen: (address: HuntAddress) => void;
}

type Wanted = Extract<HuntState, { readonly kind: 'wanted' }>;

interface Job {
  readonly name: string;
  readonly source: () => Promise<HuntFileSource>;
  /** Null for a document that only its digest will name. */
  readonly address: HuntAddress | null;
  readonly wanted: Wanted | null;
}

/** Opens the hunt that the address names, and documents that are given, one at a time. What was open once is not fetched again. */
export class HuntOpener {
  private state: HuntState = { kind: 'opening', name: '' };
  /** What the state is about, as the address has it. */
  private key: string | null = null;
  /** What the address says. */
  private asked: HuntAddress | null = null;
  private lastJob: Job | null = null;
  private underway: object | null = null;
  private readonly opened = new Map<string, OpenHunt>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly engine: Pick<Engine, 'readHunt'>,
    private readonly surroundings: Surroundings,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getState = (): HuntState => this.state;

  /** Follows the address. */
  readonly show = (address: HuntAddress): void => {
    this.asked = address;
    const key = writeHunt(address);
    if (key === this.key) return;
    this.key = key;
    this.underway = null;
    const known = this.opened.get(key);
    if (known) return this.tell(known);
    switch (address.kind) {
      case 'shipped':
        return this.start({ name: address.id, address, wanted: null, source: async () => fileSource({ name: `${address.id}.md`, blob: new Blob([await this.surroundings.shipped(address.id)]) }) });
      case 'link':
        return this.start({ name: address.url, address, wanted: null, source: async () => address });
      case 'upload':
        return this.findKept(address);
      default:
        return assertNever(address);
    }
  };

  /** Takes the place of what is open, once it can be run. */
  readonly openFile = (file: NamedFile): void => {
    const wanted = this.state.kind === 'wanted' ? this.state : this.state.kind === 'failed' ? (this.lastJob?.wanted ?? null) : null;
    this.key = null;
    this.start({ name: file.name, address: null, wanted, source: async () => fileSource(file) });
  };

  readonly retry = (): void => {
    if (this.lastJob) this.start(this.lastJob);
  };

  /**
   * Leaves a document that could not be opened for what the address names.
   * @returns whether there is anything else: false where it is what the address names.
   */
  readonly leave = (): boolean => {
    const { asked } = this;
    if (asked === null || this.lastJob?.address) return false;
    this.key = null;
    this.show(asked);
    return true;
  };

  private findKept(address: Extract<HuntAddress, { readonly kind: 'upload' }>): void {
    const token = {};
    this.underway = token;
    this.tell({ kind: 'opening', name: address.name });
    void this.surroundings.kept.find(address.sha256).then((file) => {
      if (this.underway !== token) return;
      const wanted: Wanted = { kind: 'wanted', name: address.name, sha256: address.sha256 };
      // One that was written on since is told to be another.
      if (file) this.start({ name: file.name, address, wanted, source: async () => fileSource(file) });
      else this.tell(wanted);
    });
  }

  private start(job: Job): void {
    const token = {};
    this.underway = token;
    this.lastJob = job;
    this.tell({ kind: 'opening', name: job.name });
    job
      .source()
      .then((source) => this.engine.readHunt(source))
      .then(
        (file) => this.underway === token && this.finish(job, file),
        (error: unknown) => this.underway === token && this.tell({ kind: 'failed', name: job.name, failure: toFailure(error) }),
      );
  }

  private finish(job: Job, file: HuntFile): void {
    const address = job.address ?? { kind: 'upload' as const, sha256: file.sha256 ?? UNKNOWN_SHA256, name: job.name };
    const isOther = job.wanted !== null && job.wanted.sha256 !== file.sha256;
    this.key = writeHunt(address);
    const hunt: OpenHunt = { kind: 'open', address, file, insteadOf: isOther ? job.wanted.name : null };
    this.opened.set(this.key, { ...hunt, insteadOf: null });
    this.tell(hunt);
    if (job.address !== null) return;
    void this.surroundings.kept.keep(file);
    this.surroundings.onFileOpen(address);
  }

  private tell(state: HuntState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

function fileSource({ name, blob }: NamedFile): HuntFileSource {
  return { kind: 'file', name, blob };
}
