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
