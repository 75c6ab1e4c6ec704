import { open, type FileHandle } from 'node:fs/promises';
import { assertNever } from '@/lib/base/assert-never';
import { UserError } from '@/lib/base/user-error';
import { summarise } from '@/lib/engine/dataset-summary';
import { fieldsFor } from '@/lib/engine/event-columns';
import { exportHunt, translateReading } from '@/lib/engine/export-hunt';
import { RecordsExport } from '@/lib/engine/export-records';
import { HuntResults } from '@/lib/engine/hunt-results';
import { OpenTable } from '@/lib/engine/open-table';
import type { ReadingAddress } from '@/lib/engine/reading-address';
import type { RecordsRequest } from '@/lib/engine/record-shapes';
import type { HuntResult } from '@/lib/hunts/hunt-result';
import type { OpenedDataset } from '@/lib/ingest/open-dataset';
import type { WantedExport } from './export-formats';

interface ExportedFrom {
  readonly opened: OpenedDataset;
  readonly result: HuntResult;
  /** Null: of the whole hunt. */
  readonly analytic: string | null;
  /** For what is of one reading. */
  readonly reading: ReadingAddress | null;
}

const ALL_EVENTS = { fields: [], text: null, time: null } as const;

/** Writes a file, over what stands there; gives a line for people on each thing to say of it. @throws UserError 'not-found', 'unreadable-file' where it cannot be written */
export async function writeExport({ format, file }: WantedExport, from: ExportedFrom): Promise<readonly string[]> {
  const events = (as: 'csv' | 'ndjson' | 'timesketch') => {
    const { columns } = fieldsFor(new OpenTable(from.opened.table), ALL_EVENTS);
    return writeRecords(file, { of: 'events', format: as, events: { filter: ALL_EVENTS, sort: { field: null, descending: false }, columns } }, from);
  };
  const rows = () => ({ ...readingOf(from), sort: null, filters: [] });
  switch (format) {
    case 'rows-csv':
      return writeRecords(file, { of: 'rows', format: 'csv', rows: rows() }, from);
    case 'rows-ndjson':
      return writeRecords(file, { of: 'rows', format: 'ndjson', rows: rows() }, from);
    case 'sources-ndjson':
      return writeRecords(file, { of: 'sources', format: 'ndjson', rows: rows() }, from);
    case 'sources-timesketch':
      return writeRecords(file, { of: 'sources', format: 'timesketch', rows: rows() }, from);
    case 'events-csv':
      return events('csv');
    case 'events-ndjson':
      return events('ndjson');
    case 'events-timesketch':
      return events('timesketch');
    case 'eql':
    case 'sigma': {
      const { text, lost } = translateReading({ ...readingOf(from), language: format }, from.result, from.opened.table);
      await writing(file, (to) => to.writeFile(text));
      return [`${file}: written`, ...lost.map(({ clause, why }) => `${file}: does not carry over: ${clause}: ${why}`)];
    }
    case 'finding':
    case 'pyspark':
    case 'jupyter':
    case 'navigator': {
      // A layer is of all that the hunt found.
      const analytic = format === 'navigator' ? null : from.analytic;
      const { text } = exportHunt({ format, analytic }, from.result, summarise(from.opened), from.opened.table);
      await writing(file, (to) => to.writeFile(text));
      return [`${file}: written`];
    }
    default:
      return assertNever(format);
  }
}

async function writeRecords(file: string, request: RecordsRequest, { opened, result }: ExportedFrom): Promise<readonly string[]> {
  const kept = request.of === 'events' ? null : HuntResults.of(result, opened.table).kept(request.rows);
  const records = new RecordsExport(new OpenTable(opened.table), request, kept, opened.name);
  let [written, leftOut] = [0, 0];
  await writing(file, async (to) => {
    for (let number = 0, isDone = false; !isDone; number++) {
      const part = records.part(number);
      await to.writeFile(new Uint8Array(await part.bytes.arrayBuffer()));
      written += part.records;
      leftOut += part.leftOut;
      ({ isDone } = part);
    }
  });
  const what = request.of === 'rows' ? 'row' : 'event';
  return [`${file}: ${counted(written, what)} written`, ...(leftOut > 0 ? [`${file}: ${counted(leftOut, 'event')} without a readable time left out: Timesketch needs one`] : [])];
}

function readingOf({ reading }: ExportedFrom): ReadingAddress {
  if (reading) return reading;
  throw new Error('readArguments asks for an analytic and a reading');
}

async function writing(file: string, write: (to: FileHandle) => Promise<void>): Promise<void> {
  let to: FileHandle | null = null;
  try {
    to = await open(file, 'w');
    await write(to);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new UserError({ code: 'unreadable-file', message: `${file} cannot be written: ${error.message}.`, advice: 'Check the path.' });
  } finally {
    await to?.close();
  }
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}
