import { expect, it } from 'vitest';
import { freeTitle } from './free-title';

it('is one that no kept hunt has', () => {
  expect(freeTitle([])).toEqual({ title: 'My hunt', name: 'my-hunt.md' });
  expect(freeTitle([{ name: 'my-hunt.md', title: 'Shares' }, { name: 'a.md', title: 'My hunt 2' }])).toEqual({ title: 'My hunt 3', name: 'my-hunt-3.md' });
});
