import { expect, it } from 'vitest';
import { eventTableOf } from './event-table-builder';

it('counts shapes and the kinds of each field\'s values', () => {
  const table = eventTableOf('{"id":1,"a":"x"}\n{"id":"1","a":null}\n{"id":2,"b":{"c":true,"d":[1]}}\n{"id":2}');
  const { shapes, kinds } = table.profile();
  expect(shapes).toEqual([{ fields: 2, events: 2 }, { fields: 3, events: 1 }, { fields: 1, events: 1 }]);
  expect(table.fields.map(({ name }, i) => [name, kinds[i]])).toEqual([
    ['id', [{ kind: 'number', events: 3 }, { kind: 'string', events: 1 }]],
    ['a', [{ kind: 'string', events: 1 }, { kind: 'null', events: 1 }]],
    ['b.c', [{ kind: 'boolean', events: 1 }]],
    ['b.d', [{ kind: 'array', events: 1 }]],
  ]);
});
