import { describe, expect, it } from 'vitest';
import { partAnswerKeys } from './answer-keys';
import { keyWords, placeKey } from './key-places';

const [mine, other] = ['ab'.repeat(32), 'cd'.repeat(32)];
const key = (dataset: string | null) => ({ name: 'day.answer-key.json', text: '{}', dataset });

describe('an answer key that is given', () => {
  it.each([
    ['names the dataset on screen', mine, { sha256: mine }, { dataset: mine, kind: 'here' }],
    ['names another one', other, { sha256: mine }, { dataset: other, kind: 'elsewhere' }],
    ['names one while none is open', other, null, { dataset: other, kind: 'elsewhere' }],
    ['names none: it is of that on screen', null, { sha256: mine }, { dataset: mine, kind: 'here' }],
    ['names none, and none is open', null, null, { dataset: null, kind: 'unnamed' }],
    ['names none, and that on screen has no known digest', null, { sha256: null }, { dataset: null, kind: 'unknown' }],
    ['names one, and that on screen has no known digest', other, { sha256: null }, { dataset: other, kind: 'elsewhere' }],
  ] as const)('%s', (_what, named, open, place) => {
    expect(placeKey(key(named), open)).toEqual({ name: 'day.answer-key.json', ...place });
    expect(keyWords(placeKey(key(named), open))).toContain('day.answer-key.json');
  });
});

it('keys are told from a dataset’s files, named or not', async () => {
  const file = (name: string, text: string) => new File([text], name);
  const parted = await partAnswerKeys([
    file('events.json', '{"EventID":5140}'),
    file('a.json', `{"format": "huntbook-answer-key", "dataset": {"sha256": "${mine.toUpperCase()}"}}`),
    file('b.json', '{"version":1,"format":"huntbook-answer-key","dataset":{"name":"x"}}'),
  ]);
  expect(parted.keys.map(({ name, dataset }) => [name, dataset])).toEqual([['a.json', mine], ['b.json', null]]);
  expect(parted.others.map(({ name }) => name)).toEqual(['events.json']);
});
