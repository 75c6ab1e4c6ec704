import { describe, expect, it } from 'vitest';
import { linkedDataset } from '@/lib/url/dataset-address';
import { whyNoLink } from './why-no-link';

describe('a refused link', () => {
  it.each([
    ['', 'Paste the address'],
    ['example.org/x.zip', 'not a whole address'],
    ['javascript:alert(1)', 'a javascript link'],
    ['file:///tmp/x.zip', 'a file link'],
    ['https://me:secret@example.org/x.zip', 'user name or a password'],
    [`https://example.org/${'a'.repeat(5_000)}`, 'too long'],
  ])('%s: …%s…', (text, words) => {
    expect(linkedDataset(text)).toBeNull();
    expect(whyNoLink(text)).toContain(words);
  });
});
