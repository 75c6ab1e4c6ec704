import { describe, expect, it } from 'vitest';
import { EventTableBuilder, eventTableOf } from './event-table-builder';
import { columnOf, textsOf } from './json-parse.test-support';

const NXLOG = '{"Hostname":"WS5","EventID":5145,"ShareName":"C$","ProcessID":"4"}\n{"Hostname":null,"EventID":4624,"computer_name":"other"}';
const WINLOGBEAT = '{"computer_name":"DC1","event_id":5145,"event_data":{"ShareName":"D$","ProcessId":"0x4"}}\n{"computer_name":"DC1","event_id":4624}';

function mixed() {
  const builder = new EventTableBuilder();
  for (const text of [NXLOG, WINLOGBEAT]) {
    builder.startMember('events.json');
    builder.append(new TextEncoder().encode(text));
    builder.endMember();
  }
  return builder.finish();
}

describe('a dataset of two exporters', () => {
  it.each([
    ['each event by the name it has', 'EventID', ['5145', '4624', '5145', '4624']],
    ['a null is what the event says, not a gap', 'Hostname', ['WS5', null, 'DC1', 'DC1']],
    ['event data', 'ShareName', ['C$', null, 'D$', null]],
    ['another field that differs by case stays another', 'ProcessID', ['4', null, null, null]],
  ])('%s', (_name, wanted, texts) => {
    const table = mixed();
    expect(table.resolve(wanted)).toMatchObject({ found: wanted, how: 'exact' });
    expect(textsOf(table, wanted)).toEqual(texts);
  });

  it('tells how many events each name feeds', () => {
    expect(mixed().sources('Hostname')).toEqual([{ name: 'Hostname', events: 2 }, { name: 'computer_name', events: 2 }]);
    expect(mixed().sources('nothing')).toEqual([]);
  });

  it('still has each field by itself', () => {
    const own = mixed().ownColumn('Hostname');
    expect([...(own?.codes ?? [])].map((code) => own?.kind(code))).toEqual(['string', 'null', 'absent', 'absent']);
  });

  it('leaves a field NULL where the one exporter gave none', () => {
    const table = eventTableOf('{"Hostname":"WS5","ComputerName":"asked"}\n{"Hostname":"WS5"}');
    expect(textsOf(table, 'ComputerName')).toEqual(['asked', null]);
    expect(columnOf(table, 'ComputerName')).toBe(table.ownColumn('ComputerName'));
  });
});

it('tells the values of single rows, in any order, as its columns do', () => {
  const rows = [3, 0, 2, 0, 1];
  for (const name of ['EventID', 'Hostname', 'ShareName']) {
    const cells = mixed().cells(name);
    const column = columnOf(mixed(), name);
    expect(rows.map((row) => cells?.value(cells.codeAt(row)))).toEqual(rows.map((row) => column.value(column.codes[row])));
    expect(rows.map((row) => cells?.text(cells.codeAt(row)))).toEqual(rows.map((row) => column.text(column.codes[row])));
  }
  expect(mixed().cells('nowhere')).toBeNull();
});
