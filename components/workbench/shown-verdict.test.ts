import { describe, expect, it } from 'vitest';
import type { Verdict } from '@/lib/engine/engine';
import { sharedVerdictWords, shownVerdict, verdictSign, verdictWords } from './shown-verdict';

describe('a verdict as shown', () => {
  it.each<[Verdict, readonly [hits: number, noHit: number, cannotKnow: number] | null, string]>([
    ['hits', null, 'hits'],
    ['no-hit', null, 'no hit'],
    ['no-hit', [0, 3, 0], 'no hit'],
    ['no-hit', [0, 1, 2], 'no hit; 2 of 3 hosts cannot know'],
    // Each event type was recorded, but on no host all that is needed.
    ['no-hit', [0, 0, 2], 'cannot know'],
    ['cannot-know', [0, 0, 2], 'cannot know'],
    ['error', null, 'error'],
  ])('%s with hosts %j', (verdict, hosts, words) => {
    const counts = hosts && { hits: hosts[0], noHit: hosts[1], cannotKnow: hosts[2] };
    expect(verdictWords(shownVerdict({ verdict }, counts), counts)).toBe(words);
  });

  it.each<[readonly (readonly [Verdict, cannotKnow: number, noHit: number])[], string | null]>([
    [[['no-hit', 0, 3], ['no-hit', 0, 3]], 'no hit'],
    [[['no-hit', 1, 2], ['no-hit', 2, 1]], 'no hit; 1 to 2 of 3 hosts cannot know'],
    [[['no-hit', 3, 0], ['cannot-know', 3, 0]], 'cannot know'],
    // One of them says more than the other.
    [[['no-hit', 0, 3], ['no-hit', 1, 2]], null],
    [[['hits', 0, 0], ['hits', 0, 0]], null],
    [[], null],
  ])('of readings %j: %s', (readings, words) => {
    const told = readings.map(([verdict, cannotKnow, noHit]) => ({ run: { verdict }, hosts: { hits: 0, noHit, cannotKnow } }));
    expect(sharedVerdictWords(told)).toBe(words);
  });

  it('has a sign where there is little room', () => {
    const sign = (verdict: Verdict, rowCount: number, cannotKnow: number) => verdictSign({ verdict, rowCount }, { hits: 0, noHit: 1, cannotKnow });
    expect([sign('hits', 1200, 0), sign('no-hit', 0, 0), sign('no-hit', 0, 1), sign('cannot-know', 0, 1), sign('error', 0, 0)]).toEqual(['1,200', '0', '0?', '?', '!']);
  });
});
