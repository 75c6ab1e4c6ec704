import { expect, it } from 'vitest';
import { UserError } from '@/lib/base/user-error';
import type { Engine } from '@/lib/engine/engine';
import { watchEngine } from './watch-engine';

function engineThatFails(code: 'worker-crashed' | 'not-found'): Engine {
  const fail = () => Promise.reject(new UserError({ code, message: '', advice: '' }));
  return { open: fail, prepareHunt: fail, runHunt: fail, rows: fail, joinChain: fail, findRow: fail, event: fail, sessions: fail, session: fail, timeline: fail, report: fail, close: () => undefined };
}

it.each([
  ['worker-crashed', 1],
  ['not-found', 0],
] as const)('tells of %s %d times and still fails', async (code, times) => {
  let told = 0;
  const engine = watchEngine(engineThatFails(code), () => (told += 1));
  await expect(engine.event({ member: 0, line: 1 })).rejects.toThrow(UserError);
  expect(told).toBe(times);
});
