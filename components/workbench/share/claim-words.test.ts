import { expect, it } from 'vitest';
import { dataWords, huntWords, rowsChangeWords, rowsWords } from './claim-words';
import type { ReadingChange } from './reading-changes';

const change = (analytic: string, more: Partial<ReadingChange>): ReadingChange => ({ analytic, reading: 'sql', presence: 'kept', isCodeChanged: false, rows: null, ...more });

it.each<[was: number | null, is: number | null, words: string]>([
  [48, 44, '4 fewer: 44 rows, were 48'],
  [1, 1_200, '1,199 more: 1,200 rows, were 1'],
  [2, 1, '1 fewer: 1 row, were 2'],
  [5, 5, 'still 5 rows, but not the same'],
  [1, 1, 'still 1 row, but another'],
  [null, 2, '2 rows; it did not run then'],
  [3, null, 'does not run now; it had 3 rows'],
])('says of %s rows then and %s now: %s', (was, is, words) => expect(rowsChangeWords({ was, is })).toBe(words));

it('says of other data how many events it has', () => {
  expect(dataWords('changed', { events: 506 }, { events: 1 })).toContain('It has 1 event; then there were 506.');
  expect(dataWords('changed', { events: 506 }, { events: 506 })).toContain('as many events, 506');
  expect(dataWords('changed', { events: null }, { events: 506 })).toBe('Another file: its SHA-256 is not the link’s.');
});

it.each<[what: string, changes: readonly ReadingChange[] | null, words: string]>([
  ['a link that does not tell', null, 'The hunt’s text has changed since.'],
  ['prose', [change('I', { rows: { was: 1, is: 2 } })], 'The hunt’s text has changed since. No query is another.'],
  ['queries', [change('I', { isCodeChanged: true }), change('IV', { reading: 'hardened', isCodeChanged: true })], 'The hunt’s text has changed since. Other queries: I SQL, IV hardened.'],
  ['analytics', [change('VI', { presence: 'new' }), change('V', { presence: 'gone' })], 'The hunt’s text has changed since. Only now: VI SQL. No longer: V SQL.'],
])('says what changed of the hunt: %s', (_what, changes, words) => expect(huntWords('changed', changes)).toBe(words));

it('says of how many readings the rows changed, where it is told', () => {
  expect(rowsWords('changed', [change('I', { rows: { was: 1, is: 2 } }), change('II', { isCodeChanged: true })])).toContain('Of 1 reading,');
  expect(rowsWords('changed', null)).toContain('Some row of some reading');
  expect(rowsWords('same', [])).toContain('Every row');
});
