import { describe, expect, it } from 'vitest';
import type { FieldValues } from './event-table';
import { eventTableOf } from './event-table-builder';

/** A new key order, a repeated key, white space and lines that are no events, after a first value that would be of another kind. */
const LINES = [
  '{"EventID":5140,"Share":"IPC$","Tags":["a"],"Flag":true}',
  '{"EventID":5145,"Share":null,"Tags":{},"Flag":false}',
  '{ "Share" : "C$", "EventID" : 11 }',
  '{"EventID":"text","EventID":4624,"Computer":"WS5"}',
  '{"EventID":"text","Share":7',
  '{"EventID":-1.5e3,"Share":"x","Tags":[],"Flag":true,"Hostname":12}',
].join('\n');

function valuesOf(name: string): FieldValues {
  const values = eventTableOf(LINES).values(name);
  if (!values) throw new Error(`No row has ${name}`);
  return values;
}

describe('what a field holds', () => {
  // Read off the lines. Where an event has no Hostname, its Computer stands in; a line that ends too early is no event.
  it.each([
    ['EventID', ['number']],
    ['Share', ['absent', 'null', 'string']],
    ['Tags', ['absent', 'array', 'object']],
    ['Flag', ['absent', 'boolean']],
    ['Hostname', ['absent', 'number', 'string']],
  ])('%s is of the kinds %s', (name, kinds) => {
    expect([...valuesOf(name).kinds].sort()).toEqual(kinds);
  });

  it('is nothing where no row has the field', () => {
    expect(eventTableOf(LINES).values('event')).toBeNull();
  });

  it('is asked value by value, each distinct one once and no null, until one does not meet the test', () => {
    const asked: unknown[] = [];
    const values = eventTableOf(['a', null, 'a', 'b', 'c'].map((a) => JSON.stringify({ a })).join('\n')).values('a');
    expect(values?.every((value) => asked.push(value) < 2)).toBe(false);
    expect(asked).toEqual(['a', 'b']);
  });

  it('is the same object each time, so that what follows from it can be kept', () => {
    const table = eventTableOf(LINES);
    expect(table.values('Share')).toBe(table.values('Share'));
  });
});
