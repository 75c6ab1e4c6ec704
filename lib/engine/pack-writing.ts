import { tooLarge } from '@/lib/ingest/failures';
import { digestInSteps } from '@/lib/ingest/digest-in-steps';
import { ANSWER_KEY, BASELINE, EVENTS, HUNT, NOTES, PLACES, REPORT, type PackManifest } from '@/lib/packs/pack-manifest';
import { LARGEST_PACK } from '@/lib/packs/read-pack';
import { reportHtml } from '@/lib/packs/report-html';
import { partsOf, sha256Of, utf8, ZipInSteps, type PackPart } from '@/lib/packs/write-pack';
import { csvHeader, csvRecord } from './csv-record';
import type { DatasetSummary } from './dataset-shapes';
import type { SessionDetail, SessionKey } from './engine';
import { eventSummary } from './event-summary';
import type { HuntResults } from './hunt-results';
import { onOneLine } from './one-line';
import type { OpenTable } from './open-table';
import { keyOfPack, packEvents, type Beside, type PackEvents } from './pack-events';
import { packEventsName } from './pack-opening';
import { packReport } from './pack-report';
import type { MadePack, PackPreview, PackRequest } from './pack-shapes';
import { packPseudonyms, type PackPseudonyms } from './pseudonymise';
import { recordLines } from './record-lines';
import { rowsDigests } from './rows-digest';
import { between, TURN_MILLIS } from './stepwise';

export interface PackSource {
  readonly open: OpenTable;
  readonly summary: DatasetSummary;
  readonly results: HuntResults;
  readonly session: (key: SessionKey) => SessionDetail | null;
}

/** What becomes of texts on their way into a pack; without pseudonyms nothing. */
type Rewriting = Pick<PackPseudonyms, 'rewrite' | 'document'>;
const AS_IT_IS: Rewriting = { rewrite: (text) => text, document: (text) => text };

/** @throws UserError 'unreadable-key' */
export function packPreview({ open, results, summary }: PackSource, analytic: string | null, beside: Beside): PackPreview {
  const events = packEvents(open, results, analytic, beside, summary.sha256);
  return { rows: rowsOf(results, analytic), events: events.rows.length - events.beside, beside: events.beside };
}

/** Makes a pack. @throws UserError 'too-large', 'unreadable-key', 'not-found' where a chosen pseudonym will not do */
export async function* writePack(source: PackSource, request: PackRequest): AsyncGenerator<number, MadePack> {
  const { open, summary, results } = source;
  const { app, hunt, analytic, link } = request;
  const pseudonyms = request.pseudonyms ? yield* between(0, 0.3, packPseudonyms(open.table, summary, request.pseudonyms)) : null;
  const { rewrite, document } = pseudonyms ?? AS_IT_IS;
  const events = packEvents(open, results, analytic, request, summary.sha256);
  const text = document(hunt.text);
  const told = { ...request, link: rewrite(link), hunt: { ...hunt, text, sha256: text === hunt.text ? hunt.sha256 : sha256Of(utf8(text)) } };
  const id = rewrite(results.result.document.id);
  const parts = yield* between(0.3, 0.6, packParts(source, told, events, { rewrite }, packEventsName(id)));
  const claims: Omit<PackManifest, 'parts'> = {
    app,
    pseudonyms: pseudonyms !== null,
    dataset: { name: rewrite(summary.name), sha256: pseudonyms ? null : summary.sha256, events: summary.events },
    hunt: { id, title: rewrite(results.result.document.title), sha256: told.hunt.sha256 },
    analytic,
    link: told.link,
    events: events.rows.length,
    readings: rowsDigests(results.result, analytic, rewrite),
  };
  const { manifest, all } = partsOf(claims, parts);
  const zip = new ZipInSteps(all);
  for (;;) {
    const made = await zip.step(TURN_MILLIS);
    if (typeof made === 'number') {
      yield 0.6 + 0.4 * made;
      continue;
    }
    const stem = [id, ...(analytic === null ? [] : [analytic]), 'pack'].join('-');
    return { name: `${stem.toLowerCase().replace(/[^\w.-]+/g, '-')}.zip`, file: made, sha256: await digestInSteps(made), manifest, key: pseudonyms?.key() ?? null };
  }
}

/** Each part is made in small steps; what they yield is how far that has got. */
function* packParts(source: PackSource, request: PackRequest, events: PackEvents, { rewrite }: Pick<Rewriting, 'rewrite'>, eventsName: string): Generator<number, readonly PackPart[]> {
  const { open, results } = source;
  const parts: PackPart[] = [];
  let size = 0;
  const add = (name: string, texts: readonly string[]) => {
    const bytes = utf8(texts.join(''));
    size += bytes.length;
    if (size > LARGEST_PACK) throw tooLarge('The pack', size, LARGEST_PACK);
    parts.push({ name, bytes });
    return bytes;
  };
  const total = Math.max(1, events.rows.length + 2 * rowsOf(results, request.analytic));
  let written = 0;
  const lines = new Map<string, number>();
  events.rows.forEach((row, i) => lines.set(placeKey(open.ref(row)), i + 1));
  const report = packReport({ ...source, lineOf: (member, line) => lines.get(`${member}:${line}`) ?? 0 }, request);
  add(REPORT, [reportHtml(mapTexts(report, rewrite))]);
  yield 0;
  add(huntName(request.hunt.text), [request.hunt.text]);
  for (const [name, text] of [[NOTES, request.notes], [BASELINE, request.baseline]] as const) {
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
          yield Math.min(1, ++written / total);
        }
        add(`rows/${analytic.id.replace(/[^\w.-]+/g, '-')}-${kind}.${format}`, texts);
      }
    }
  }
  const texts: string[] = [];
  const records = [csvHeader(['Line', 'Time', 'Host', 'Channel', 'Event ID', 'Summary', 'Member', 'Member line'])];
  const places: (readonly [number, number])[] = [];
  for (const [i, row] of events.rows.entries()) {
    const { ref, time, host, channel, eventId, gist } = eventSummary(open, row);
    texts.push(`${rewrite(onOneLine(open.table.text(row)))}\n`);
    records.push(rewrite(csvRecord([String(i + 1), time, host, channel, eventId, gist, open.table.members[ref.member].name, String(ref.line)])));
    places.push([ref.member, ref.line]);
    yield Math.min(1, ++written / total);
  }
  const bytes = add(EVENTS, texts);
  add('events.csv', records);
  add(PLACES, [`${JSON.stringify(places)}\n`]);
  const key = keyOfPack(open, events, { name: eventsName, sha256: sha256Of(bytes) }, rewrite);
  if (key !== null) add(ANSWER_KEY, [key]);
  return parts;
}

function rowsOf(results: HuntResults, only: string | null): number {
  return results.result.analytics.filter(({ analytic }) => only === null || analytic.id === only).reduce((sum, { readings }) => sum + readings.reduce((rows, { table }) => rows + (table?.rowCount ?? 0), 0), 0);
}

function huntName(text: string): string {
  return `${HUNT}${text.trimStart().startsWith('{') ? '.ipynb' : '.md'}`;
}

function placeKey({ member, line }: { readonly member: number; readonly line: number }): string {
  return `${member}:${line}`;
}

/** Plain data with every text in it changed. */
function mapTexts<T>(value: T, change: (text: string) => string): T;
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each: unknown) => mapTexts(each, change));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, each]: [string, unknown]) => [name, mapTexts(each, change)]));
  return value;
}
