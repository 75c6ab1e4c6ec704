import { describe, expect, it } from 'vitest';
import { cutCode } from './cut-code';

const code = "SELECT a FROM t -- why";

function cut(tokens: Parameters<typeof cutCode>[1], marks: Parameters<typeof cutCode>[2]): string[] {
  return cutCode(code, tokens, marks).map((p) => `${code.slice(p.start, p.end)}|${p.token ?? ''}|${p.mark ?? ''}`);
}

describe('cutCode', () => {
  it.each([
    ['plain text is one piece', [], [], ['SELECT a FROM t -- why||']],
    ['tokens colour their stretch', [{ start: 0, end: 6, kind: 'keyword' }], [], ['SELECT|keyword|', ' a FROM t -- why||']],
    [
      'a mark cuts through a token',
      [{ start: 0, end: 6, kind: 'keyword' }],
      [{ start: 3, end: 8, tone: 'caution' }],
      ['SEL|keyword|', 'ECT|keyword|caution', ' a||caution', ' FROM t -- why||'],
    ],
    [
      'a mark past the end is clipped',
      [{ start: 16, end: 22, kind: 'comment' }],
      [{ start: 14, end: 99, tone: 'danger' }],
      ['SELECT a FROM ||', 't ||danger', '-- why|comment|danger'],
    ],
    ['of two marks over a piece the last counts', [], [{ start: 0, end: 22, tone: 'caution' }, { start: 0, end: 22, tone: 'danger' }], ['SELECT a FROM t -- why||danger']],
    [
      'a mark of no width shows on what follows',
      [{ start: 7, end: 8, kind: 'name' }],
      [{ start: 7, end: 7, tone: 'danger' }],
      ['SELECT ||', 'a|name|danger', ' FROM t -- why||'],
    ],
  ] as const)('%s', (_, tokens, marks, expected) => {
    expect(cut(tokens, marks)).toEqual(expected);
  });

  it('gives no piece for an empty text', () => {
    expect(cutCode('', [], [])).toEqual([]);
  });
});
