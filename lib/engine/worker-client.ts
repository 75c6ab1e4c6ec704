import { assertNever } from '@/lib/base/assert-never';
import { UserError } from '@/lib/base/user-error';
import type { NamedFile, OpenSettings } from '@/lib/ingest/source';
import type { DatasetSource, DatasetSummary, Engine, OpenOptions } from './engine';
import type { QueryText } from './query-shapes';
import { watchLife } from './worker-life';
import { watchRequests, type RequestsMessage } from './worker-requests';
import type { Answer, Args, Call, FromWorker, Method, ToWorker } from './messages';

/** The engine in a worker. */
export interface WorkerEngine extends Engine {
  /**
   * After a crash, or to end a hunt at work: starts a new worker, opens the last dataset in it and runs the last hunt and query if they had ended, so that every row, event and
   * session the page knows can be asked for again. Null if none was open. @throws UserError
   */
  restart(options?: OpenOptions): Promise<DatasetSummary | null>;
}

/** What the client needs of a Worker. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToWorker): void;
  terminate(): void;
}

interface Pending {
  resolve(value: Answer<Method>): void;
  reject(error: Error): void;
  readonly onProgress: OpenOptions['onProgress'];
  readonly onFetched: OpenOptions['onFetched'];
}

/**
 * Starts the engine's worker; `onStop` is called at once when it has ended by itself, `onRequest` is told what it asks the network for.
 * In the browser only, so call it in an effect.
 */
export function createWorkerEngine(onStop: () => void, onRequest: (message: RequestsMessage) => void): WorkerEngine {
  return new WorkerClient(() => watchRequests(watchLife(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })), onRequest), onStop);
}

export class WorkerClient implements WorkerEngine {
  private worker: WorkerLike | null;
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;
  private source: DatasetSource | null = null;
  private settings: OpenSettings = {};
  private huntText: string | null = null;
  private query: QueryText | null = null;

  constructor(
    private readonly spawn: () => WorkerLike,
    private readonly onStop: () => void,
  ) {
    this.worker = this.start();
  }

  async open(source: DatasetSource, options: OpenOptions = {}): Promise<DatasetSummary> {
    const settings = { maxBytes: options.maxBytes, members: options.members };
    // What a link gave is opened again without asking the network for it.
    const given: DatasetSource[] = [source];
    const onFetched = (file: NamedFile) => {
      given[0] = { kind: 'file', ...file };
      options.onFetched?.(file);
    };
    const summary = await this.ask('open', [source, settings], { ...options, onFetched });
    [this.source] = given;
    this.settings = settings;
    return summary;
  }

  readHunt: Engine['readHunt'] = (source) => this.ask('readHunt', [source]);
  huntFiles: Engine['huntFiles'] = (files) => this.ask('huntFiles', [files]);
  readLesson: Engine['readLesson'] = (file) => this.ask('readLesson', [file]);
  prepareHunt: Engine['prepareHunt'] = (documentText) => this.ask('prepareHunt', [documentText]);

  async runHunt(documentText: string): ReturnType<Engine['runHunt']> {
    // One that never ended must not run again at a restart.
    this.huntText = null;
    const run = await this.ask('runHunt', [documentText]);
    this.huntText = documentText;
    return run;
  }

  async runQuery(query: QueryText): ReturnType<Engine['runQuery']> {
    this.query = null;
    const run = await this.ask('runQuery', [query]);
    this.query = query;
    return run;
  }

  checkQuery: Engine['checkQuery'] = (query) => this.ask('checkQuery', [query]);
  withAnalytic: Engine['withAnalytic'] = (request) => this.ask('withAnalytic', [request]);
  editHunt: Engine['editHunt'] = (request) => this.ask('editHunt', [request]);
  withEntry: Engine['withEntry'] = (documentText, entry) => this.ask('withEntry', [documentText, entry]);
  withNewAnalytic: Engine['withNewAnalytic'] = (documentText) => this.ask('withNewAnalytic', [documentText]);
  newHunt: Engine['newHunt'] = (title) => this.ask('newHunt', [title]);
  completions: Engine['completions'] = (request) => this.ask('completions', [request]);
  rows: Engine['rows'] = (request) => this.ask('rows', [request]);
  rowPlace: Engine['rowPlace'] = (request) => this.ask('rowPlace', [request]);
  joinChain: Engine['joinChain'] = (at) => this.ask('joinChain', [at]);
  findRow: Engine['findRow'] = (reading, events) => this.ask('findRow', [reading, events]);
  misses: Engine['misses'] = (reading) => this.ask('misses', [reading]);
  funnelEvents: Engine['funnelEvents'] = (request) => this.ask('funnelEvents', [request]);
  whyNot: Engine['whyNot'] = (ref, reading) => this.ask('whyNot', [ref, reading]);
  eventCount: Engine['eventCount'] = (filter) => this.ask('eventCount', [filter]);
  events: Engine['events'] = (request) => this.ask('events', [request]);
  eventPlace: Engine['eventPlace'] = (request) => this.ask('eventPlace', [request]);
  facets: Engine['facets'] = (request) => this.ask('facets', [request]);
  eventFields: Engine['eventFields'] = (filter) => this.ask('eventFields', [filter]);
  filterQuery: Engine['filterQuery'] = (filter, columns) => this.ask('filterQuery', [filter, columns]);
  event: Engine['event'] = (ref) => this.ask('event', [ref]);
  sessions: Engine['sessions'] = (filter) => this.ask('sessions', [filter]);
  session: Engine['session'] = (key) => this.ask('session', [key]);
  connections: Engine['connections'] = (of) => this.ask('connections', [of]);
  fileTrail: Engine['fileTrail'] = (ref) => this.ask('fileTrail', [ref]);
  processTree: Engine['processTree'] = (request) => this.ask('processTree', [request]);
  groundTruth: Engine['groundTruth'] = (keyText) => this.ask('groundTruth', [keyText]);
  confusionEvents: Engine['confusionEvents'] = (keyText, reading) => this.ask('confusionEvents', [keyText, reading]);
  graph: Engine['graph'] = (request) => this.ask('graph', [request]);
  baseline: Engine['baseline'] = (request) => this.ask('baseline', [request]);
  baselineTrail: Engine['baselineTrail'] = (key) => this.ask('baselineTrail', [key]);
  knownRows: Engine['knownRows'] = (request) => this.ask('knownRows', [request]);
  knownHits: Engine['knownHits'] = (keys) => this.ask('knownHits', [keys]);
  timeline: Engine['timeline'] = (request) => this.ask('timeline', [request]);
  report: Engine['report'] = () => this.ask('report', []);
  differenceCauses: Engine['differenceCauses'] = (pair) => this.ask('differenceCauses', [pair]);
  coverage: Engine['coverage'] = (reading) => this.ask('coverage', [reading]);
  hostsWithoutHit: Engine['hostsWithoutHit'] = () => this.ask('hostsWithoutHit', []);
  resultDigest: Engine['resultDigest'] = () => this.ask('resultDigest', []);
  exportHunt: Engine['exportHunt'] = (request) => this.ask('exportHunt', [request]);
  translateReading: Engine['translateReading'] = (request) => this.ask('translateReading', [request]);
  exportRecords: Engine['exportRecords'] = (request, part) => this.ask('exportRecords', [request, part]);
  packPreview: Engine['packPreview'] = (analytic, beside) => this.ask('packPreview', [analytic, beside]);
  writePack: Engine['writePack'] = (request, step) => this.ask('writePack', [request, step]);
  readPack: Engine['readPack'] = (file) => this.ask('readPack', [file]);
  rowsDigests: Engine['rowsDigests'] = () => this.ask('rowsDigests', []);

  pseudonyms: Engine['pseudonyms'] = (choices, step) => this.ask('pseudonyms', [choices, step]);
  pseudonymisedEvents: Engine['pseudonymisedEvents'] = (choices, step) => this.ask('pseudonymisedEvents', [choices, step]);

  async restart(options: OpenOptions = {}): Promise<DatasetSummary | null> {
    this.crash('it was restarted');
    this.worker = this.start();
    if (!this.source) return null;
    const summary = await this.open(this.source, { ...this.settings, ...options });
    if (this.huntText !== null) await this.runHunt(this.huntText);
    if (this.query !== null) await this.runQuery(this.query);
    return summary;
  }

  close(): void {
    this.crash('the page closed it');
  }

  private start(): WorkerLike {
    const worker = this.spawn();
    worker.onmessage = ({ data }) => this.receive(data);
    const stopped = (reason: string) => {
      // One that was ended from here has nothing to tell any more.
      if (this.worker !== worker) return;
      this.crash(reason);
      this.onStop();
    };
    worker.onerror = (event) => stopped(event.message || 'it stopped');
    worker.onmessageerror = () => stopped('its answer could not be read');
    return worker;
  }

  private ask<M extends Method>(method: M, args: Args<M>, { onProgress, onFetched, signal }: OpenOptions = {}): Promise<Answer<M>> {
    const { worker } = this;
    if (!worker) return Promise.reject(crashed('it is not running'));
    const id = ++this.lastId;
    const cancel = () => worker.postMessage({ kind: 'cancel', id });
    const answer = new Promise<Answer<M>>((resolve, reject) => {
      // The answer to a call is what its method returns: messages.ts types both ends, and no guard could tell more.
      this.pending.set(id, { resolve: (value) => resolve(value as Answer<M>), reject, onProgress, onFetched });
      worker.postMessage({ kind: 'call', id, call: { method, args } as Call });
    });
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel);
    return answer.finally(() => signal?.removeEventListener('abort', cancel));
  }

  private receive(message: FromWorker): void {
    const pending = this.pending.get(message.id);
    if (!pending) return;
    if (message.kind === 'progress') {
      pending.onProgress?.(message.progress);
      return;
    }
    if (message.kind === 'fetched') {
      pending.onFetched?.(message.file);
      return;
    }
    this.pending.delete(message.id);
    switch (message.kind) {
      case 'result':
        return pending.resolve(message.value);
      case 'failure':
        return pending.reject(new UserError(message.failure));
      case 'bug':
        return pending.reject(new Error(message.message));
      default:
        return assertNever(message);
    }
  }

  /** Ends the worker and everything that waits for it. */
  private crash(reason: string): void {
    this.worker?.terminate();
    this.worker = null;
    const waiting = [...this.pending.values()];
    this.pending.clear();
    for (const { reject } of waiting) reject(crashed(reason));
  }
}

function crashed(reason: string): UserError {
  return new UserError({
    code: 'worker-crashed',
    message: `The engine behind this page has stopped: ${reason}.`,
    advice: 'Restart it: the dataset is opened again from the same file. If it stops again, the dataset may be too large for this browser: close other tabs, or open fewer of its files.',
  });
}
