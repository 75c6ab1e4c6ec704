import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQueryText, writeQueryText } from './query-text';

describe('a query\u2019s text in an address', () => {
  it('can be read', () => {
    expect(writeQueryText("SELECT Hostname, COUNT(*) n\nFROM t WHERE Image LIKE '%\\a_b.exe'")).toBe('SELECT_Hostname,_COUNT-o-s-c_n.FROM_t_WHERE_Image_LIKE_-q-p-Ba-ub-dexe-q');
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\x20-\x7e\n]{0,80}$/)), (text) => {
        expect(readQueryText(writeQueryText(text))).toBe(text);
      }),
    );
  });

  it.each(['a-', '-Z', '-é'])('%s is none of its texts', (written) => expect(readQueryText(written)).toBeNull());
});
