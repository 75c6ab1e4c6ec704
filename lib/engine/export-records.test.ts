import Ajv2020 from 'ajv/dist/2020';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { editedAnalytic } from '@/lib/base/edited-analytic';
import { QUERY_ANALYTIC } from '@/lib/base/query-analytic';
import { UserError } from '@/lib/base/user-error';
import type { Engine } from './engine';
import { createInProcessEngine } from './in-process-engine';
import type { RecordsRequest } from './record-shapes';

/**
 * A line of Timesketch's JSONL, after https://github.com/google/timesketch/blob/master/docs/guides/user/import-from-json-csv.md:
 * `message`, `datetime` (ISO 8601, as in its example) and `timestamp_desc` are mandatory, any other attribute is free. That they are text is ours.
 */
const TIMESKETCH_LINE = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['message', 'datetime', 'timestamp_desc'],
  properties: {
    message: { type: 'string', minLength: 1 },
    datetime: { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?\\+00:00$' },
    timestamp_desc: { type: 'string', minLength: 1 },
  },
  additionalProperties: { type: 'string' },
};
const isTimesketchLine = new Ajv2020().compile(TIMESKETCH_LINE);

const LINES = [
  '{"@timestamp":"2020-09-22T18:53:32.341Z","Hostname":"WS6","Channel":"Security","EventID":5140,"ShareName":"\\\\\\\\*\\\\IPC$","SubjectUserName":"=cmd|\'/c calc\'!A1"}',
  '{ "@timestamp" : "2020-09-22T20:53:32.342+02:00", "Hostname":"WS6","Channel":"Security","EventID":5145,"big":12345678901234567890,"SubjectUserName":"\\u00e9, \\"x\\"", "message":"own","winlog":{"event_data":{"A.b":1}},"winlog_event_data_A_b":"2"}',
  '{"Hostname":"WS5","Channel":"System","EventID":7045,"SubjectUserName":"-1+1"}',
];
const HUNT = '# T\n\n## Analytic I\n\n#### Logic\n\n```\nSELECT a.SubjectUserName, b.EventID, b.EventID FROM t a JOIN t b ON a.Hostname = b.Hostname WHERE a.EventID = 5140\n```\n';
const ROWS = { analytic: 'I', reading: 'sql', sort: null, filters: [] } as const;
const ALL = { filter: { fields: [], text: null, time: null }, sort: { field: null, descending: false }, columns: ['@timestamp', 'SubjectUserName', 'Nothing'] } as const;

describe('exported records', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = createInProcessEngine();
    await engine.open({ kind: 'file', name: 'Day 1.json', blob: new Blob([`${LINES.join('\n')}\n`]) });
    await engine.runHunt(HUNT);
  });

  async function exported(request: RecordsRequest) {
    const parts: Blob[] = [];
    let [records, leftOut, name] = [0, 0, ''];
    for (let number = 0, isDone = false; !isDone; number++) {
      const part = await engine.exportRecords(request, number);
      parts.push(part.bytes);
      records += part.records;
      leftOut += part.leftOut;
      ({ isDone, name } = part);
    }
    return { text: await new Blob(parts).text(), records, leftOut, name };
  }

  it('hold events as NDJSON byte for byte', async () => {
    const file = await exported({ of: 'events', format: 'ndjson', events: ALL });
    expect(file.text.split('\n').slice(0, -1).sort()).toEqual([...LINES].sort());
    expect([file.records, file.leftOut, file.name]).toEqual([3, 0, 'day-1-events.ndjson']);
  });

  it('hold events as CSV, in which no cell is a formula', async () => {
    const file = await exported({ of: 'events', format: 'csv', events: { ...ALL, sort: { field: 'EventID', descending: false } } });
    const [header, ...rows] = Papa.parse<string[]>(file.text, { skipEmptyLines: true, newline: '\r\n' }).data;
    expect(header).toEqual(['@timestamp', 'SubjectUserName', 'Nothing', 'Summary', 'Source events']);
    expect(rows.map((row) => [row[0], row[1], row[2], row[4]])).toEqual([
      ['2020-09-22T18:53:32.341Z', "'=cmd|'/c calc'!A1", '', 'Day 1.json:1'],
      ['2020-09-22T20:53:32.342+02:00', 'é, "x"', '', 'Day 1.json:2'],
      ['', "'-1+1", '', 'Day 1.json:3'],
    ]);
  });

  it('hold events as Timesketch takes them, and say how many have no time', async () => {
    const file = await exported({ of: 'events', format: 'timesketch', events: ALL });
    const lines: unknown[] = file.text.split('\n').slice(0, -1).map((line): unknown => JSON.parse(line));
    for (const line of lines) expect(isTimesketchLine(line), JSON.stringify(isTimesketchLine.errors)).toBe(true);
    expect([file.records, file.leftOut, file.name]).toEqual([2, 1, 'day-1-events.timesketch.jsonl']);
    expect(lines[1]).toMatchObject({
      // 20:53:32 at +02:00 is 18:53:32 in UTC.
      datetime: '2020-09-22T18:53:32.342+00:00', timestamp_desc: '@timestamp', event_source: 'Day 1.json:2', EventID: '5145', big: '12345678901234567890',
      // Its own message makes way for the mandatory one, and both fields that come to one name stay.
      event_message: 'own', winlog_event_data_A_b: '1', event_winlog_event_data_A_b: '2',
    });
  });

  it('hold rows with the places of their events as CSV, and with their text as NDJSON', async () => {
    const csv = await exported({ of: 'rows', format: 'csv', rows: { ...ROWS, sort: { column: 1, descending: true } } });
    expect(csv.text).toBe("SubjectUserName,EventID,EventID,Source events\r\n'=cmd|'/c calc'!A1,5145,5145,Day 1.json:1; Day 1.json:2\r\n'=cmd|'/c calc'!A1,5140,5140,Day 1.json:1; Day 1.json:1\r\n");
    expect(csv.name).toBe('day-1-i-sql.csv');
    const [row] = (await exported({ of: 'rows', format: 'ndjson', rows: { ...ROWS, filters: [{ column: 1, text: '5145' }] } })).text.split('\n');
    expect(row).toContain(`"event":${LINES[1]}`);
    expect(JSON.parse(row)).toMatchObject({ row: 2, cells: { EventID: '5145', 'EventID (2)': '5145' }, events: [{ leg: 'a', source: 'Day 1.json:1' }, { leg: 'b', source: 'Day 1.json:2' }] });
  });

  it('hold each event behind rows once', async () => {
    const file = await exported({ of: 'sources', format: 'ndjson', rows: ROWS });
    expect(file.text).toBe(`${LINES[0]}\n${LINES[1]}\n`);
    const [line] = (await exported({ of: 'sources', format: 'timesketch', rows: ROWS })).text.split('\n');
    expect(JSON.parse(line)).toMatchObject({ huntbook_analytic: 'I (sql)', EventID: '5140' });
  });

  it('are of a query, and of a hunt that is being edited, too; so are rules', async () => {
    await engine.runQuery({ language: 'sql', text: 'SELECT EventID FROM t WHERE EventID = 7045' });
    await engine.editHunt({ original: HUNT, name: 'h.md', edited: HUNT.replace('a.EventID = 5140', 'a.EventID = 7045') });
    const query = { ...ROWS, analytic: QUERY_ANALYTIC };
    const edited = { ...ROWS, analytic: editedAnalytic('edited', 'I') };
    const [ofQuery, ofEdit] = [await exported({ of: 'rows', format: 'csv', rows: query }), await exported({ of: 'rows', format: 'csv', rows: edited })];
    expect([ofQuery.name, ofQuery.text]).toEqual(['day-1-query-sql.csv', 'EventID,Source events\r\n7045,Day 1.json:3\r\n']);
    expect([ofEdit.name, ofEdit.text.split('\r\n').length]).toEqual(['day-1-edited-i-sql.csv', 3]);
    expect((await engine.translateReading({ ...query, language: 'eql' })).text).toContain('event.code == "7045"');
    expect((await engine.translateReading({ ...query, language: 'sigma' })).text).toMatch(/^title: Query\nname: query\n/);
    expect((await engine.translateReading({ ...edited, language: 'sigma' })).text).toContain('EventID: 7045');
  });

  it('are of one export at a time', async () => {
    await expect(engine.exportRecords({ of: 'events', format: 'csv', events: ALL }, 3)).rejects.toThrow(UserError);
  });
});
