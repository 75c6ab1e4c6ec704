import { describe, expect, it } from 'vitest';
import { stageOf } from './search-stage';

/** The answers to one filter, in turn: events found, and an end. */
const RUNS: readonly { readonly what: string; readonly found: readonly number[]; readonly stages: readonly number[] }[] = [
  { what: 'without a text the only answer is the first', found: [506], stages: [0] },
  // 3 + 1 = 4, 4 + 1 = 5: below 8 it has not doubled.
  { what: 'few more are not worth a fetch', found: [3, 4, 6, 7, 9], stages: [0, 0, 0, 1, -1] },
  { what: 'the first find is', found: [0, 0, 1, 1], stages: [0, 0, 1, -1] },
  { what: 'the end is, even without another find', found: [5, 5], stages: [0, -1] },
];

describe('the stages of a search', () => {
  it.each(RUNS)('$what', ({ found, stages }) => {
    const answers = found.map((events, i) => ({ events, hits: events, searched: 1, isDone: i === found.length - 1 }));
    expect(answers.map((now) => stageOf(answers[0], now))).toEqual(stages);
  });
});
