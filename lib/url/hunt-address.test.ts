import { describe, expect, it } from 'vitest';
import { linkedHunt } from './hunt-address';

describe('linkedHunt', () => {
  it.each([
    ['https://example.org/hunts/notebook.md', true],
    ['https://example.org/hunts/notebook.ipynb?raw=true', true],
    ['https://github.com/owner/repository/blob/main/hunt.IPYNB', true],
    ['https://example.org/dataset.zip', false],
    ['https://example.org/dataset.zip?of=hunt.md', false],
    ['https://user:secret@example.org/hunt.md', false],
    ['file:///hunt.md', false],
    ['hunt.md', false],
    ['', false],
  ])('%s: %s', (text, isHunt) => {
    expect(linkedHunt(text)).toEqual(isHunt ? { kind: 'link', url: text } : null);
  });
});
