import { describe, expect, it } from 'vitest';
import { EventTableBuilder } from './event-table-builder';
import type { EventTable } from './event-table';

/** Each member is a segment, or several. Shapes and fields are new in each; the third has neither Channel nor Hostname. */
const MEMBERS: readonly (readonly object[])[] = [
  [{ Channel: 'Security', EventID: 5140 }, { EventID: '5140', Channel: 'Security' }, { Other: 1 }],
  [{ Hostname: 'WS5', Channel: 'Security', EventID: 5140 }, { Hostname: null, EventID: 5145 }],
  [{ EventID: 11 }, { Computer: 'WS6' }],
  Array.from({ length: 3_000 }, (_, row) => ({ EventID: row % 700, Channel: `C${row % 3}`, ...(row % 2 === 0 ? { Hostname: 'WS7' } : {}), Filler: 'x'.repeat(row % 50) })),
];

function tableOf(members: typeof MEMBERS): EventTable {
  const builder = new EventTableBuilder();
  for (const [member, events] of members.entries()) {
    builder.startMember(`${member}.json`);
    builder.append(new TextEncoder().encode(events.map((event) => `${JSON.stringify(event)}\n`).join('')));
    builder.endMember();
  }
  return builder.finish();
}

describe('columns that are built while a dataset is read', () => {
  const table = tableOf(MEMBERS);

  it.each(['Hostname', 'Channel', 'EventID'])('hold of %s what the events hold', (name) => {
    const column = table.ownColumn(name);
    const held = Array.from({ length: table.rowCount }, (_, row) => column?.value(column.codes[row]));
    expect(held).toEqual(MEMBERS.flat().map((event): unknown => Reflect.get(event, name)));
    expect(column?.codes.length).toBe(table.rowCount);
  });

  it('give equal bytes one code, in all segments', () => {
    const column = table.ownColumn('Channel');
    expect([column?.size, column?.codes[3]]).toEqual([5, column?.codes[0]]);
  });

  it('are not there where no event has the field', () => {
    expect(tableOf([[{ Channel: 'Security' }]]).ownColumn('Hostname')).toBeNull();
  });

  it('hold nothing of the many events before the first that has the field, and of those behind the last', () => {
    const others = Array.from({ length: 5_000 }, (_, row) => ({ Other: row }));
    const column = tableOf([others, [{ Hostname: 'WS5' }], others]).ownColumn('Hostname');
    expect(column?.codes.length).toBe(10_001);
    expect([...(column?.codes ?? [])].flatMap((code, row) => (code === 0 ? [] : [row]))).toEqual([5_000]);
  });

  it('leave an event that lacks the field to what stands in for it', () => {
    const column = table.column('Hostname');
    expect(column?.text(column.codes[6])).toBe('WS6');
  });
});
