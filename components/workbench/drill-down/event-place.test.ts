import { expect, it } from 'vitest';
import { countsEvents } from './event-place';

const members = [
  { name: 'lines.json', events: 3, bytes: 9 },
  { name: 'array.json', events: 2, bytes: 9, numbering: 'events' as const },
];

it.each([
  ['a file of an event a line', 0, false],
  ['a file of several on one line', 1, true],
  ['a file that a link names and the dataset has not', 2, false],
])('%s', (_, member, expected) => {
  expect(countsEvents(members, { member, line: 1 })).toBe(expected);
});
