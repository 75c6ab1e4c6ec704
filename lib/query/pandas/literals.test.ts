import { describe, expect, it } from 'vitest';
import { readNumber, readString } from './literals';

/* Judged by Python 3.11: ast.literal_eval of each text. */
describe('readString', () => {
  it.each([
    [String.raw`'\\\v'`, '\\\v'],
    [String.raw`'\\C$'`, '\\C$'],
    [String.raw`'\C$'`, '\\C$'],
    [String.raw`r'\C$'`, '\\C$'],
    [String.raw`r'a\'b'`, "a\\'b"],
    [String.raw`R'\\'`, '\\\\'],
    [String.raw`'\x41\u00e9\U0001F600'`, 'Aé😀'],
    [String.raw`'\101\7\0008'`, 'A\x07\x008'],
    [String.raw`'\400'`, 'Ā'],
    [String.raw`'\8\9'`, '\\8\\9'],
    [String.raw`'\N{DOLLAR SIGN}\N{LATIN SMALL LETTER A}\N{digit nine}\N{REVERSE SOLIDUS}'`, '$a9\\'],
    [String.raw`'\a\b\f\n\r\t'`, '\x07\b\f\n\r\t'],
    [String.raw`'it\'s \"q\"'`, 'it\'s "q"'],
    [String.raw`u'\u2019'`, '’'],
    [String.raw`'\d+\.exe$'`, '\\d+\\.exe$'],
    ["'\\é'", '\\é'],
    ["'''a\nb'c'''", "a\nb'c"],
    ['"""x"y\\\nz"""', 'x"yz'],
    ["'a\\\r\nb'", 'ab'],
    ["'''a\r\nb\rc'''", 'a\nb\nc'],
    ["''", ''],
  ])('%s', (source, text) => {
    expect(readString(source, 0)).toBe(text);
  });

  it.each([
    [String.raw`'ab\x4'`, 3, 6],
    [String.raw`'\u12'`, 1, 5],
    [String.raw`'\U00110000'`, 1, 11],
    [String.raw`'\N{NO SUCH}'`, 1, 12],
    [String.raw`'\N'`, 1, 3],
    ["b'a'", 0, 4],
    ["'abc", 0, 4],
    ["'''abc'", 0, 7],
  ])('refuses %s where Python does, with the place', (source, start, end) => {
    expect(() => readString(source, 10)).toThrow(expect.objectContaining({ span: { start: 10 + start, end: 10 + end } }));
  });
});

describe('readNumber', () => {
  it.each<[string, number | bigint]>([
    ['0x2', 2], ['0XfF', 255], ['0o17', 15], ['0b101', 5], ['1_000', 1000], ['1e3', 1000], ['5140.', 5140], ['.5', 0.5], ['00', 0], ['1e400', Infinity],
    ['9007199254740993', 9007199254740993n], ['0xFFFFFFFFFFFFFFFF', 18446744073709551615n],
  ])('%s', (source, value) => {
    expect(readNumber(source, 0)).toBe(value);
  });

  it.each(['012', '1__0', '1_', '1j'])('refuses %s', (source) => {
    expect(() => readNumber(source, 0)).toThrow('is not supported as a number');
  });
});
