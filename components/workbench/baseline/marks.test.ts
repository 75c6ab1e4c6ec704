import { expect, it } from 'vitest';
import { adding, marking, nextExpiry, standingMarks, undoing, unmarking } from './marks';

const key = (directory: string) => ({ account: 'CORP\\eve', source: null, host: 'FS01', share: '\\\\*\\C$', directory });
const said = { reason: 'backup', expires: null };
const [a, b] = [key('a'), key('b')].map((each) => ({ ...each, ...said }));

it('marks several rows, and replaces what was said', () => {
  const marks = marking([key('a'), key('b')], said)([]);
  expect(marks).toEqual([a, b]);
  expect(marking([key('A')], { reason: 'deployment', expires: 9 })(marks)).toEqual([{ ...a, directory: 'A', reason: 'deployment', expires: 9 }, b]);
});

it('is undone to what stood before', () => {
  const after = marking([key('a'), key('b')], { reason: 'wrong', expires: null })([a]);
  expect(undoing([key('a'), key('b')], [a])(after)).toEqual([a]);
  expect(undoing([key('a')], [a, b])(unmarking([key('a')])([a, b]))).toEqual([b, a]);
});

it('takes no more than a file holds', () => {
  const many = Array.from({ length: 50_001 }, (_, i) => ({ ...key(String(i)), ...said }));
  expect(adding(many)([a])).toEqual([a]);
});

it('tells when the next one expires', () => {
  const marks = [a, { ...a, expires: 5 }, { ...b, expires: 9 }, { ...b, expires: 7 }];
  expect([0, 5, 7, 9].map((now) => nextExpiry(marks, now))).toEqual([5, 7, 9, null]);
});

it('leaves out what has expired', () => {
  expect(standingMarks([a, { ...b, expires: 5 }], 5)).toEqual([a]);
});
