import { describe, expect, it } from 'vitest';
import { UserError } from '@/lib/base/user-error';
import { between, Stepwise, TURN_MILLIS } from './stepwise';

/** Work of so many pieces, each of which takes more than a step may. */
async function* work(pieces: number): AsyncGenerator<number, { readonly value: string }> {
  for (let piece = 0; piece < pieces; piece++) {
    const until = performance.now() + TURN_MILLIS;
    while (performance.now() < until);
    yield piece / pieces;
  }
  return { value: 'all' };
}

describe('work in steps', () => {
  it('tells how far it has got, then gives what was made, once', async () => {
    const steps = new Stepwise<{ readonly value: string }>();
    const begin = () => work(2);
    expect([await steps.step(0, begin), await steps.step(1, begin), await steps.step(2, begin)]).toEqual([
      { kind: 'working', done: 0 },
      { kind: 'working', done: 0.5 },
      { kind: 'made', value: 'all' },
    ]);
    await expect(steps.step(3, begin)).rejects.toThrow(UserError);
  });

  it('is one at a time: a new one ends what was under way, and so does forgetting it', async () => {
    const steps = new Stepwise<{ readonly value: string }>();
    await steps.step(0, () => work(3));
    await steps.step(1, () => work(3));
    await steps.step(0, () => work(3));
    await expect(steps.step(2, () => work(3))).rejects.toThrow(UserError);
    const under = steps.step(1, () => work(3));
    steps.forget();
    await expect(under).rejects.toThrow(UserError);
  });
});

it('places the steps of a part within the whole', () => {
  function* part(): Generator<number, string> {
    yield 0;
    yield 0.5;
    return 'done';
  }
  const steps = between(0.2, 0.4, part());
  expect([steps.next(), steps.next(), steps.next()]).toEqual([{ done: false, value: 0.2 }, { done: false, value: 0.30000000000000004 }, { done: true, value: 'done' }]);
});
