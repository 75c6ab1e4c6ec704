import { describe, expect, it } from 'vitest';
import { likeTest } from './like';

describe('LIKE', () => {
  it.each([
    ['%C$', '\\\\*\\C$', true],
    ['%C$', '\\\\*\\IPC$', true],
    ['%C$', '\\\\*\\C$ ', false],
    ['C$', '\\\\*\\C$', false],
    ['%c$', '\\\\*\\C$', false],
    ['%', '', true],
    ['', '', true],
    ['', 'a', false],
    ['_', 'Ä', true],
    ['_', '😀', true],
    ['__', 'a', false],
    ['1131f6aa_9c07_%', '1131f6aa-9c07-11d1', true],
    ['a%b', 'a\nb', true],
    ['a.b', 'axb', false],
    ['a\\%b', 'a%b', true],
    ['a\\%b', 'axb', false],
    ['a\\_b', 'a_b', true],
    ['a\\_b', 'axb', false],
    ['C:\\\\%', 'C:\\x', true],
    ['%\\Windows%', 'C:\\Windows\\x', true],
    ['%^$.*+?()[]{}|/-', 'x^$.*+?()[]{}|/-', true],
  ])('%j on %j: %s', (pattern, text, matches) => {
    expect(likeTest(pattern)(text)).toBe(matches);
  });

  it('tries no split twice for a run of %', () => {
    const start = performance.now();
    expect(likeTest(`${'%'.repeat(40)}x`)('a'.repeat(10_000))).toBe(false);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
