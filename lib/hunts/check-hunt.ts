import { assertNever } from '@/lib/base/assert-never';
import type { Span } from '@/lib/base/span';
import { unusedNames } from '@/lib/query/pandas/unused-names';
import type { Condition, Plan } from '@/lib/query/plan';
import { codePlaces, documentLines, lineAt, type DocumentLines } from './code-places';
import { eventIdsOf, neededLegs } from './event-needs';
import type { AnalyticResult, HuntResult, ReadingResult } from './hunt-result';
import { unusedLegs } from './unused-legs';

/** What is to be said of a hunt document, at its place. */
export interface HuntCheck {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** Of the document's Markdown. */
  readonly span: Span;
  /** From 1. */
  readonly line: number;
}

interface Note {
  readonly severity?: HuntCheck['severity'];
  readonly message: string;
  /** Of a reading's code; null for the whole of it. */
  readonly span: Span | null;
}

/**
 * Everything that can be told of a hunt document over a dataset without looking at its rows, in the order of its lines: what could not be read,
 * what keeps a reading from running, fields that no event has, names that could mean several, tables and variables that nothing
 * uses, and event types that only the logic or only the table of data sources names.
 */
export function checkHunt({ document, analytics }: HuntResult): readonly HuntCheck[] {
  const lines = documentLines(document.markdown);
  const checks = [
    ...document.problems.map(({ line, message }) => onLine(lines, line, message)),
    ...analytics.flatMap((analytic) => [...sourceChecks(analytic, lines), ...analytic.readings.flatMap((reading) => readingChecks(reading, lines))]),
  ];
  return checks.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function readingChecks({ kind, reading, error, query }: ReadingResult, lines: DocumentLines): HuntCheck[] {
  const notes: Note[] = [
    ...(error ? [{ severity: 'error' as const, ...error }] : []),
    ...(query ? [...query.warnings, ...unusedLegs(query)] : []),
    ...(kind === 'pandas' ? unusedNames(reading.code).map(({ name, span }) => ({ message: `The variable ${name} is given a value here that nothing reads.`, span })) : []),
  ];
  return notes.map((note) => inCode(lines, reading, note));
}

/** The table of data sources says what the analytic needs; the logic says it again. */
function sourceChecks({ analytic, readings }: AnalyticResult, lines: DocumentLines): HuntCheck[] {
  const { id, dataSources, line } = analytic;
  if (dataSources.length === 0) {
    if (readings.length === 0) return [];
    return [onLine(lines, line, `Analytic ${id} has no table of data sources, so nobody is told which events to record.`, 'warning')];
  }
  const asked = readings.map(({ query }) => (query ? askedIds(query.plan) : []));
  const isTold = readings.length > 0 && readings.every(({ query }) => query !== null && asksForIds(query.plan));
  const known = new Set(asked.flat().flatMap(({ ids }) => ids));
  const named = new Set(dataSources.flatMap(({ eventId }) => eventId.match(/\d+/g) ?? []));
  const unasked = dataSources.filter(({ eventId }) => isTold && /^\d+$/.test(eventId.trim()) && !known.has(eventId.trim()));
  return [
    ...unasked.map((source) => onLine(lines, source.line, `No reading of analytic ${id} asks for event ${source.eventId}, which its table of data sources names.`, 'warning')),
    ...readings.flatMap(({ reading }, place) =>
      asked[place].flatMap(({ ids, span }) => {
        const unnamed = ids.filter((eventId) => !named.has(eventId));
        return unnamed.length === 0 ? [] : [inCode(lines, reading, { message: `The table of data sources of analytic ${id} does not name event ${unnamed.join(', ')}.`, span })];
      }),
    ),
  ];
}

/** Whether every leg that the plan cannot do without asks for event IDs; where one does not, any event may be meant. */
function asksForIds(plan: Plan): boolean {
  const legs = neededLegs(plan);
  return legs.length > 0 && legs.every(({ eventIds }) => eventIds !== null);
}

function askedIds(plan: Plan): { readonly ids: readonly string[]; readonly span: Span }[] {
  return conditionsOf(plan).flatMap(({ expr, span }) => {
    const ids = eventIdsOf(expr);
    return ids === null ? [] : [{ ids, span }];
  });
}

function conditionsOf(plan: Plan): readonly Condition[] {
  switch (plan.kind) {
    case 'scan':
      return [];
    case 'filter':
      return [...conditionsOf(plan.input), ...plan.conditions];
    case 'join':
      return [...conditionsOf(plan.left), ...conditionsOf(plan.right), ...plan.residual];
    case 'union':
      return plan.inputs.flatMap(conditionsOf);
    case 'distinct':
    case 'aggregate':
    case 'sort':
    case 'limit':
      return conditionsOf(plan.input);
    default:
      return assertNever(plan);
  }
}

function inCode(lines: DocumentLines, reading: ReadingResult['reading'], { severity = 'warning', message, span }: Note): HuntCheck {
  if (span === null) return onLine(lines, reading.line, message, severity);
  const placeOf = codePlaces(lines, reading);
  const start = placeOf(span.start);
  // The end is behind the last character, which may be the last of its line.
  const end = span.end > span.start ? placeOf(span.end - 1) + 1 : start;
  return { severity, message, span: { start, end }, line: lineAt(lines, start) };
}

function onLine({ texts, starts }: DocumentLines, line: number, message: string, severity: HuntCheck['severity'] = 'error'): HuntCheck {
  const at = Math.max(0, Math.min(line, texts.length) - 1);
  return { severity, message, span: { start: starts[at], end: starts[at] + texts[at].length }, line: at + 1 };
}
