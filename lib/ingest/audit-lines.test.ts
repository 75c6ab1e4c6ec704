import { describe, expect, it } from 'vitest';
import { rowId } from '@/lib/base/row-id';
import { EventTableBuilder } from '@/lib/events/event-table-builder';
import { AuditLines } from './audit-lines';
import { EventLines } from './event-lines';

const record = (serial: number, rest = '') => `type=X msg=audit(1361533480.850:${serial}): ${rest}`;
const TEXT = `\ufeff${record(1, 'a="é"')}\r\n\nnot a record\n${record(2, `long=${'x'.repeat(300)}`)}  \n${record(3)}`;

describe('audit lines', () => {
  it.each([1, 2, 3, 7, 64, 10_000])('are the same in pieces of %i bytes', async (size) => {
    const builder = new EventTableBuilder();
    const out = new EventLines(builder);
    const lines = new AuditLines(out);
    const bytes = new TextEncoder().encode(TEXT);
    builder.startMember('audit.log');
    for (let at = 0; at < bytes.length; at += size) lines.push(bytes.slice(at, at + size));
    lines.end();
    out.close();
    builder.endMember();
    const table = builder.finish();
    const serial = table.column('serial');
    expect([0, 1, 2].map((row) => [table.source(rowId(row)).line, serial?.text(serial.codes[row])])).toEqual([
      [1, '1'],
      [4, '2'],
      [5, '3'],
    ]);
    expect(await table.writtenText(rowId(1))).toBe(record(2, `long=${'x'.repeat(300)}`));
    expect(table.skipped).toEqual([{ member: 0, line: 3, reason: 'not an audit record', preview: 'not a record' }]);
  });

  it('are whole over many chunks, with long ones and refused ones between', async () => {
    const texts = Array.from({ length: 30_000 }, (_, i) => (i % 1_000 === 999 ? `refused ${i}` : record(i, `k="${'y'.repeat(i === 15_000 ? 2_500_000 : i % 300)}"`)));
    const builder = new EventTableBuilder();
    const out = new EventLines(builder);
    const lines = new AuditLines(out);
    const bytes = new TextEncoder().encode(texts.join('\n'));
    builder.startMember('audit.log');
    for (let at = 0; at < bytes.length; at += 65_536) lines.push(bytes.subarray(at, at + 65_536));
    lines.end();
    out.close();
    await builder.settled();
    builder.endMember();
    const table = builder.finish();
    const records = texts.flatMap((text, i) => (text.startsWith('type') ? [{ text, line: i + 1 }] : []));
    expect([table.rowCount, table.skippedCount]).toEqual([records.length, 30]);
    const wrong = records.filter(({ line }, row) => table.source(rowId(row)).line !== line || table.rowAt({ member: 0, line }) !== row);
    expect(wrong).toEqual([]);
    for (const row of [0, 1_500, 14_984, 14_985, 14_986, records.length - 1]) expect(await table.writtenText(rowId(row))).toBe(records[row].text);
    const key = table.column('k');
    expect(records.filter(({ text }, row) => key?.text(key.codes[row]) !== text.slice(text.indexOf('"') + 1, -1))).toEqual([]);
  });
});
