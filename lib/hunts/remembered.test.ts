import { expect, it } from 'vitest';
import { Remembered } from './remembered';

it('makes what was not asked for in the round before', () => {
  const made: string[] = [];
  const remembered = new Remembered<string>();
  const rounds = [['a', 'b', 'a'], ['a'], ['a', 'b']].map((keys) => {
    remembered.nextRound();
    made.length = 0;
    for (const key of keys) expect(remembered.get(key, () => (made.push(key), key.toUpperCase()))).toBe(key.toUpperCase());
    return [...made];
  });
  expect(rounds).toEqual([['a', 'b'], [], ['b']]);
});
