import type { DataSource, LineProblem } from './hunt-document';
import { tableRows, type MarkdownBlock } from './markdown-blocks';

const COLUMNS = {
  source: ['data source', 'data sources', 'source', 'data component'],
  provider: ['event provider', 'provider', 'event log', 'log', 'channel', 'log provider'],
  relationship: ['relationship', 'relation', 'description'],
  event: ['event', 'event id', 'eventid', 'events', 'event ids'],
} as const;

/** A table that names providers or events; others belong to the words. */
export function isDataSourceTable(block: MarkdownBlock): boolean {
  if (block.node.type !== 'table') return false;
  const { header } = tableRows(block.node, block.linesBefore);
  return column(header, 'provider') >= 0 || column(header, 'event') >= 0;
}

/** Each row names an event type; one with several event IDs ("4656, 4663") names as many. */
export function readDataSources(block: MarkdownBlock, problems: LineProblem[]): DataSource[] {
  if (block.node.type !== 'table') return [];
  const { header, rows } = tableRows(block.node, block.linesBefore);
  const [source, provider, relationship, event] = (['source', 'provider', 'relationship', 'event'] as const).map((name) => column(header, name));
  if (provider < 0 || event < 0) {
    problems.push({ line: block.line, message: 'A table of data sources needs the columns "Event Provider" and "Event".' });
    return [];
  }
  return rows.flatMap(({ cells, line }) =>
    eventIds(cells[event] ?? '').map((eventId) => ({
      source: cells[source] ?? '',
      provider: cells[provider] ?? '',
      relationship: cells[relationship] ?? '',
      eventId,
      line,
    })),
  );
}

function column(header: readonly string[], name: keyof typeof COLUMNS): number {
  const names: readonly string[] = COLUMNS[name];
  return header.findIndex((cell) => names.includes(cell));
}

function eventIds(cell: string): readonly string[] {
  const ids = cell.split(/\s*(?:[,;/]|\bor\b|\band\b)\s*/i);
  return ids.every((id) => /^\d+$/.test(id)) ? ids : [cell];
}
