import type { Engine, ReadingAddress } from '@/lib/engine/engine';

/** The engine for a student's eyes: what it tells of analytics that the lesson has not reached is left out. */
export function studentEngine(engine: Engine, reached: readonly ReadingAddress[]): Engine {
  const isReached = (analytic: string, reading?: string) => reached.some((known) => known.analytic === analytic && (reading === undefined || known.reading === reading));
  const seen: Pick<Engine, 'whyNot' | 'sessions' | 'session'> = {
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
  };
  return new Proxy(engine, {
    get(target, key) {
      const own: unknown = Reflect.get(seen, key);
      if (own !== undefined) return own;
      const value: unknown = Reflect.get(target, key);
      // Its methods keep their own state: they must not be called on what stands in front of it.
      const bound: unknown = typeof value === 'function' ? value.bind(target) : value;
      return bound;
    },
  });
}
