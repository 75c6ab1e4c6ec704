import { afterEach, describe, expect, it } from 'vitest';
import { UserError } from '@/lib/base/user-error';
import type { DatasetSource, DatasetSummary, Engine, HuntRun } from './engine';
import type { NamedFile } from '@/lib/ingest/source';
import { hostEngine } from './engine-host';
import type { FromWorker, ToWorker } from './messages';
import { WorkerClient, type WorkerLike } from './worker-client';

/** A worker whose other end is an engine in this thread, over a real channel: messages are cloned as a worker would. */
class ChannelWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  onerror: WorkerLike['onerror'] = null;
  terminated = false;
  private readonly channel = new MessageChannel();

  constructor(engine: Engine) {
    hostEngine(engine, this.channel.port2);
    this.channel.port1.onmessage = (event: MessageEvent<FromWorker>) => this.onmessage?.(event);
  }

  postMessage(message: ToWorker): void {
    this.channel.port1.postMessage(message);
  }

  terminate(): void {
    this.terminated = true;
    this.channel.port1.close();
  }

  crash(message: string): void {
    this.onerror?.(Object.assign(new Event('error'), { message }) as ErrorEvent);
  }
}

const source: DatasetSource = { kind: 'link', url: 'https://example.org/a.zip' };
const summary: DatasetSummary = {
  name: 'a.zip', sha256: null, fileBytes: 1, events: 2, bytes: 3, members: [], skippedMembers: [], skippedLines: 0, skippedLineSamples: [],
  hosts: [], channels: [], time: null, warnings: [],
};
const huntRun: HuntRun = { id: 'a', title: 'A', sections: [], datasets: [], analytics: [], entries: [], problems: [] };

/** An engine of which each test fills in what it asks for; it keeps what it was asked. */
function fakeEngine(asked: string[], parts: Partial<Engine>): Engine {
  const missing = () => Promise.reject(new Error('not asked for in this test'));
  return {
    open: async (from) => {
      asked.push(`open ${from.kind === 'file' ? from.name : from.kind === 'link' ? from.url : from.files.length}`);
      return summary;
    },
    runHunt: async (text) => {
      asked.push(`hunt ${text}`);
      return huntRun;
    },
    runQuery: async (query) => {
      asked.push(`query ${query.text}`);
      return { ...query, error: null, warnings: [], columns: [], rowCount: 0, shown: 0, reason: null, funnel: null, plan: null, chart: null, took: 0 };
    },
    resultDigest: missing, groundTruth: missing, confusionEvents: missing, prepareHunt: missing, differenceCauses: missing, coverage: missing, hostsWithoutHit: missing, readHunt: missing, huntFiles: missing, readLesson: missing, exportHunt: missing, translateReading: missing, pseudonyms: missing, pseudonymisedEvents: missing, exportRecords: missing, packPreview: missing, writePack: missing, readPack: missing, rowsDigests: missing, checkQuery: missing, completions: missing, withAnalytic: missing, editHunt: missing, withNewAnalytic: missing, withEntry: missing, newHunt: missing, rows: missing, rowPlace: missing, joinChain: missing, findRow: missing, misses: missing, funnelEvents: missing, whyNot: missing, event: missing, eventCount: missing, events: missing, eventPlace: missing, facets: missing, eventFields: missing, filterQuery: missing, sessions: missing, session: missing, timeline: missing, baseline: missing, baselineTrail: missing, knownRows: missing, knownHits: missing, connections: missing, fileTrail: missing, processTree: missing, graph: missing, report: missing,
    close: () => undefined,
    ...parts,
  };
}

const clients: WorkerClient[] = [];
afterEach(() => clients.splice(0).forEach((client) => client.close()));

function connect(parts: Partial<Engine> = {}) {
  const asked: string[] = [];
  const workers: ChannelWorker[] = [];
  let stops = 0;
  const spawn = () => {
    const worker = new ChannelWorker(fakeEngine(asked, parts));
    workers.push(worker);
    return worker;
  };
  const client = new WorkerClient(spawn, () => (stops += 1));
  clients.push(client);
  return { client, workers, asked, stops: () => stops };
}

describe('WorkerClient', () => {
  it('brings each call its own answer, in whatever order they come', async () => {
    const { client } = connect({
      findRow: (_, events) => new Promise((resolve) => setTimeout(() => resolve(events[0].line), events[0].member)),
    });
    const at = { analytic: 'I', reading: 'sql' } as const;
    const answers = [30, 1, 15].map((delay, i) => client.findRow(at, [{ member: delay, line: i }]));
    expect(await Promise.all(answers)).toEqual([0, 1, 2]);
  });

  it('brings a failure as the UserError it was', async () => {
    const failure = { code: 'not-found', message: 'No such event.', advice: 'Look elsewhere.' } as const;
    const { client } = connect({ event: () => Promise.reject(new UserError(failure)) });
    const error: unknown = await client.event({ member: 0, line: 1 }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ failure, message: 'No such event.' });
  });

  it('brings a bug as an error, and goes on', async () => {
    const { client } = connect({ event: () => Promise.reject(new TypeError('x is undefined')) });
    await expect(client.event({ member: 0, line: 1 })).rejects.toThrow('TypeError: x is undefined');
    expect(await client.open(source)).toEqual(summary);
  });

  it('brings progress and the downloaded file, and takes the cancel there', async () => {
    const { client } = connect({
      open: (_, options) =>
        new Promise((_resolve, reject) => {
          options?.onFetched?.({ name: 'a.zip', blob: new Blob(['abc']) });
          options?.onProgress?.({ phase: 'read', bytes: 1, totalBytes: 2, events: 3 });
          options?.signal?.addEventListener('abort', () => reject(new UserError({ code: 'cancelled', message: 'Cancelled.', advice: '' })));
        }),
    });
    const controller = new AbortController();
    const seen: number[] = [];
    const fetched: NamedFile[] = [];
    const opening = client.open(source, {
      signal: controller.signal,
      onFetched: (file) => fetched.push(file),
      onProgress: ({ events }) => {
        seen.push(events);
        controller.abort();
      },
    });
    await expect(opening).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    expect(seen).toEqual([3]);
    expect(fetched.map(({ name, blob }) => [name, blob.size])).toEqual([['a.zip', 3]]);
  });

  it('rejects all that waits when the worker crashes, and what is asked after', async () => {
    const { client, workers } = connect({ event: () => new Promise(() => undefined) });
    const waiting = [client.event({ member: 0, line: 1 }), client.event({ member: 0, line: 2 })];
    workers[0].crash('out of memory');
    for (const call of [...waiting, client.event({ member: 0, line: 3 })]) {
      await expect(call).rejects.toMatchObject({ failure: { code: 'worker-crashed' } });
    }
    expect(workers[0].terminated).toBe(true);
  });

  it('tells at once that the worker has ended by itself, once, and not where it was ended', async () => {
    const { client, workers, stops } = connect();
    workers[0].crash('out of memory');
    workers[0].crash('the browser ended it');
    expect(stops()).toBe(1);
    await client.restart();
    workers[0].crash('late news');
    expect(stops()).toBe(1);
    expect(await client.open(source)).toEqual(summary);
    client.close();
    workers[1].crash('the page closed it');
    expect(stops()).toBe(1);
  });

  it('brings want of memory as a failure that says what to do', async () => {
    const { client } = connect({ event: () => Promise.reject(new RangeError('Array buffer allocation failed')) });
    await expect(client.event({ member: 0, line: 1 })).rejects.toMatchObject({ failure: { code: 'out-of-memory' } });
  });

  it('restarts with the last dataset, the last hunt and the last query', async () => {
    const { client, workers, asked } = connect();
    await client.open({ kind: 'link', url: 'https://example.org/old.zip' });
    await client.open(source);
    await client.runHunt('# Hunt');
    await client.runQuery({ language: 'sql', text: 'SELECT 1' });
    workers[0].crash('gone');
    asked.length = 0;
    expect(await client.restart()).toEqual(summary);
    expect(asked).toEqual(['open https://example.org/a.zip', 'hunt # Hunt', 'query SELECT 1']);
    expect(workers).toHaveLength(2);
  });

  it('restarts from what a link gave, without fetching it again', async () => {
    const { client, workers, asked } = connect({
      open: async (from, options) => {
        asked.push(`open ${from.kind}`);
        if (from.kind === 'link') options?.onFetched?.({ name: 'a.zip', blob: new Blob(['{}']) });
        return summary;
      },
    });
    await client.open(source);
    workers[0].crash('gone');
    await client.restart();
    await client.restart();
    expect(asked).toEqual(['open link', 'open file', 'open file']);
  });

  it('does not run a query again that was ended at work', async () => {
    const { client, asked } = connect({ runQuery: () => new Promise(() => undefined) });
    await client.open(source);
    const atWork = client.runQuery({ language: 'sql', text: 'SELECT 1' });
    asked.length = 0;
    const restarted = client.restart();
    await expect(atWork).rejects.toMatchObject({ failure: { code: 'worker-crashed' } });
    await restarted;
    expect(asked).toEqual(['open https://example.org/a.zip']);
  });

  it('does not run a hunt again that was ended at work', async () => {
    const { client, workers, asked } = connect({ runHunt: (text) => (text === '# Endless' ? new Promise(() => undefined) : Promise.resolve(huntRun)) });
    await client.open(source);
    await client.runHunt('# Hunt');
    const atWork = client.runHunt('# Endless');
    asked.length = 0;
    const restarted = client.restart();
    await expect(atWork).rejects.toMatchObject({ failure: { code: 'worker-crashed' } });
    expect(await restarted).toEqual(summary);
    expect(asked).toEqual(['open https://example.org/a.zip']);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  it('restarts with nothing where nothing was open', async () => {
    const { client, asked } = connect();
    expect(await client.restart()).toBeNull();
    expect(asked).toEqual([]);
  });
});
