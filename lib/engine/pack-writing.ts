import { tooLarge } from '@/lib/ingest/failures';
import { rowId } from '@/lib/base/row-id';
import { ANSWER_KEY, BASELINE, EVENTS, HUNT, NOTES, PLACES, REPORT, type PackManifest } from '@/lib/packs/pack-manifest';
import { LARGEST_PACK } from '@/lib/packs/read-pack';
import { reportHtml } from '@/lib/packs/report-html';
import { partsOf, utf8, ZipInSteps, type PackPart } from '@/lib/packs/write-pack';
import { digestInSteps } from '@/lib/ingest/sha256';
import type { DatasetSummary } from './dataset-shapes';
import type { SessionDetail, SessionKey } from './engine';
import { csvHeader, csvRecord } from './csv-record';
import { eventSummary } from './event-summary';
import type { HuntResults } from './hunt-results';
import type { OpenTable } from './open-table';
import { packReport } from './pack-report';
import type { PackPreview, PackRequest, PackStep } from './pack-shapes';
import { recordLines } from './record-lines';
import { rowsDigests } from './rows-digest';

const TURN_MILLIS = 60;

export interface PackSource {
  readonly open: OpenTable;
  readonly summary: DatasetSummary;
  readonly results: HuntResults;
  readonly session: (key: SessionKey) => SessionDetail | null;
}

/** Changes every text of a pack on its way into it: pseudonyms, say. */
export type Rewrite = (text: string) => string;
const asItIs: Rewrite = (text) => text;

export function packPreview({ open, results }: PackSource, analytic: string | null): PackPreview {
  const rows = rowsDigestsCount(results, analytic);
  return { rows, events: sourceEvents(open, results, analytic).length };
}

/** A pack that is being made, step by step; to cancel, ask for no more. */
export class PackWriting {
  private zip: { readonly steps: ZipInSteps; readonly manifest: PackManifest } | null = null;
  private readonly work: Generator<number, readonly PackPart[]>;
  private next = 0;

  constructor(
    private readonly source: PackSource,
    private readonly request: PackRequest,
    private readonly rewrite: Rewrite = asItIs,
  ) {
    this.work = packParts(source, request, rewrite);
  }

  /** Null where another step was due. @throws UserError 'too-large' */
  async step(number: number): Promise<PackStep | null> {
    if (number !== this.next) return null;
    this.next++;
    if (this.zip === null) {
      const until = performance.now() + TURN_MILLIS;
      while (performance.now() < until) {
        const { done, value } = this.work.next();
        if (done === true) {
          this.zip = this.zipped(value);
          break;
        }
      }
      return { kind: 'working', done: 0.1 };
    }
    const made = await this.zip.steps.step(TURN_MILLIS);
    if (typeof made === 'number') return { kind: 'working', done: 0.1 + 0.9 * made };
    const stem = [this.zip.manifest.hunt.id, ...(this.request.analytic === null ? [] : [this.request.analytic]), 'pack'].join('-');
    return { kind: 'made', name: `${stem.toLowerCase().replace(/[^\w.-]+/g, '-')}.zip`, file: made, sha256: await digestInSteps(made), manifest: this.zip.manifest };
  }

  private zipped(parts: readonly PackPart[]): { readonly steps: ZipInSteps; readonly manifest: PackManifest } {
    const { summary, results } = this.source;
    const { app, hunt, analytic, link } = this.request;
    const { rewrite } = this;
    const { document } = results.result;
    const claims: Omit<PackManifest, 'parts'> = {
      app,
      dataset: { name: rewrite(summary.name), sha256: summary.sha256, events: summary.events },
      hunt: { id: document.id, title: rewrite(document.title), sha256: hunt.sha256 },
      analytic,
      link: rewrite(link),
      events: sourceEvents(this.source.open, results, analytic).length,
      readings: rowsDigests(results.result, analytic, rewrite),
    };
    const { manifest, all } = partsOf(claims, parts);
    return { steps: new ZipInSteps(all), manifest };
  }
}

/** Each part is made in small steps; what they yield means nothing. */
function* packParts(source: PackSource, request: PackRequest, rewrite: Rewrite): Generator<number, readonly PackPart[]> {
  const { open, results } = source;
  const parts: PackPart[] = [];
  let size = 0;
  const add = (name: string, texts: readonly string[]) => {
    const bytes = utf8(texts.join(''));
    size += bytes.length;
    if (size > LARGEST_PACK) throw tooLarge('The pack', size, LARGEST_PACK);
    parts.push({ name, bytes });
  };
  const events = sourceEvents(open, results, request.analytic);
  const lines = new Map<string, number>();
  events.forEach((row, i) => lines.set(placeKey(open.ref(rowId(row))), i + 1));
  const report = packReport({ ...source, lineOf: (member, line) => lines.get(`${member}:${line}`) ?? 0 }, request);
  add(REPORT, [reportHtml(mapTexts(report, rewrite))]);
  yield 0;
  for (const [name, text] of [[huntName(request.hunt.text), request.hunt.text], [NOTES, request.notes], [BASELINE, request.baseline], [ANSWER_KEY, request.answerKey]] as const) {
    if (text !== null) add(name, [rewrite(text)]);
  }
  for (const { analytic, readings } of results.result.analytics) {
    if (request.analytic !== null && analytic.id !== request.analytic) continue;
    for (const { kind, table } of readings) {
      if (table === null || table.rowCount === 0) continue;
      const at = { analytic: analytic.id, reading: kind };
      for (const format of ['ndjson', 'csv'] as const) {
        const texts: string[] = [];
        for (const { text } of recordLines(open, { of: 'rows', format, rows: { ...at, sort: null, filters: [] } }, results.kept(at))) {
          if (text !== null) texts.push(rewrite(text));
          yield 0;
        }
        add(`rows/${analytic.id.replace(/[^\w.-]+/g, '-')}-${kind}.${format}`, texts);
      }
    }
  }
  const texts: string[] = [];
  const records = [csvHeader(['Line', 'Time', 'Host', 'Channel', 'Event ID', 'Summary', 'Member', 'Member line'])];
  const places: (readonly [number, number])[] = [];
  for (const [i, number] of events.entries()) {
    const row = rowId(number);
    const { ref, time, host, channel, eventId, gist } = eventSummary(open, row);
    // A line end between the fields of one event means no more than a space does.
    texts.push(`${rewrite(open.table.text(row).replace(/[\r\n]+/g, ' '))}\n`);
    records.push(rewrite(csvRecord([String(i + 1), time, host, channel, eventId, gist, open.table.members[ref.member].name, String(ref.line)])));
    places.push([ref.member, ref.line]);
    yield 0;
  }
  add(EVENTS, texts);
  add('events.csv', records);
  add(PLACES, [`${JSON.stringify(places)}\n`]);
  return parts;
}

/** The events behind the rows, each once, in the order of the dataset. */
function sourceEvents(open: OpenTable, results: HuntResults, only: string | null): readonly number[] {
  const isIn = new Uint8Array(open.table.rowCount);
  for (const { analytic, readings } of results.result.analytics) {
    if (only !== null && analytic.id !== only) continue;
    for (const { table } of readings) {
      for (let row = 0; row < (table?.rowCount ?? 0); row++) for (const { events } of table?.lineage(row) ?? []) for (const event of events) isIn[event] = 1;
    }
  }
  return Array.from(isIn.keys()).filter((row) => isIn[row] === 1);
}

function rowsDigestsCount(results: HuntResults, only: string | null): number {
  return results.result.analytics.filter(({ analytic }) => only === null || analytic.id === only).reduce((sum, { readings }) => sum + readings.reduce((rows, { table }) => rows + (table?.rowCount ?? 0), 0), 0);
}

function huntName(text: string): string {
  return `${HUNT}${text.trimStart().startsWith('{') ? '.ipynb' : '.md'}`;
}

function placeKey({ member, line }: { readonly member: number; readonly line: number }): string {
  return `${member}:${line}`;
}

/** Plain data with every text in it changed. */
function mapTexts<T>(value: T, change: Rewrite): T;
function mapTexts(value: unknown, change: Rewrite): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each: unknown) => mapTexts(each, change));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, each]: [string, unknown]) => [name, mapTexts(each, change)]));
  return value;
}
