import { assertNever } from '@/lib/base/assert-never';
import { UserError } from '@/lib/base/user-error';
import type { Engine, OpenOptions } from './engine';
import { outOfMemory } from './out-of-memory';
import type { Answer, Call, FromWorker, Method, ToWorker } from './messages';

/** The end of a channel that an engine answers on: the worker's global scope, or a MessagePort. */
export interface HostPort {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
}

/** Answers every call that arrives at the port with the engine's answer or failure. */
export function hostEngine(engine: Engine, port: HostPort): void {
  const running = new Map<number, AbortController>();

  port.onmessage = ({ data }) => {
    if (data.kind === 'cancel') {
      running.get(data.id)?.abort();
      return;
    }
    const { id, call } = data;
    const controller = new AbortController();
    running.set(id, controller);
    const options: OpenOptions = {
      signal: controller.signal,
      onProgress: (progress) => port.postMessage({ kind: 'progress', id, progress }),
      onFetched: (file) => port.postMessage({ kind: 'fetched', id, file }),
    };
    perform(engine, call, options)
      .then((value) => port.postMessage({ kind: 'result', id, value }))
      .catch((error: unknown) => port.postMessage(failed(id, error)))
      .finally(() => running.delete(id));
  };
}

function failed(id: number, error: unknown): FromWorker {
  const told = error instanceof UserError ? error : outOfMemory(error);
  if (told) return { kind: 'failure', id, failure: told.failure };
  return { kind: 'bug', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

async function perform(engine: Engine, call: Call, options: OpenOptions): Promise<Answer<Method>> {
  switch (call.method) {
    case 'open':
      return engine.open(call.args[0], { ...call.args[1], ...options });
    case 'readHunt':
      return engine.readHunt(...call.args);
    case 'readLesson':
      return engine.readLesson(...call.args);
    case 'huntFiles':
      return engine.huntFiles(...call.args);
    case 'prepareHunt':
      return engine.prepareHunt(...call.args);
    case 'runHunt':
      return engine.runHunt(...call.args);
    case 'runQuery':
      return engine.runQuery(...call.args);
    case 'checkQuery':
      return engine.checkQuery(...call.args);
    case 'withAnalytic':
      return engine.withAnalytic(...call.args);
    case 'editHunt':
      return engine.editHunt(...call.args);
    case 'withEntry':
      return engine.withEntry(...call.args);
    case 'withNewAnalytic':
      return engine.withNewAnalytic(...call.args);
    case 'newHunt':
      return engine.newHunt(...call.args);
    case 'completions':
      return engine.completions(...call.args);
    case 'rows':
      return engine.rows(...call.args);
    case 'rowPlace':
      return engine.rowPlace(...call.args);
    case 'joinChain':
      return engine.joinChain(...call.args);
    case 'findRow':
      return engine.findRow(...call.args);
    case 'misses':
      return engine.misses(...call.args);
    case 'funnelEvents':
      return engine.funnelEvents(...call.args);
    case 'whyNot':
      return engine.whyNot(...call.args);
    case 'eventCount':
      return engine.eventCount(...call.args);
    case 'events':
      return engine.events(...call.args);
    case 'eventPlace':
      return engine.eventPlace(...call.args);
    case 'facets':
      return engine.facets(...call.args);
    case 'eventFields':
      return engine.eventFields(...call.args);
    case 'filterQuery':
      return engine.filterQuery(...call.args);
    case 'event':
      return engine.event(...call.args);
    case 'sessions':
      return engine.sessions(...call.args);
    case 'session':
      return engine.session(...call.args);
    case 'connections':
      return engine.connections(...call.args);
    case 'fileTrail':
      return engine.fileTrail(...call.args);
    case 'processTree':
      return engine.processTree(...call.args);
    case 'groundTruth':
      return engine.groundTruth(...call.args);
    case 'confusionEvents':
      return engine.confusionEvents(...call.args);
    case 'graph':
      return engine.graph(...call.args);
    case 'baseline':
      return engine.baseline(...call.args);
    case 'baselineTrail':
      return engine.baselineTrail(...call.args);
    case 'knownHits':
      return engine.knownHits(...call.args);
    case 'knownRows':
      return engine.knownRows(...call.args);
    case 'timeline':
      return engine.timeline(...call.args);
    case 'report':
      return engine.report(...call.args);
    case 'differenceCauses':
      return engine.differenceCauses(...call.args);
    case 'coverage':
      return engine.coverage(...call.args);
    case 'hostsWithoutHit':
      return engine.hostsWithoutHit(...call.args);
    case 'resultDigest':
      return engine.resultDigest();
    case 'exportHunt':
      return engine.exportHunt(...call.args);
    case 'translateReading':
      return engine.translateReading(...call.args);
    case 'exportRecords':
      return engine.exportRecords(...call.args);
    case 'packPreview':
      return engine.packPreview(...call.args);
    case 'writePack':
      return engine.writePack(...call.args);
    case 'readPack':
      return engine.readPack(...call.args);
    case 'rowsDigests':
      return engine.rowsDigests();
    case 'pseudonyms':
      return engine.pseudonyms(...call.args);
    case 'pseudonymisedEvents':
      return engine.pseudonymisedEvents(...call.args);
    default:
      return assertNever(call);
  }
}
