import { expect, it } from 'vitest';
import type { ReportSection } from '@/lib/engine/report-shapes';
import { zonedRows } from './zoned-rows';

const section = (id: string, rows: ReportSection['rows']): ReportSection => ({ id, title: id, notes: [], columns: [], numeric: [], rows, more: 0 });
const iso = '2020-10-25T01:30:00.000Z';

it('tells first and last in the zone, and leaves a file that is named like a time alone', () => {
  const rows = [['Name', iso], ['Events', '5'], ['First event', iso], ['Last event', 'no event has a readable time']];
  expect(zonedRows(section('file', rows), 'Europe/Berlin')).toEqual([
    ['Name', iso], ['Events', '5'], ['First event', '2020-10-25 02:30:00.000 UTC+01:00'], ['Last event', 'no event has a readable time'],
  ]);
});

it('tells how far each clock reaches in the zone', () => {
  expect(zonedRows(section('clocks', [[iso, 'the event', '3', iso, iso, '0', '']]), '+05:30')).toEqual([
    [iso, 'the event', '3', '2020-10-25 07:00:00.000 UTC+05:30', '2020-10-25 07:00:00.000 UTC+05:30', '0', ''],
  ]);
});

it('leaves every other table alone', () => {
  expect(zonedRows(section('hosts', [[iso, '1', '']]), 'Asia/Tokyo')).toEqual([[iso, '1', '']]);
});
