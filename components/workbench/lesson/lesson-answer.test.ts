import { describe, expect, it } from 'vitest';
import { isRightAnswer, readCount } from './lesson-answer';
import { revealOn, wordsOn } from './on-dataset';

describe('answers', () => {
  it.each([
    ['pgustavo', true],
    ['THESHIRE\\PGustavo', true],
    ['pgustavo@theshire.local ', true],
    ['gustavo', false],
    ['', false],
  ])('an account with or without its domain: %j', (given, isRight) => {
    expect(isRightAnswer({ kind: 'account', line: 1, right: new Map([['d', 'pgustavo']]) }, 'd', given)).toBe(isRight);
  });

  it.each([['4,976', 4976], ['4 976', 4976], ['1’000’000', 1_000_000], ['49,76', null], ['-1', null], ['', null]])('reads the count %j', (text, count) => {
    expect(readCount(text)).toBe(count);
  });
});

it('asks for all right options and no other', () => {
  const options = [true, false, true].map((isRight, place) => ({ text: String(place), isRight }));
  expect(['0,2', '0', '0,1,2', '1', ''].map((given) => isRightAnswer({ kind: 'choice', line: 1, options }, 'd', given))).toEqual([true, false, false, false, false]);
});

it('takes an event for right on its dataset alone', () => {
  const right = new Map([['d', { event: '0.2', among: ['0.1', '0.2'] }], ['e', { event: '0.1', among: ['0.1', '0.2'] }]]);
  expect(['d', 'e', 'f'].map((dataset) => isRightAnswer({ kind: 'event', line: 1, right }, dataset, '0.2'))).toEqual([true, false, false]);
});

it('puts what is said of one dataset after, or in the place of, what is said of all', () => {
  expect(wordsOn({ always: 'All.', on: new Map([['d', 'One.']]) }, 'd')).toBe('All.\n\nOne.');
  const settings = [
    { key: 'row', value: '0.1', dataset: 'd' },
    { key: 'analytic', value: 'II', dataset: null },
    { key: 'row', value: '0.2', dataset: null },
  ] as const;
  expect([...revealOn({ line: 1, settings }, 'd')].sort()).toEqual([['analytic', 'II'], ['row', '0.1']]);
  expect(revealOn({ line: 1, settings }, 'e').get('row')).toBe('0.2');
});
