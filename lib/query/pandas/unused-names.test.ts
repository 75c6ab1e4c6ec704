import { expect, it } from 'vitest';
import { unusedNames } from './unused-names';

/* Expected values by reading the cells as Python runs them: a value is used where a later statement names the variable before it gets another. */
it.each([
  ['one read by the result', "a = df[df.EventID == 1]\na.head()", []],
  ['the result itself, as an assignment', 'a = df\nb = a', []],
  ['one that nothing reads', "a = df[df.EventID == 1]\nb = df[df.EventID == 2]\nb.head()", [['a', 0]]],
  ['one given another value first', 'a = df\na = df[df.EventID == 1]\na', [['a', 0]]],
  ['one read by its own next value', "a = df\na = a[a.EventID == 1]\na", []],
  ['one read as a keyword of a call', 'a = df\npd.merge(df, right=a, on="x")', []],
  ['one that only gets a column', "a = df\na['x'] = df.y\ndf", [['a', 0]]],
  ['a column of the result', "a = df\na['x'] = df.y", []],
  ['two at once', 'a = b = df\nb', [['a', 0]]],
  ['nothing in what is no Python', 'a = (', []],
])('%s', (_, cells, expected) => expect(unusedNames(cells).map(({ name, span }) => [name, span.start])).toEqual(expected));
