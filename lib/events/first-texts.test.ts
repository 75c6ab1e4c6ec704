import { expect, it } from 'vitest';
import { eventTableOf } from './event-table-builder';

it('gives the first distinct texts of a field itself, and looks no further than it must', () => {
  const lines = ['{"a":"x"}', '{"b":"y"}', '{"a":"x"}', '{"a":null}', '{"a":7,"b":"z"}', '{"a":"last"}'];
  const table = eventTableOf(lines.join('\n'));
  expect(table.firstTexts('a', 2)).toEqual(['x', '7']);
  expect(table.firstTexts('a', 9)).toEqual(['x', '7', 'last']);
  expect(table.firstTexts('b', 1)).toEqual(['y']);
  expect(table.firstTexts('nothing', 1)).toEqual([]);
  const same = eventTableOf('{"a":"x"}\n'.repeat(20_000) + '{"a":"late"}');
  expect(same.firstTexts('a', 2)).toEqual(['x']);
});
