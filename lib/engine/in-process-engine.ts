import { readEditedAnalytic } from '@/lib/base/edited-analytic';
import { QUERY_ANALYTIC } from '@/lib/base/query-analytic';
import { UserError } from '@/lib/base/user-error';
import { EventTableBuilder } from '@/lib/events/event-table-builder';
import { appendAnalytic } from '@/lib/hunts/append-analytic';
import type { HuntDocument } from '@/lib/hunts/hunt-document';
import { newHunt, withNewAnalytic } from '@/lib/hunts/hunt-template';
import { readHuntDocument } from '@/lib/hunts/read-hunt-document';
import { withEntry } from '@/lib/hunts/with-entry';
import { cancelled } from '@/lib/ingest/failures';
import { openDataset } from '@/lib/ingest/open-dataset';
import { type AdHocResult, checkQuery, runAdHoc } from './ad-hoc-query';
import { connectionViews } from './across-hosts';
import { baseline, baselineTrail } from './baseline';
import { fileTrailView } from './file-trail-view';
import { processTreeView } from './process-tree-view';
import { completions } from './completions';
import { causesOf, coverageOf, hostsWithoutHit } from './compare-hunt';
import { summarise } from './dataset-summary';
import type { DatasetSource, DatasetSummary, Engine, HuntRun, OpenOptions, ReadingAddress } from './engine';
import { graphView } from './graph';
import { confusionEvents, groundTruthView } from './ground-truth-view';
import { huntFilesOf, readHuntFile } from './hunt-file';
import { funnelPage, misses } from './explain';
import { importReport } from './import-report';
import { exportHunt, translateQuery, translateReading } from './export-hunt';
import { RecordsExport } from './export-records';
import { openPack } from './pack-opening';
import { packPreview, writePack, type PackSource } from './pack-writing';
import { rowsDigests } from './rows-digest';
import { fieldsFor } from './event-columns';
import { eventListOf } from './event-list';
import { eventDetail } from './event-summary';
import { facets } from './facets';
import { filterQuery } from './filter-query';
import { HuntEditing } from './hunt-editing';
import { HuntResults } from './hunt-results';
import { joinChain } from './join-chain';
import { knownHits, knownRows } from './known-rows';
import { readLessonFile } from './lesson-file';
import type { KeptResult } from './kept-result';
import { notFound, OpenTable } from './open-table';
import type { ToldReport } from './report-shapes';
import { previewPseudonyms, pseudonymisedEvents } from './pseudonymise';
import type { MadePack } from './pack-shapes';
import type { PseudonymisedEvents, PseudonymPreview } from './pseudonym-shapes';
import { replaced, Stepwise } from './stepwise';
import { tellReport } from './report-sections';
import { resultDigest } from './result-digest';
import { noHits, type HitEvents } from './session-hits';
import { sessionDetail, sessionSummary } from './session-view';
import { timeline } from './timeline';
import { standingOf } from './why-not';

/** The whole engine in the caller's thread. */
export function createInProcessEngine(): Engine {
  return new InProcessEngine();
}

class InProcessEngine implements Engine {
  private current: OpenTable | null = null;
  private summary: DatasetSummary | null = null;
  private results: HuntResults | null = null;
  /** The document that they are of. */
  private huntText = '';
  private query: AdHocResult | null = null;
  private readonly reports = new WeakMap<OpenTable, ToldReport>();
  private editing: HuntEditing | null = null;
  private records: RecordsExport | null = null;
  private readonly pack = new Stepwise<MadePack>();
  private readonly pseudonymPreview = new Stepwise<{ readonly preview: PseudonymPreview }>();
  private readonly pseudonymEvents = new Stepwise<PseudonymisedEvents>();
  private document: { readonly text: string; readonly read: HuntDocument } | null = null;
  private opening: { readonly stop: () => void; readonly ended: Promise<void> } | null = null;

  async open(source: DatasetSource, options: OpenOptions = {}): Promise<DatasetSummary> {
    this.opening?.stop();
    const controller = new AbortController();
    const { signal } = options;
    const stop = () => controller.abort();
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop);
    const work = this.take(source, { ...options, signal: controller.signal });
    const ended = work.then(
      () => undefined,
      () => undefined,
    );
    const opening = { stop, ended };
    this.opening = opening;
    try {
      return await work;
    } finally {
      signal?.removeEventListener('abort', stop);
      if (this.opening === opening) this.opening = null;
    }
  }

  private async take(source: DatasetSource, options: OpenOptions): Promise<DatasetSummary> {
    const opened = await openDataset(source, options);
    if (options.signal?.aborted) throw cancelled();
    const summary = summarise(opened);
    this.current = new OpenTable(opened.table);
    this.summary = summary;
    this.results = null;
    this.query = null;
    this.editing = null;
    this.records = null;
    for (const work of [this.pack, this.pseudonymPreview, this.pseudonymEvents]) work.forget();
    return summary;
  }

  readHunt: Engine['readHunt'] = async (source) => {
    const { file, document } = await readHuntFile(source);
    this.document = { text: file.text, read: document };
    return file;
  };

  readLesson: Engine['readLesson'] = readLessonFile;

  huntFiles: Engine['huntFiles'] = async (files) => huntFilesOf(files);

  prepareHunt: Engine['prepareHunt'] = async (documentText) => {
    // Over no events: what it finds is nothing, but most of a first run's time goes into compiling the code that it is the first to use.
    HuntResults.run(this.read(documentText), new EventTableBuilder().finish());
  };

  async runHunt(documentText: string): Promise<HuntRun> {
    await this.opened();
    const { table } = this.dataset();
    this.results = HuntResults.run(this.read(documentText), table);
    this.huntText = documentText;
    return this.results.run;
  }

  runQuery: Engine['runQuery'] = async (query) => {
    await this.opened();
    this.query = runAdHoc(query, this.dataset().table);
    return this.query.run;
  };

  checkQuery: Engine['checkQuery'] = async (query) => checkQuery(query, this.dataset().table);

  completions: Engine['completions'] = async (request) => completions(request, this.dataset().table);

  withAnalytic: Engine['withAnalytic'] = async ({ hunt, title, language, text }) => appendAnalytic(hunt, { title, kind: language, code: text });

  editHunt: Engine['editHunt'] = async (request) => {
    await this.opened();
    this.editing ??= new HuntEditing(this.dataset().table);
    return this.editing.run(request);
  };

  withEntry: Engine['withEntry'] = async (documentText, entry) => withEntry(documentText, entry);

  withNewAnalytic: Engine['withNewAnalytic'] = async (documentText) => withNewAnalytic(documentText, this.dataset().table);

  newHunt: Engine['newHunt'] = async (title) => newHunt(title, this.dataset().table);

  /** The end of what is being opened. */
  private async opened(): Promise<void> {
    while (this.opening) {
      await this.opening.ended;
      // The opening's own answer is on its way before what comes keeps the thread busy.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  /** A hunt is run again and again; reading its Markdown takes longer than running it. */
  private read(documentText: string): HuntDocument {
    if (this.document?.text !== documentText) this.document = { text: documentText, read: readHuntDocument(documentText) };
    return this.document.read;
  }

  rows: Engine['rows'] = async (request) => this.kept(request).view.page(request, this.dataset().clock?.millis ?? null);

  rowPlace: Engine['rowPlace'] = async (request) => {
    const place = this.kept(request).view.order(request, this.dataset().clock?.millis ?? null).indexOf(request.row);
    return place < 0 ? null : place;
  };

  joinChain: Engine['joinChain'] = async (at) => {
    const kept = this.kept(at);
    if (!kept.hasRow(at.row)) throw notFound(`Analytic ${at.analytic} (${at.reading}) has no row ${at.row}: it has ${kept.table.rowCount}.`);
    return joinChain(this.dataset(), kept, at.row);
  };

  findRow: Engine['findRow'] = async (reading, events) => {
    const { table } = this.dataset();
    const rows = events.map((ref) => table.rowAt(ref));
    const known = rows.filter((row) => row !== null);
    return known.length < rows.length ? null : this.kept(reading).findRow(known);
  };

  misses: Engine['misses'] = async (reading) => misses(this.kept(reading).explanation);

  funnelEvents: Engine['funnelEvents'] = async (request) => funnelPage(this.dataset(), this.kept(request).explanation, request);

  whyNot: Engine['whyNot'] = async (ref, reading) => {
    const open = this.dataset();
    const event = open.rowOf(ref);
    if (reading) return [{ ...reading, title: '', ...standingOf(open, this.kept(reading).explanation, event) }];
    return this.results ? this.results.standings(open, event) : [];
  };

  eventCount: Engine['eventCount'] = async (filter) => eventListOf(this.dataset()).count(filter);

  events: Engine['events'] = async (request) => eventListOf(this.dataset()).page(request);

  eventPlace: Engine['eventPlace'] = async (request) => eventListOf(this.dataset()).place(request);

  facets: Engine['facets'] = async (request) => facets(this.dataset(), request);

  eventFields: Engine['eventFields'] = async (filter) => fieldsFor(this.dataset(), filter);

  filterQuery: Engine['filterQuery'] = async (filter, columns) => filterQuery(this.dataset(), filter, columns);

  event: Engine['event'] = async (ref) => eventDetail(this.dataset(), this.dataset().rowOf(ref));

  sessions: Engine['sessions'] = async (filter) => {
    const open = this.dataset();
    return open.sessions.list(filter).map((session) => sessionSummary(open, this.hits(open), session));
  };

  session: Engine['session'] = async (key) => {
    const open = this.dataset();
    const session = open.sessions.session(key);
    if (!session) throw notFound(`This dataset has no session ${key.logonId} on ${key.host}.`);
    return sessionDetail(open, this.hits(open), session);
  };

  connections: Engine['connections'] = async (of) => connectionViews(this.dataset(), of);

  fileTrail: Engine['fileTrail'] = async (ref) => fileTrailView(this.dataset(), this.dataset().rowOf(ref));

  processTree: Engine['processTree'] = async (request) => processTreeView(this.dataset(), request);

  graph: Engine['graph'] = async (request) => graphView(this.dataset(), request);

  baseline: Engine['baseline'] = async (request) => baseline(this.dataset(), request);

  baselineTrail: Engine['baselineTrail'] = async (key) => baselineTrail(this.dataset(), key);

  knownRows: Engine['knownRows'] = async (request) => knownRows(this.dataset(), this.kept(request).table, request.keys);

  knownHits: Engine['knownHits'] = async (keys) => knownHits(this.dataset(), this.hunt().tables(), keys);

  timeline: Engine['timeline'] = async ({ hits, ...request }) =>
    timeline(this.dataset(), request, hits.map((reading) => ({ analytic: reading.analytic, result: this.kept(reading).table })));

  report: Engine['report'] = async () => {
    const open = this.dataset();
    if (!this.summary) throw noDataset();
    const report = this.reports.get(open) ?? tellReport(importReport(this.summary, open.table));
    this.reports.set(open, report);
    return report;
  };

  differenceCauses: Engine['differenceCauses'] = async (pair) => causesOf(this.hunt().result, pair, this.dataset().table);

  coverage: Engine['coverage'] = async (reading) => coverageOf(this.hunt().result, reading, this.dataset().table);

  hostsWithoutHit: Engine['hostsWithoutHit'] = async () => hostsWithoutHit(this.hunt().result, this.dataset().table);

  resultDigest: Engine['resultDigest'] = async () => resultDigest(this.hunt().result, this.dataset().table);

  groundTruth: Engine['groundTruth'] = async (keyText) => groundTruthView(keyText, this.hunt().result, this.dataset(), this.summary?.sha256 ?? null);

  confusionEvents: Engine['confusionEvents'] = async (keyText, reading) => confusionEvents(keyText, reading, this.hunt().result, this.dataset(), this.summary?.sha256 ?? null);

  exportHunt: Engine['exportHunt'] = async (request) => {
    if (!this.summary) throw noDataset();
    return exportHunt(request, this.hunt().result, this.summary, this.dataset().table);
  };

  translateReading: Engine['translateReading'] = async (request) => {
    const { table } = this.dataset();
    if (request.analytic === QUERY_ANALYTIC) return translateQuery(this.kept(request), request, table);
    const edited = readEditedAnalytic(request.analytic);
    return edited === null ? translateReading(request, this.hunt().result, table) : translateReading({ ...request, analytic: edited.id }, this.edits().results(edited.side).result, table);
  };

  exportRecords: Engine['exportRecords'] = async (request, part) => {
    if (part === 0) this.records = new RecordsExport(this.dataset(), request, request.of === 'events' ? null : this.kept(request.rows), this.summary?.name ?? '');
    if (!this.records) throw replaced();
    const written = this.records.part(part);
    if (written.isDone) this.records = null;
    return written;
  };

  packPreview: Engine['packPreview'] = async (analytic, beside = { noted: [], answerKey: null }) => packPreview(this.packSource(), analytic, beside);

  writePack: Engine['writePack'] = (request, step) => this.pack.step(step, () => writePack(this.packSource(), request));

  readPack: Engine['readPack'] = openPack;

  rowsDigests: Engine['rowsDigests'] = async () => rowsDigests(this.hunt().result, null);

  pseudonyms: Engine['pseudonyms'] = (choices, step) =>
    this.pseudonymPreview.step(step, () => previewPseudonyms(this.dataset().table, this.summary?.name ?? '', { text: this.huntText, result: this.hunt().result }, choices));

  pseudonymisedEvents: Engine['pseudonymisedEvents'] = (choices, step) => this.pseudonymEvents.step(step, () => pseudonymisedEvents(this.dataset().table, this.summary?.name ?? '', choices));

  close(): void {
    this.opening?.stop();
    this.current = null;
    this.summary = null;
    this.results = null;
    this.query = null;
    this.editing = null;
    this.records = null;
    for (const work of [this.pack, this.pseudonymPreview, this.pseudonymEvents]) work.forget();
  }

  private packSource(): PackSource {
    if (!this.summary) throw noDataset();
    const open = this.dataset();
    const session: PackSource['session'] = (key) => {
      const found = open.sessions.session(key);
      return found && sessionDetail(open, this.hits(open), found);
    };
    return { open, summary: this.summary, results: this.hunt(), session };
  }

  private hits(open: OpenTable): HitEvents {
    return this.results?.hitEvents(open) ?? noHits;
  }

  private dataset(): OpenTable {
    if (this.current) return this.current;
    throw noDataset();
  }

  /** @throws UserError 'not-found' */
  private kept(at: ReadingAddress): KeptResult {
    if (at.analytic === QUERY_ANALYTIC) {
      if (this.query?.kept && this.query.run.language === at.reading) return this.query.kept;
      throw notFound('No such query has been run on this dataset.');
    }
    const edited = readEditedAnalytic(at.analytic);
    if (edited === null) return this.hunt().kept(at);
    return this.edits().kept(edited.side, { analytic: edited.id, reading: at.reading });
  }

  /** @throws UserError 'not-found' */
  private edits(): HuntEditing {
    if (this.editing) return this.editing;
    throw notFound('No hunt is being edited on this dataset.');
  }

  /** @throws UserError 'not-found' */
  private hunt(): HuntResults {
    if (this.results) return this.results;
    throw notFound('No hunt has been run on this dataset.');
  }
}

function noDataset(): UserError {
  return new UserError({ code: 'no-dataset', message: 'No dataset is open.', advice: 'Open a dataset first.' });
}
