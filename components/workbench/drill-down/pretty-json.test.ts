import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prettyJson } from './pretty-json';

describe('prettyJson', () => {
  it('sets JSON as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value: unknown = JSON.parse(text);
        expect(prettyJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it.each([
    ['big integers', '{"Keywords":-9214364837600034816}', '{\n  "Keywords": -9214364837600034816\n}'],
    ['repeated keys', '{"a":1,"a":2}', '{\n  "a": 1,\n  "a": 2\n}'],
    ['escapes', '{"\\u0061":"x\\"{,:}\\\\"}', '{\n  "\\u0061": "x\\"{,:}\\\\"\n}'],
    ['numbers as written', '[1.0,1e3,-0]', '[\n  1.0,\n  1e3,\n  -0\n]'],
    ['the file’s own spaces go', ' { "a" :\t[ ] ,"b": { } } ', '{\n  "a": [],\n  "b": {}\n}'],
  ])('keeps %s', (_, text, pretty) => {
    expect(prettyJson(text)).toBe(pretty);
  });
});
