import { readFileSync } from 'node:fs';
import type { EventTable } from '@/lib/events/event-table';
import { ARCHIVE_NAME, HUNT_PATH } from './bench-files';
import { withAllEdited, withOneEdit } from './edited-hunts';

/**
 * What is timed, each in a process of its own. `lap` ends a part and gives it a name. Modules are imported by the step that needs
 * them, so that the memory of one does not count for another.
 */
export type NodeStep = (files: { readonly archive: string; readonly inflated: string }, lap: (part: string) => void) => Promise<void>;

/** Thirteen fields that this dataset has, among them those the hunt asks for. */
const COLUMNS = [
  ...['Channel', 'EventID', 'Hostname', '@timestamp', 'SubjectUserName', 'SubjectLogonId', 'Image', 'TargetFilename', 'IpAddress', 'IpPort'],
  ...['ProcessGuid', 'ProcessId', 'SourceName'],
];

/** After so many runs the code is compiled. */
const RUNS_UNTIL_WARM = 20;

/** As an inflater hands them on. */
const PIECE_BYTES = 64 * 1024;

async function tableBuilder(): Promise<(bytes: Uint8Array) => EventTable> {
  const { EventTableBuilder } = await import('@/lib/events/event-table-builder');
  return (bytes) => {
    const builder = new EventTableBuilder();
    builder.startMember('events.json', bytes.length);
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) builder.append(bytes.subarray(at, at + PIECE_BYTES));
    builder.endMember();
    return builder.finish();
  };
}

/** One event at a time, as a program without an index reads such a file. */
function parseLines(bytes: Uint8Array, take: (event: unknown) => void): void {
  const text = new TextDecoder().decode(bytes);
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end).trim();
    if (line !== '') take(JSON.parse(line));
    start = end + 1;
  }
}

export const NODE_STEPS = {
  'engine at rest': async () => {
    await import('@/lib/engine/in-process-engine');
  },

  'inflate, JSZip': async ({ archive }, lap) => {
    const { default: JSZip } = await import('jszip');
    const packed = readFileSync(archive);
    lap('');
    const zip = await JSZip.loadAsync(packed);
    const [member] = zip.file(/\.json$/);
    await member.async('uint8array');
    lap('inflate');
  },

  'inflate, native': async ({ archive }, lap) => {
    const { openZip } = await import('@/lib/ingest/zip-archive');
    const { inflateMember } = await import('@/lib/ingest/inflate-member');
    const packed = new Uint8Array(readFileSync(archive));
    lap('');
    const { members } = await openZip(ARCHIVE_NAME, packed);
    for (const member of members) for await (const piece of inflateMember(member)) void piece;
    lap('inflate');
  },

  'index and columns': async ({ inflated }, lap) => {
    const build = await tableBuilder();
    const bytes = new Uint8Array(readFileSync(inflated));
    lap('');
    const table = build(bytes);
    lap('index');
    for (const name of COLUMNS) {
      const column = table.column(name);
      if (!column) throw new Error(`The dataset has no field ${name}`);
      for (let code = 1; code < column.size; code++) column.text(code);
    }
    lap('columns');
  },

  'file to five analytics': async ({ archive }, lap) => {
    const { createInProcessEngine } = await import('@/lib/engine/in-process-engine');
    const blob = new Blob([readFileSync(archive)]);
    const documentText = readFileSync(HUNT_PATH, 'utf8');
    lap('');
    const engine = createInProcessEngine();
    await engine.open({ kind: 'file', name: ARCHIVE_NAME, blob });
    lap('open');
    await engine.runHunt(documentText);
    lap('hunt');
    await engine.runHunt(documentText);
    lap('again');
    await engine.runHunt(withOneEdit(documentText, 1));
    lap('one edited');
    await engine.runHunt(withAllEdited(documentText, 2));
    lap('all edited');
  },

  'fifteen readings, columns decoded': async ({ archive }, lap) => {
    const { openDataset } = await import('@/lib/ingest/open-dataset');
    const { readHuntDocument } = await import('@/lib/hunts/read-hunt-document');
    const { compileReading, runHunt } = await import('@/lib/hunts/run-hunt');
    const { runQuery } = await import('@/lib/query/execute/run-query');
    const { SharedWork } = await import('@/lib/query/execute/shared-work');
    const { table } = await openDataset({ kind: 'file', name: ARCHIVE_NAME, blob: new Blob([readFileSync(archive)]) });
    const document = readHuntDocument(readFileSync(HUNT_PATH, 'utf8'));
    runHunt(document, table);
    const readings = document.analytics.flatMap((analytic) => analytic.readings);
    const queries = readings.flatMap((reading) => {
      const compiled = compileReading(reading, table);
      return compiled.ok ? [compiled.value] : [];
    });
    if (queries.length !== readings.length) throw new Error('A reading was not compiled');
    const runAll = () => {
      const shared = new SharedWork();
      for (const query of queries) runQuery(query, table, shared);
    };
    lap('');
    runAll();
    lap('once');
    for (let run = 0; run < RUNS_UNTIL_WARM; run++) runAll();
    lap('');
    runAll();
    lap('warm');
  },

  'JSON.parse, dropped': async ({ inflated }, lap) => {
    const bytes = new Uint8Array(readFileSync(inflated));
    let events = 0;
    lap('');
    parseLines(bytes, () => events++);
    lap('read');
    if (events === 0) throw new Error('Nothing was parsed');
  },

  'JSON.parse, kept': async ({ inflated }, lap) => {
    const bytes = new Uint8Array(readFileSync(inflated));
    const events: unknown[] = [];
    lap('');
    parseLines(bytes, (event) => events.push(event));
    lap('read');
    if (events.length === 0) throw new Error('Nothing was parsed');
  },

  'DuckDB read_json': async ({ inflated }, lap) => {
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    const connection = await instance.connect();
    lap('');
    // It must see every line before it knows the columns: with its sample of 20,480 it fails on this file.
    await connection.run(`CREATE TABLE events AS SELECT * FROM read_json('${inflated}', format = 'newline_delimited', sample_size = -1)`);
    lap('read');
  },
} satisfies Record<string, NodeStep>;

export type NodeStepName = keyof typeof NODE_STEPS;

export function isNodeStepName(name: string): name is NodeStepName {
  return name in NODE_STEPS;
}
