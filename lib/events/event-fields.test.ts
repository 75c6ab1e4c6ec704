import { expect, it } from 'vitest';
import { rowId } from '@/lib/base/row-id';
import { eventFields } from './event-fields';
import { eventTableOf } from './event-table-builder';

it('lists the fields of one event in order, duplicates as JSON.parse keeps them', () => {
  const table = eventTableOf('{"a":1}\n{"z":"\\u0041","Keywords":9232379236109516800,"data":{"b":null,"c":[1, 2]},"z":true,"e":{}}\n');
  expect(eventFields(table, rowId(1))).toEqual([
    { name: 'Keywords', kind: 'number', text: '9232379236109516800' },
    { name: 'data.b', kind: 'null', text: null },
    { name: 'data.c', kind: 'array', text: '[1, 2]' },
    { name: 'z', kind: 'boolean', text: 'true' },
    { name: 'e', kind: 'object', text: '{}' },
  ]);
});

it.each(['x', '\u00e9\u{1f600}'])('visits the values of one event as they are written, with "%s" before them', (before) => {
  const table = eventTableOf(`{"a":1}\n{"z":"${before}","Keywords":9232379236109516800 , "data":{"b":null,"c":[1, 2]},"z":"\\u0041","e":{}}\r\n`);
  const seen: [string, string][] = [];
  table.forEachValue(rowId(1), (field, json) => seen.push([table.fields[field].name, json]));
  expect(seen).toEqual([['Keywords', '9232379236109516800'], ['data.b', 'null'], ['data.c', '[1, 2]'], ['z', '"\\u0041"'], ['e', '{}']]);
});
