import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rowId } from '@/lib/base/row-id';
import { openDataset } from '@/lib/ingest/open-dataset';
import { eventLines, zipOf } from '@/lib/ingest/zip-fixtures.test-support';
import { sampleText } from '@/lib/sample/generate-sample';
import { sharedPath } from '@/lib/shared-data.test-support';

/** Datasets whose lines are taken: of each exporter one. */
const LINES_FROM = ['covenant_copy_smb_CreateRequest.zip', 'ec2_proxy_s3_exfiltration.zip', 'WindowsEvents.Zip', 'cmd_psexec_lsa_secrets_dump.zip', 'reg_stop_event_logging_controlset_minint_key.zip'];
const LINES_OF_EACH = 500;
/** So that many archives are opened in good time. */
const LARGEST_ARCHIVE = 50_000;

const ODD_LINES = [
  '{}',
  '{ "a" : { "b" : [ 1 , { "c" : null } ] , "d" : { } } , "e" : "\\u00e9\\ud83d\\ude00" }',
  '{"a":{"b":{"c":{"d":1}}},"a2":{"b":2},"z":[]}',
  '{"":0,"__proto__":{"constructor":1},"constructor":"x","toString":[true,false]}',
  '{"1":1,"0":{"1":2},"dup":1,"dup":2,"dup":{"dup":3}}',
  `{"long":"${'x\\\\'.repeat(300)}","deep":${'['.repeat(50)}${']'.repeat(50)}}`,
];

export interface GoodLines {
  /** By where they come from: lines of one source meet each other's predictions. */
  readonly sources: readonly (readonly string[])[];
  readonly hasReal: boolean;
}

export async function goodLines(): Promise<GoodLines> {
  const paths = LINES_FROM.flatMap((name) => sharedPath(`datasets/${name}`) ?? []);
  const real = await Promise.all(paths.map(linesOf));
  return { sources: [...real, sampleText().split('\n').slice(0, LINES_OF_EACH), ODD_LINES], hasReal: real.length > 0 };
}

async function linesOf(path: string): Promise<readonly string[]> {
  const { table } = await openDataset({ kind: 'file', name: path, blob: new Blob([await readFile(path)]) });
  const step = Math.max(1, Math.floor(table.rowCount / LINES_OF_EACH));
  return Array.from({ length: Math.min(LINES_OF_EACH, table.rowCount) }, (_, i) => table.text(rowId(i * step)));
}

export interface GoodFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function goodArchives(): Promise<{ readonly files: readonly GoodFile[]; readonly hasReal: boolean }> {
  const lines = eventLines(40);
  const made: GoodFile[] = [
    { name: 'one.zip', bytes: await zipOf({ 'events.json': lines }) },
    { name: 'stored.zip', bytes: await zipOf({ 'events.json': lines }, 'STORE') },
    { name: 'many.zip', bytes: await zipOf({ 'a.json': lines, 'b/c.json': lines, '__MACOSX/._a.json': '\0\x05', 'empty.json': '', 'd.csv': 'a,b,c\n1,2,3\n' }) },
    { name: 'repeated.zip', bytes: await zipOf({ 'events.json': eventLines(1).repeat(20_000) }) },
    { name: 'events.json.gz', bytes: gzipSync(lines) },
    { name: 'events.json', bytes: new TextEncoder().encode(lines) },
    { name: 'array.json', bytes: new TextEncoder().encode(`[${lines.trimEnd().split('\n').join(',\n')}]`) },
    { name: 'events.csv', bytes: new TextEncoder().encode('EventID,Channel,User\n5140,Security,"a,b"\n5145,Security,=1+1\n') },
    { name: 'audit.log', bytes: new TextEncoder().encode('type=SYSCALL msg=audit(1600000000.123:456): arch=c000003e syscall=59 comm="cat"\n'.repeat(5)) },
  ];
  const real = await realArchives();
  return { files: [...made, ...real], hasReal: real.length > 0 };
}

async function realArchives(): Promise<readonly GoodFile[]> {
  const folder = sharedPath('datasets');
  if (folder === null) return [];
  const files = await Promise.all((await readdir(folder)).sort().map(async (name) => ({ name, bytes: new Uint8Array(await readFile(join(folder, name))) })));
  return files.filter(({ bytes }) => bytes.length <= LARGEST_ARCHIVE);
}
