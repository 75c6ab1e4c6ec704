import { UserError } from '@/lib/base/user-error';
import type { Engine } from '@/lib/engine/engine';

/** The same engine; `onCrash` is called for each answer that fails because the worker has stopped. */
export function watchEngine(engine: Engine, onCrash: () => void): Engine {
  const watched = <T>(work: Promise<T>): Promise<T> => {
    work.catch((error: unknown) => {
      if (error instanceof UserError && error.failure.code === 'worker-crashed') onCrash();
    });
    return work;
  };
  return {
    open: (source, options) => watched(engine.open(source, options)),
    prepareHunt: (text) => watched(engine.prepareHunt(text)),
    runHunt: (text) => watched(engine.runHunt(text)),
    rows: (request) => watched(engine.rows(request)),
    joinChain: (at) => watched(engine.joinChain(at)),
    findRow: (reading, events) => watched(engine.findRow(reading, events)),
    event: (ref) => watched(engine.event(ref)),
    sessions: (filter) => watched(engine.sessions(filter)),
    session: (key) => watched(engine.session(key)),
    timeline: (request) => watched(engine.timeline(request)),
    report: () => watched(engine.report()),
    close: () => engine.close(),
  };
}
