import { describe, expect, it } from 'vitest';
import type { Verdict } from '@/lib/engine/engine';
import { shownVerdict, verdictWords } from './shown-verdict';

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
});
