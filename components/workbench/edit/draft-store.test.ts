import { describe, expect, it } from 'vitest';
import { draftOf, forgetDraft, keepDraft, readDraft } from './draft-store';

const draft = { original: '# A', name: 'a.md', text: '# B' };

describe('readDraft', () => {
  it('reads what was kept', () => expect(readDraft(JSON.stringify({ version: 1, ...draft }))).toEqual(draft));

  it.each([[null], [''], ['{'], ['null'], ['{}'], [JSON.stringify({ version: 2, ...draft })], [JSON.stringify({ version: 1, ...draft, text: 1 })]])('takes %s for nothing', (stored) =>
    expect(readDraft(stored)).toBeNull(),
  );
});

// Node has no local storage, like a browser that forbids it.
it('is kept until the page is left where the browser keeps nothing, and says so', () => {
  expect(keepDraft('smb', draft)).toBe(false);
  expect(draftOf('smb')).toEqual(draft);
  forgetDraft('smb');
  expect(draftOf('smb')).toBeNull();
});
