import { QUERY_ANALYTIC } from '@/lib/base/query-analytic';
import { UserError } from '@/lib/base/user-error';
import type { Engine, ReadingAddress, ReadingKind } from '@/lib/engine/engine';

/** Methods that tell of one reading, which they are given first. */
const OF_READING = ['rows', 'rowPlace', 'joinChain', 'findRow', 'misses', 'funnelEvents', 'coverage', 'knownRows', 'translateReading'] as const satisfies readonly (keyof Engine)[];
/** Methods that tell of the whole hunt, or of all readings of an analytic. */
const OF_HUNT = ['exportHunt', 'packPreview', 'writePack', 'groundTruth', 'confusionEvents', 'editHunt', 'pseudonyms'] as const satisfies readonly (keyof Engine)[];

/**
 * The engine for a student's eyes: what it tells of analytics that the lesson has not reached is left out, or, where nothing would be left, refused.
 * This is the one gate; what offers it on screen only saves the student the refusal.
 */
export function studentEngine(engine: Engine, reached: readonly ReadingAddress[]): Engine {
  const isReached = (analytic: string, reading?: ReadingKind) =>
    analytic === QUERY_ANALYTIC || reached.some((known) => known.analytic === analytic && (reading === undefined || known.reading === reading));
  const own: Partial<Engine> = {
    whyNot: async (ref, reading) => (await engine.whyNot(ref, reading)).filter((standing) => isReached(standing.analytic, standing.reading)),
    sessions: async (filter) => (await engine.sessions(filter)).map((session) => ({ ...session, hits: session.hits.filter(({ analytic }) => isReached(analytic)) })),
    session: async (key) => {
      const session = await engine.session(key);
      return {
        ...session,
        hits: session.hits.filter(({ analytic }) => isReached(analytic)),
        timeline: session.timeline.map((event) => ({ ...event, hits: event.hits.filter((analytic) => isReached(analytic)) })),
      };
    },
    timeline: (request) => engine.timeline({ ...request, hits: request.hits.filter(({ analytic, reading }) => isReached(analytic, reading)) }),
    knownHits: async (keys) => {
      const { readings, sessions } = await engine.knownHits(keys);
      return { readings: readings.filter(({ analytic, reading }) => isReached(analytic, reading)), sessions };
    },
    hostsWithoutHit: async () => (await engine.hostsWithoutHit()).filter(({ analytic, reading }) => isReached(analytic, reading)),
    // How many rows a reading has is what the lesson asks.
    resultDigest: async () => {
      const result = await engine.resultDigest();
      return result && { ...result, readings: [] };
    },
    differenceCauses: async (pair) => (isReached(pair.analytic, pair.left) && isReached(pair.analytic, pair.right) ? engine.differenceCauses(pair) : refused()),
    exportRecords: async (request, part) => (request.of === 'events' || isReached(request.rows.analytic, request.rows.reading) ? engine.exportRecords(request, part) : refused()),
  };
  const ofReading: ReadonlySet<unknown> = new Set(OF_READING);
  const ofHunt: ReadonlySet<unknown> = new Set(OF_HUNT);
  return new Proxy(engine, {
    get(target, key) {
      const instead: unknown = Reflect.get(own, key);
      if (instead !== undefined) return instead;
      if (ofHunt.has(key)) return () => Promise.reject(keptBack());
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      // Its methods keep their own state: they must not be called on what stands in front of it.
      const bound: unknown = value.bind(target);
      if (!ofReading.has(key) || typeof bound !== 'function') return bound;
      return (at: ReadingAddress, ...more: readonly unknown[]): unknown => (isReached(at.analytic, at.reading) ? Reflect.apply(bound, undefined, [at, ...more]) : Promise.reject(keptBack()));
    },
  });
}

function refused(): never {
  throw keptBack();
}

function keptBack(): UserError {
  return new UserError({ code: 'not-found', message: 'The lesson has not reached this yet.', advice: 'Answer its questions and it opens, or leave the lesson.' });
}
