import { isExpired } from '@/lib/base/baseline';
import { readBaseline } from '@/lib/base/baseline-file';
import type { HuntResult, ReadingResult } from '@/lib/hunts/hunt-result';
import { techniquesOf } from '@/lib/hunts/export/navigator-layer';
import type { ReportChain, ReportData, ReportReading, ReportSession, ReportStep } from '@/lib/packs/report-data';
import type { DatasetSummary } from './dataset-shapes';
import type { JoinChain, SessionDetail, SessionKey } from './engine';
import { funnelView } from './hunt-run';
import { joinChain } from './join-chain';
import { knownRows } from './known-rows';
import type { HuntResults } from './hunt-results';
import type { OpenTable } from './open-table';
import type { PackRequest } from './pack-shapes';

/** Of a reading; the rest is in the pack's rows. */
const SHOWN_ROWS = 50;
const SHOWN_EVENTS = 10;
const SHOWN_SESSION_EVENTS = 200;
const SHOWN_COUNTS = 50;
const NAMES = { sql: 'Published SQL', pandas: 'Published pandas', hardened: 'Hardened' } as const;

interface ReportSource {
  readonly open: OpenTable;
  readonly summary: DatasetSummary;
  readonly results: HuntResults;
  readonly session: (key: SessionKey) => SessionDetail | null;
  /** The line of an event among the pack's; 0 for one that it does not hold. */
  readonly lineOf: (member: number, line: number) => number;
}

/** What the report of a pack says of a hunt, or of one analytic of it. */
export function packReport(source: ReportSource, { analytic: only, hunt, app, link, told, baseline, pseudonyms }: PackRequest): ReportData {
  const { open, summary, results } = source;
  const { document, analytics: all } = results.result;
  const analytics = all.filter(({ analytic }) => only === null || analytic.id === only);
  const chains = new Map<ReadingResult, JoinChain>();
  for (const { analytic, readings } of analytics) {
    for (const reading of readings) {
      if (reading.table && reading.table.rowCount > 0) chains.set(reading, joinChain(open, results.kept({ analytic: analytic.id, reading: reading.kind }), 0));
    }
  }
  const key = [...chains.values()].flatMap(({ sessions }) => sessions).at(0);
  const session = key ? source.session(key) : null;
  const marks = baseline === null ? null : readBaseline(baseline);
  const standing = marks?.ok ? marks.value.marks.filter((mark) => !isExpired(mark, Date.now())) : [];
  const readingOf = (reading: ReadingResult): ReportReading =>
    readingReport(reading, chainReport(chains.get(reading), source), reading.table === null ? [] : knownRows(open, reading.table, standing));
  return {
    title: document.title,
    techniques: techniquesOf(document),
    app,
    // Without a dataset it leads nowhere.
    link: pseudonyms ? '' : link,
    facts: [
      { name: 'Dataset', value: summary.name },
      pseudonyms ? { name: 'Names', value: 'Replaced by pseudonyms. Which dataset it is of is left out, with its SHA-256.' } : { name: 'SHA-256', value: summary.sha256 ?? 'not known' },
      { name: 'Events', value: summary.events.toLocaleString('en') },
      { name: 'Time', value: summary.time === null ? 'no event has a readable time' : `${summary.time.first} to ${summary.time.last}, by ${summary.time.field}` },
      { name: 'Hunt', value: hunt.name },
      { name: 'SHA-256 of the hunt', value: hunt.sha256 ?? 'not known' },
    ],
    analytics: analytics.map(({ analytic, readings }) => ({ id: analytic.id, title: analytic.title, description: analytic.description, readings: readings.map(readingOf) })),
    session: session && sessionReport(session),
    environment: { hosts: summary.hosts.slice(0, SHOWN_COUNTS), channels: summary.channels.slice(0, SHOWN_COUNTS) },
    unknown: unknownOf(analytics, summary, session),
    notes: told,
  };
}

function readingReport({ kind, verdict, reason, reading, table }: ReadingResult, chain: ReportChain | null, known: readonly number[]): ReportReading {
  const count = table?.rowCount ?? 0;
  const words = { hits: count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`, 'no-hit': 'No hit', 'cannot-know': 'Cannot know', error: 'Could not run' } as const;
  return {
    name: NAMES[kind],
    verdict: reason === null ? words[verdict] : `${words[verdict]}. ${reason}`,
    code: reading.code,
    columns: table?.columns ?? [],
    rows: table ? Array.from({ length: Math.min(count, SHOWN_ROWS) }, (_, row) => table.columns.map((_name, column) => table.cell(row, column))) : [],
    rowCount: count,
    known,
    funnel: table ? funnelSteps(table.funnel) : [],
    chain,
  };
}

function funnelSteps(funnel: Parameters<typeof funnelView>[0]): readonly ReportStep[] {
  const { legs, joins, after } = funnelView(funnel);
  return [
    ...legs.flatMap(({ leg, start, steps }) => [{ leg, text: 'All events', left: start }, ...steps.map(({ text, left }) => ({ leg, text, left }))]),
    ...joins.map(({ text, left, right, pairs }) => ({ leg: `${left} × ${right}`, text, left: pairs })),
    ...after.map(({ text, left }) => ({ leg: null, text, left })),
  ];
}

function chainReport(chain: JoinChain | undefined, { lineOf }: ReportSource): ReportChain | null {
  if (chain === undefined) return null;
  const legs = chain.legs.map(({ leg, events, eventCount, matchedOn, conditions }) => ({
    leg,
    eventCount,
    events: events.slice(0, SHOWN_EVENTS).map(({ time, host, gist, ref }) => ({ time, host, gist, line: lineOf(ref.member, ref.line) })),
    matchedOn,
    conditions,
  }));
  return { legs, between: chain.between };
}

function sessionReport({ account, domain, host, logonId, logonType, sourceAddress, timeline, events }: SessionDetail): ReportSession {
  const shown = timeline.slice(0, SHOWN_SESSION_EVENTS);
  const who = [domain, account].filter((text) => text !== null).join('\\') || 'An account that no event names';
  return {
    name: [`${who} on ${host}`, `logon ID ${logonId}`, logonType, sourceAddress === null ? null : `from ${sourceAddress}`].filter((text) => text !== null).join(', '),
    events: shown.map(({ time, millis, role, note, hits }) => ({ time, millis, role, note, hits })),
    more: Math.max(0, events - shown.length),
  };
}

function unknownOf(analytics: HuntResult['analytics'], summary: DatasetSummary, session: SessionDetail | null): readonly string[] {
  const sentences = [
    ...analytics.flatMap(({ analytic, dataSources }) => dataSources.filter(({ events }) => events === 0).map(({ provider, eventId }) => `Analytic ${analytic.id} needs ${provider} ${eventId}, and the dataset has no such event.`)),
    ...analytics.flatMap(({ analytic, readings }) => readings.filter(({ verdict }) => verdict === 'cannot-know' || verdict === 'error').map(({ kind, reason }) => `Analytic ${analytic.id}, ${NAMES[kind]}: ${reason ?? 'it could not run.'}`)),
    ...(summary.skippedLines > 0 ? [`${summary.skippedLines.toLocaleString('en')} lines of the dataset could not be read.`] : []),
    ...(session !== null && session.logon === null ? ['The dataset does not tell how the session began.'] : []),
    ...(session !== null && session.logoff === null ? ['The dataset does not tell when the session ended.'] : []),
    'The pack holds the events of its events file and no others, so what else happened can only be asked of the dataset itself.',
  ];
  return [...new Set(sentences)];
}
