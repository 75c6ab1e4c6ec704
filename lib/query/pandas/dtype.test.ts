import { describe, expect, it } from 'vitest';
import type { CellKind, FieldValues } from '@/lib/events/event-table';
import { type ColumnType, inferType } from './dtype';

/** Counts the values that are looked at. */
function fieldOf(kinds: readonly CellKind[], values: readonly unknown[]) {
  let looks = 0;
  const field: FieldValues = {
    kinds: new Set(kinds),
    every: (test) =>
      values.every((value) => {
        looks++;
        return test(value);
      }),
  };
  return { field, looks: () => looks };
}

const TEXT = { kind: 'object', strings: true } as const;
const MIXED = { kind: 'object', strings: false } as const;

describe('the type that pandas infers', () => {
  // What read_json(lines=True) of pandas 1.5 gives; differential.test.ts asks it. `looks`: as many values as must be known.
  it.each<[string, string, CellKind[], unknown[], ColumnType, number]>([
    ['text by its first value', 'Share', ['string'], ['IPC$', 'C$', 'x'], { dtype: TEXT, gaps: false }, 1],
    ['text that begins like numbers', 'Port', ['string', 'absent'], ['80', '443', '-', '9'], { dtype: TEXT, gaps: true }, 3],
    ['numbers as text', 'Port', ['string', 'absent'], ['80', '443'], { dtype: { kind: 'number', whole: false, asText: true }, gaps: true }, 2],
    ['numbers with gaps, which are no whole ones', 'Count', ['number', 'null'], [1, 2], { dtype: { kind: 'number', whole: false, asText: false }, gaps: true }, 0],
    ['whole numbers', 'EventID', ['number'], [5140, 11], { dtype: { kind: 'number', whole: true, asText: false }, gaps: false }, 2],
    ['numbers and text', 'Mixed', ['number', 'string'], [5140, 'x', 2], { dtype: MIXED, gaps: false }, 2],
    ['lists', 'tags', ['array'], [['a']], { dtype: MIXED, gaps: false }, 0],
    ['truth values', 'Flag', ['boolean'], [true], { dtype: { kind: 'boolean' }, gaps: false }, 0],
    ['truth values with gaps', 'Seen', ['boolean', 'absent'], [true], { dtype: { kind: 'number', whole: false, asText: true }, gaps: true }, 0],
    ['dates by their name', 'date', ['string'], ['2020-09-22'], { dtype: { kind: 'date' }, gaps: false }, 1],
    ['nothing but nulls', 'Empty', ['null', 'absent'], [], { dtype: { kind: 'number', whole: false, asText: false }, gaps: true }, 0],
  ])('is told of %s', (_what, name, kinds, values, type, looks) => {
    const told = fieldOf(kinds, values);
    expect(inferType(name, told.field)).toEqual(type);
    expect(told.looks()).toBe(looks);
    inferType(name, told.field);
    expect(told.looks()).toBe(looks);
  });
});
