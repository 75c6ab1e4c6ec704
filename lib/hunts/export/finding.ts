import type { RowId } from '@/lib/base/row-id';
import type { EventTable } from '@/lib/events/event-table';
import type { AnalyticResult, HuntResult, ReadingResult } from '@/lib/hunts/hunt-result';
import type { ResultTable } from '@/lib/query/result-table';
import { codeFenceOf, markdownCode, markdownText } from './markdown-text';
import { techniquesOf, type FoundIn } from './navigator-layer';

/** Of a reading; the others are counted. */
const SHOWN_ROWS = 20;
/** Of a row and leg. */
const SHOWN_EVENTS = 5;

const NAMES = { sql: 'Published SQL', pandas: 'Published pandas', hardened: 'Hardened' } as const;

export interface FindingDataset extends FoundIn {
  readonly events: number;
  readonly skippedLines: number;
  readonly hosts: readonly { readonly value: string }[];
  readonly time: { readonly first: string; readonly last: string } | null;
}

/** What a hunt found, or one analytic of it, for a report: GitHub's Markdown. Rows come with the places of their events, so that they can be checked. */
export function finding({ document, analytics }: HuntResult, analyticId: string | null, dataset: FindingDataset, table: EventTable): string {
  const chosen = analytics.filter(({ analytic }) => analyticId === null || analytic.id === analyticId);
  const techniques = techniquesOf(document);
  const facts = [
    ['Dataset', markdownCode(dataset.name)],
    ['SHA-256', dataset.sha256 === null ? 'not known' : markdownCode(dataset.sha256)],
    ['Events', `${dataset.events.toLocaleString('en')} on ${dataset.hosts.length === 1 ? '1 host' : `${dataset.hosts.length} hosts`}${dataset.skippedLines > 0 ? `; ${dataset.skippedLines === 1 ? '1 line' : `${dataset.skippedLines.toLocaleString('en')} lines`} could not be read` : ''}`],
    ['Time', dataset.time === null ? 'no event has a readable time' : `${markdownCode(dataset.time.first)} to ${markdownCode(dataset.time.last)}`],
    ...(techniques.length > 0 ? [['ATT&amp;CK', techniques.join(', ')]] : []),
  ];
  return [
    `# Finding: ${markdownText(document.title)}`,
    facts.map(([name, value]) => `- ${name}: ${value}`).join('\n'),
    ...chosen.flatMap((of) => analyticParts(of, table)),
    'Made by Huntbook.\n',
  ].join('\n\n');
}

function analyticParts({ analytic, readings, dataSources }: AnalyticResult, table: EventTable): string[] {
  const missing = dataSources.filter(({ events }) => events === 0);
  const heading = analytic.title === `Analytic ${analytic.id}` ? analytic.title : `Analytic ${analytic.id}: ${analytic.title}`;
  return [
    `## ${markdownText(heading)}`,
    ...(analytic.description === '' ? [] : [analytic.description]),
    ...(missing.length === 0 ? [] : [`Not in the dataset: ${missing.map(({ provider, eventId }) => markdownText(`${provider} ${eventId}`)).join(', ')}.`]),
    ...readings.flatMap((reading) => readingParts(reading, table)),
  ];
}

function readingParts({ kind, verdict, reason, reading, table: rows }: ReadingResult, table: EventTable): string[] {
  const said =
    verdict === 'hits' ? (rows?.rowCount === 1 ? '1 row' : `${(rows?.rowCount ?? 0).toLocaleString('en')} rows`)
    : verdict === 'no-hit' ? 'No hit: every event type that it needs is in the dataset.'
    : verdict === 'cannot-know' ? `Cannot know. ${markdownText(reason ?? '')}`
    : `Could not run. ${markdownText(reason ?? '')}`;
  return [`### ${NAMES[kind]}`, said.trim(), ...(rows !== null && rows.rowCount > 0 ? [rowsTable(rows, table)] : []), codeFenceOf(reading.code, kind === 'pandas' ? 'python' : 'sql')];
}

function rowsTable(rows: ResultTable, table: EventTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const places = (events: readonly RowId[]) => [
    ...events.slice(0, SHOWN_EVENTS).map((row) => markdownCode(placeOf(table, row))),
    ...(events.length > SHOWN_EVENTS ? [`and ${(events.length - SHOWN_EVENTS).toLocaleString('en')} more`] : []),
  ];
  const shown = Array.from({ length: Math.min(rows.rowCount, SHOWN_ROWS) }, (_, row) =>
    line([...rows.columns.map((_name, column) => cellText(rows.cell(row, column))), rows.lineage(row).flatMap(({ events }) => places(events)).join(', ')]),
  );
  const more = rows.rowCount - shown.length;
  return [line([...rows.columns.map(markdownText), 'Source events']), line([...rows.columns, ''].map(() => '---')), ...shown].join('\n') + (more > 0 ? `\n\n${more.toLocaleString('en')} more rows are not shown.` : '');
}

function cellText(cell: string | null): string {
  return cell === null ? '' : markdownCode(cell);
}

/** "day1.json:17" */
function placeOf(table: EventTable, row: RowId): string {
  const { member, line } = table.source(row);
  return `${table.members[member].name}:${line}`;
}
