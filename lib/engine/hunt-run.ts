import type { AnalyticResult, HuntResult, ReadingResult } from '@/lib/hunts/hunt-result';
import { kindOfSection } from '@/lib/hunts/read-entries';
import type { Leg } from '@/lib/query/plan';
import type { Funnel, FunnelStep } from '@/lib/query/result-table';
import type { AnalyticRun, FunnelStepView, FunnelView, HuntRun, ReadingRun } from './engine';
import { legName } from './shown-legs';

/** A hunt's result as plain data, without its rows. */
export function huntRun({ document, analytics }: HuntResult): HuntRun {
  return {
    id: document.id,
    title: document.title,
    sections: document.sections.map(({ heading, markdown }) => ({ heading, markdown, holds: kindOfSection(heading) })),
    datasets: document.datasets.map(({ link }) => link),
    analytics: analytics.map(analyticRun),
    entries: document.entries,
    problems: document.problems,
  };
}

function analyticRun({ analytic, dataSources, readings, differences }: AnalyticResult): AnalyticRun {
  return {
    id: analytic.id,
    title: analytic.title,
    description: analytic.description,
    differencesNote: analytic.differencesNote,
    dataSources: dataSources.map(({ source, provider, relationship, eventId, events, hosts }) => ({ source, provider, relationship, eventId, events, hosts })),
    readings: readings.map(readingRun),
    differences,
  };
}

function readingRun({ kind, reading, tokens, verdict, reason, error, query, table, took }: ReadingResult): ReadingRun {
  return {
    kind,
    verdict,
    reason,
    code: reading.code,
    note: reading.note,
    tokens,
    error,
    columns: table?.columns ?? query?.columns.map(({ name }) => name) ?? [],
    rowCount: table?.rowCount ?? 0,
    shown: table?.shown ?? 0,
    warnings: table?.warnings ?? query?.warnings ?? [],
    funnel: table ? funnelView(table.funnel) : null,
    took,
  };
}

/** A query's funnel as plain data. */
export function funnelView({ legs, joins, after }: Funnel): FunnelView {
  return {
    legs: legs.map(({ leg, start, steps }) => ({ leg: legName(leg), start, steps: steps.map(stepView) })),
    joins: joins.map(({ text, leftLegs, rightLegs, leftRows, rightRows, pairs }) => ({
      text,
      left: legNames(leftLegs),
      right: legNames(rightLegs),
      leftRows,
      rightRows,
      pairs,
    })),
    after: after.map(stepView),
  };
}

function stepView({ text, left }: FunnelStep): FunnelStepView {
  return { text, left };
}

function legNames(legs: readonly Leg[]): string {
  return legs.map(legName).join(', ');
}
