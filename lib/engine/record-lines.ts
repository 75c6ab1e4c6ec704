import { rowId, type RowId } from '@/lib/base/row-id';
import { assertNever } from '@/lib/base/assert-never';
import type { LineageLeg } from '@/lib/query/result-table';
import { csvHeader, csvRecord } from './csv-record';
import { eventListOf } from './event-list';
import { gist } from './event-summary';
import type { KeptResult } from './kept-result';
import type { OpenTable } from './open-table';
import type { EventsWanted, RecordsRequest } from './record-shapes';
import { legName, shownEvents } from './shown-legs';
import { timesketchWriter } from './timesketch-record';

/** What was written next. */
export interface RecordLine {
  /** With its line end; null: nothing this time. */
  readonly text: string | null;
  readonly counts: 'record' | 'leftOut' | 'nothing';
  /** How far it has got, from 0 to 1. */
  readonly done: number;
}

/** The lines of a file of records, each made when it is asked for. `kept`: the rows that the request names. */
export function recordLines(open: OpenTable, request: RecordsRequest, kept: KeptResult | null): Generator<RecordLine> {
  switch (request.of) {
    case 'events':
      return eventLines(open, request.format, request.events);
    case 'rows':
      return rowLines(open, request, kept);
    case 'sources':
      return sourceLines(open, request, kept);
    default:
      return assertNever(request);
  }
}

const SOURCE_EVENTS = 'Source events';

function* eventLines(open: OpenTable, format: 'csv' | 'ndjson' | 'timesketch', wanted: EventsWanted): Generator<RecordLine> {
  const list = eventListOf(open);
  for (let count = list.count(wanted.filter); !count.isDone; count = list.count(wanted.filter)) yield { text: null, counts: 'nothing', done: 0 };
  const rows = list.rows(wanted.filter, wanted.sort);
  const { table } = open;
  const columns = wanted.columns.map((field) => {
    const { found } = table.resolve(field);
    return found === null ? null : table.cells(found);
  });
  const timesketch = timesketchWriter(open, {});
  if (format === 'csv') yield { text: csvHeader([...wanted.columns, 'Summary', SOURCE_EVENTS]), counts: 'nothing', done: 0 };
  for (let i = 0; i < rows.length; i++) {
    const row = rowId(rows[i]);
    const done = (i + 1) / rows.length;
    const text =
      format === 'csv' ? csvRecord([...columns.map((column) => column && column.text(column.codeAt(row))), gist(open, row), placeOf(open, row)])
      : format === 'ndjson' ? `${table.text(row)}\n`
      : timesketch(row);
    yield { text, counts: text === null ? 'leftOut' : 'record', done };
  }
}

function* rowLines(open: OpenTable, { format, rows: wanted }: Extract<RecordsRequest, { of: 'rows' }>, kept: KeptResult | null): Generator<RecordLine> {
  if (kept === null) return;
  const { table, view } = kept;
  const rows = view.order(wanted, open.clock?.millis ?? null);
  const names = distinctNames(table.columns);
  if (format === 'csv') yield { text: csvHeader([...table.columns, SOURCE_EVENTS]), counts: 'nothing', done: 0 };
  for (let i = 0; i < rows.length; i++) {
    const cells = table.columns.map((_, column) => table.cell(rows[i], column));
    const lineage = table.lineage(rows[i]);
    const text =
      format === 'csv'
        ? csvRecord([...cells, lineage.flatMap((leg) => shownEvents(leg).map((row) => placeOf(open, row))).join('; ')])
        : `{"row":${rows[i] + 1},"cells":${JSON.stringify(Object.fromEntries(names.map((name, column) => [name, cells[column]])))},"events":[${lineage.map((leg) => legText(open, leg)).filter(Boolean).join(',')}]}\n`;
    yield { text, counts: 'record', done: (i + 1) / rows.length };
  }
}

function* sourceLines(open: OpenTable, { format, rows: wanted }: Extract<RecordsRequest, { of: 'sources' }>, kept: KeptResult | null): Generator<RecordLine> {
  if (kept === null) return;
  const rows = kept.view.order(wanted, open.clock?.millis ?? null);
  const isWritten = new Uint8Array(open.table.rowCount);
  const timesketch = timesketchWriter(open, { huntbook_analytic: `${wanted.analytic} (${wanted.reading})` });
  for (let i = 0; i < rows.length; i++) {
    for (const row of kept.table.lineage(rows[i]).flatMap(({ events }) => events)) {
      if (isWritten[row] === 1) continue;
      isWritten[row] = 1;
      const text = format === 'ndjson' ? `${open.table.text(row)}\n` : timesketch(row);
      yield { text, counts: text === null ? 'leftOut' : 'record', done: i / rows.length };
    }
  }
}

/** "day1.json:17" */
function placeOf(open: OpenTable, row: RowId): string {
  const { member, line } = open.ref(row);
  return `${open.table.members[member].name}:${line}`;
}

/** The events of one leg, with their exact text; of a group that is large, the first. */
function legText(open: OpenTable, leg: LineageLeg): string {
  return shownEvents(leg)
    .map((row) => `{"leg":${JSON.stringify(legName(leg.leg))},"source":${JSON.stringify(placeOf(open, row))},"event":${open.table.text(row)}}`)
    .join(',');
}

/** A query may give two columns one name, and an object holds but one of it. */
function distinctNames(columns: readonly string[]): readonly string[] {
  const names = new Set<string>();
  for (const column of columns) {
    let name = column;
    for (let n = 2; names.has(name); n++) name = `${column} (${n})`;
    names.add(name);
  }
  return [...names];
}
