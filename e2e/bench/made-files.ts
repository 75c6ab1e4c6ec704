import { createWriteStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip, gzipSync } from 'node:zlib';
import { tarOf } from '@/lib/ingest/tar-fixtures.test-support';
import { zipOf } from '@/lib/ingest/zip-fixtures.test-support';
import { AuditRecord } from '@/lib/ingest/audit-record';
import { manyAuditRecords } from './many-audit-records';
import { manyEvents } from './many-events';

/** About as many events as the public dataset has. */
const ROUNDS = 12;
/** A million events, 2.4 GB of JSON: more than 2 GiB. */
const LARGE_ROUNDS = 211;
/** Six million records: 800 MiB of lines, of which 1.1 GiB of JSON is made. */
const AUDIT_EVENTS = 1_200_000;
const SMALL_MEMBERS = 2_000;
const TAR_MEMBERS = 20;
const PIECE_CHARACTERS = 1024 * 1024;

/** What an export of a few columns has. */
const CSV_COLUMNS = [
  ...['@timestamp', 'Hostname', 'Channel', 'EventID', 'RecordNumber', 'SubjectUserName', 'SubjectLogonId', 'TargetLogonId', 'LogonType'],
  ...['ShareName', 'RelativeTargetName', 'AccessMask', 'IpAddress', 'IpPort', 'Image', 'TargetFilename', 'Message'],
];

export interface MadeFile {
  readonly what: string;
  readonly path: string;
  readonly fileBytes: number;
  readonly events: number;
  /** Of the JSON inside, or of what is made of it; of CSV its own. */
  readonly textBytes: number;
  /** Each has the same hits; 0: there are none. */
  readonly rounds: number;
  /** Event N stands on line N of the only member. */
  readonly isOneText: boolean;
}

export interface MadeFiles {
  readonly files: readonly MadeFile[];
  remove(): void;
}

/** Writes made-up events into a temporary folder: two large files, or the same events in several kinds of file. */
export async function makeFiles(isLarge: boolean): Promise<MadeFiles> {
  const folder = mkdtempSync(join(tmpdir(), 'huntbook-made-'));
  const remove = () => rmSync(folder, { recursive: true });
  try {
    return { files: isLarge ? [await largeFile(folder), await auditFile(folder)] : await smallFiles(folder), remove };
  } catch (error) {
    remove();
    throw error;
  }
}

async function largeFile(folder: string): Promise<MadeFile> {
  const path = join(folder, 'many.json.gz');
  let events = 0;
  let textBytes = 0;
  const count = (line: string) => {
    events++;
    textBytes += Buffer.byteLength(line);
  };
  await pipeline(Readable.from(pieces(manyEvents(LARGE_ROUNDS), count)), createGzip({ level: constants.Z_BEST_SPEED }), createWriteStream(path));
  return { what: 'JSON lines, gzip', path, fileBytes: statSync(path).size, events, textBytes, rounds: LARGE_ROUNDS, isOneText: true };
}

async function auditFile(folder: string): Promise<MadeFile> {
  const path = join(folder, 'audit.log');
  const record = new AuditRecord();
  let events = 0;
  let textBytes = 0;
  const count = (line: string) => {
    events++;
    const bytes = Buffer.from(line);
    if (record.read(bytes, 0, bytes.length)) textBytes += record.jsonLength + 1;
  };
  await pipeline(Readable.from(pieces(manyAuditRecords(AUDIT_EVENTS), count)), createWriteStream(path));
  return { what: 'Linux audit lines', path, fileBytes: statSync(path).size, events, textBytes, rounds: 0, isOneText: false };
}

function* pieces(lines: Iterable<string>, count: (line: string) => void): Generator<Buffer, void, undefined> {
  let text = '';
  for (const line of lines) {
    count(line);
    text += line;
    if (text.length < PIECE_CHARACTERS) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

async function smallFiles(folder: string): Promise<readonly MadeFile[]> {
  const lines = [...manyEvents(ROUNDS)];
  const text = lines.join('');
  const csv = [CSV_COLUMNS.join(','), ...lines.map(csvRow)].join('\n');
  const write = (what: string, name: string, bytes: Uint8Array, textBytes = text.length): MadeFile => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return { what, path, fileBytes: bytes.length, events: lines.length, textBytes, rounds: ROUNDS, isOneText: name === 'one.zip' };
  };
  return [
    write('JSON lines, one member of a zip', 'one.zip', await zipOf({ 'events.json': text })),
    write(`JSON lines, ${SMALL_MEMBERS.toLocaleString('en')} members of a zip`, 'many.zip', await zipOf(membersOf(lines, SMALL_MEMBERS))),
    write(`JSON lines, ${TAR_MEMBERS} files in tar.gz`, 'many.tar.gz', gzipSync(tarOf(membersOf(lines, TAR_MEMBERS)))),
    write(`CSV of ${CSV_COLUMNS.length} columns, gzip`, 'events.csv.gz', gzipSync(csv), csv.length),
  ];
}

function membersOf(lines: readonly string[], count: number): Readonly<Record<string, string>> {
  const each = Math.ceil(lines.length / count);
  return Object.fromEntries(Array.from({ length: Math.ceil(lines.length / each) }, (_, i) => [`host-${i}/events.json`, lines.slice(i * each, (i + 1) * each).join('')]));
}

function csvRow(line: string): string {
  const event = JSON.parse(line) as Record<string, unknown>;
  return CSV_COLUMNS.map((name) => {
    const text = String(event[name] ?? '');
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }).join(',');
}
