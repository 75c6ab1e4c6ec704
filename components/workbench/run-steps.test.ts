import { expect, it } from 'vitest';
import type { Step } from '@/lib/engine/stepwise';
import { runSteps } from './run-steps';

/** Three steps of work, the last of which gives what was made; tells which it was asked for. */
function work() {
  const asked: number[] = [];
  const ask = async (step: number): Promise<Step<{ readonly name: string }>> => {
    asked.push(step);
    return step < 2 ? { kind: 'working', done: (step + 1) / 3 } : { kind: 'made', name: 'pack.zip' };
  };
  return { asked, ask };
}

it('asks for one step after another, and tells how far they are', async () => {
  const { asked, ask } = work();
  const told: number[] = [];
  expect(await runSteps(ask, (done) => told.push(done), new AbortController().signal)).toMatchObject({ name: 'pack.zip' });
  expect([asked, told]).toEqual([[0, 1, 2], [1 / 3, 2 / 3]]);
});

it('asks for no more once it is cancelled, and tells nothing any more', async () => {
  const { asked, ask } = work();
  const controller = new AbortController();
  const told: number[] = [];
  const made = await runSteps(
    ask,
    (done) => {
      told.push(done);
      controller.abort();
    },
    controller.signal,
  );
  expect([made, asked, told]).toEqual([null, [0], [1 / 3]]);
});
