import { describe, expect, it } from 'vitest';
import { codeExcerpt } from './code-excerpt';

describe('codeExcerpt', () => {
  const code = 'SELECT a\nFROM t\n    WHERE x = 1\n      AND y = 2\nLIMIT 3';
  const spanOf = (text: string) => ({ start: code.indexOf(text), end: code.indexOf(text) + text.length });
  const shown = (text: string) => {
    const { code: cut, span } = codeExcerpt(code, [], spanOf(text));
    return [cut, cut.slice(span.start, span.end)];
  };

  it.each([
    ['one line', 'x = 1', ['WHERE x = 1', 'x = 1']],
    ['several lines, without the indent that they share', 'x = 1\n      AND y = 2', ['WHERE x = 1\n  AND y = 2', 'x = 1\n  AND y = 2']],
    ['the first line', 'SELECT', ['SELECT a', 'SELECT']],
    ['the last line', '3', ['LIMIT 3', '3']],
  ])('cuts out %s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('carries the colours over and leaves out those of other lines', () => {
    const tokens = [
      { ...spanOf('SELECT'), kind: 'keyword' as const },
      { ...spanOf('AND'), kind: 'keyword' as const },
      { ...spanOf('2'), kind: 'number' as const },
      { ...spanOf('LIMIT'), kind: 'keyword' as const },
    ];
    const cut = codeExcerpt(code, tokens, spanOf('y = 2'));
    expect(cut.tokens.map(({ start, end, kind }) => [cut.code.slice(start, end), kind])).toEqual([
      ['AND', 'keyword'],
      ['2', 'number'],
    ]);
  });

  it('shows at most eight lines', () => {
    const long = Array.from({ length: 20 }, (_, line) => `line ${line}`).join('\n');
    expect(codeExcerpt(long, [], { start: 0, end: long.length }).code.split('\n')).toHaveLength(8);
  });
});
