import type { BenchData } from './bench-data';
import { ARCHIVE_NAME } from './bench-files';
import type { BrowserResults } from './browser-steps';
import type { NodeStepName } from './node-steps';
import type { Measured } from './run-steps';

export interface Results {
  readonly data: BenchData;
  readonly node: Readonly<Record<NodeStepName, Measured>>;
  readonly pandas: (Measured & { readonly version: string }) | null;
  /** A text says why there is nothing. */
  readonly browser: BrowserResults | string;
  readonly rounds: number;
  readonly cores: number;
}

export const FRAME_MILLIS = 16;

/** A table of times, then the ratios that the project holds itself to. */
export function report(results: Results): string {
  const { data, node, pandas, browser, rounds, cores } = results;
  const jsonMiB = data.inflatedBytes / 1024 ** 2;
  const analytics = openMillis(node) + node['file to five analytics'].millis.hunt;
  const inChromium = typeof browser === 'string' ? [[`not measured: ${browser}`]] : chromiumRows(browser);
  return [
    `${ARCHIVE_NAME}: ${mebibytes(data.archiveBytes)} packed, ${mebibytes(data.inflatedBytes)} of JSON`,
    `Node ${process.versions.node}, ${cores} cores; each step ${rounds} times in a fresh process, the middle shown`,
    '',
    table([
      ['In Node', 'seconds', 'peak memory'],
      ['inflate alone, JSZip', seconds(node['inflate, JSZip'].millis.inflate), peak(node['inflate, JSZip'])],
      ['inflate alone, native (lib/ingest)', seconds(node['inflate, native'].millis.inflate), peak(node['inflate, native'])],
      ['index', seconds(node['index and columns'].millis.index), ''],
      ['13 columns decoded', seconds(node['index and columns'].millis.columns), ''],
      ['file to table (inflate, index, summary)', seconds(openMillis(node)), ''],
      ['hunt: five analytics, three readings', seconds(node['file to five analytics'].millis.hunt), ''],
      ['file to five analytics', seconds(analytics), peak(node['file to five analytics'])],
      ['the five analytics again, unchanged: what was found is kept', seconds(node['file to five analytics'].millis.again), ''],
      ['the hunt again, one reading edited', seconds(node['file to five analytics'].millis['one edited']), ''],
      ['the hunt again, all readings edited: read, compiled and run anew', seconds(node['file to five analytics'].millis['all edited']), ''],
      ['the fifteen readings run anew over decoded columns, first time', seconds(node['fifteen readings, columns decoded'].millis.once), ''],
      ['the same when the code is warm', seconds(node['fifteen readings, columns decoded'].millis.warm), ''],
      ['JSON.parse per line, objects dropped', seconds(node['JSON.parse, dropped'].millis.read), peak(node['JSON.parse, dropped'])],
      ['JSON.parse per line, objects kept', seconds(node['JSON.parse, kept'].millis.read), peak(node['JSON.parse, kept'])],
      ['DuckDB read_json, one thread, inflated file', seconds(node['DuckDB read_json'].millis.read), peak(node['DuckDB read_json'])],
      pandas ? [`pandas ${pandas.version} read_json, inflated file`, seconds(pandas.millis.read), peak(pandas)] : ['pandas read_json', 'no pandas found', ''],
      ['the engine at rest, no dataset', '', peak(node['engine at rest'])],
    ]),
    '',
    table([[`In Chromium${typeof browser === 'string' ? '' : ` ${browser.version}`}`, 'seconds'], ...inChromium]),
    '',
    table([
      ['Ratios', 'measured', 'aim'],
      ratio('index ahead of JSON.parse kept', node['JSON.parse, kept'].millis.read / node['index and columns'].millis.index, 3, 'at least'),
      ratio('Node, file to analytics, ahead of DuckDB reading', node['DuckDB read_json'].millis.read / analytics, 1.5, 'at least'),
      ...(pandas ? [ratio('Node, file to analytics, ahead of pandas reading', pandas.millis.read / analytics, 5, 'at least')] : []),
      ratio('the fifteen readings run anew over decoded columns, over a frame', node['fifteen readings, columns decoded'].millis.once / FRAME_MILLIS, 1, 'at most'),
      ratio('the hunt again, one reading edited, over a frame', node['file to five analytics'].millis['one edited'] / FRAME_MILLIS, 1, 'at most'),
      ratio('peak memory over the JSON, less the engine at rest', (node['file to five analytics'].peakMiB - node['engine at rest'].peakMiB) / jsonMiB, 1.5, 'at most'),
      ...(typeof browser === 'string' ? [] : chromiumRatios(browser)),
    ]),
  ].join('\n');
}

function openMillis(node: Results['node']): number {
  return node['file to five analytics'].millis.open;
}

function chromiumRows({ millis }: BrowserResults): string[][] {
  return [
    ['inflate alone, JSZip', seconds(millis.JSZip)],
    ['inflate alone, DecompressionStream', seconds(millis.DecompressionStream)],
    ['file to five analytics on screen', seconds(millis.analytics)],
    ['the sample: click to five analytics on screen', seconds(millis.sample)],
  ];
}

function chromiumRatios({ millis }: BrowserResults): string[][] {
  return [
    ratio('Chromium, file to analytics, over JSZip inflating', millis.analytics / millis.JSZip, 2, 'at most'),
    ratio('Chromium, file to analytics, over native inflating', millis.analytics / millis.DecompressionStream, 2, 'at most'),
    ratio('Chromium, the sample from click to analytics, over half a second', millis.sample / 500, 1, 'at most'),
  ];
}

export function ratio(what: string, value: number, aim: number, side: 'at least' | 'at most'): string[] {
  const isMet = side === 'at least' ? value >= aim : value <= aim;
  return [what, `${value.toFixed(2)} ×`, `${side} ${aim} ×: ${isMet ? 'met' : 'MISSED'}`];
}

export function seconds(millis: number): string {
  return (millis / 1000).toFixed(3);
}

function peak({ peakMiB }: Measured): string {
  return `${peakMiB.toFixed(0)} MiB`;
}

export function mebibytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
}

/** First column to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('   '))
    .join('\n');
}
