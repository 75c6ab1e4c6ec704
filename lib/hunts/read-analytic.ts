import { fencedCode } from './code-fence';
import { markdownOf, type OutlinePart } from './document-outline';
import type { Analytic, DataSource, HuntProblem, Reading, ReadingKind } from './hunt-document';
import { tableRows, type MarkdownBlock } from './markdown-blocks';

const ANALYTIC_HEADING = /^analytic\s+([ivxlc]+|\d+)\b[\s:.–—-]*(.*)$/i;

const READING_HEADINGS: ReadonlyMap<string, ReadingKind> = new Map([
  ['logic', 'sql'],
  ['pandas query', 'pandas'],
  ['hardened', 'hardened'],
]);

export function isAnalyticHeading(heading: string): boolean {
  return ANALYTIC_HEADING.test(heading);
}

/** Reads "Analytic II: words" and all below it. */
export function readAnalytic(part: OutlinePart, source: string, problems: HuntProblem[]): Analytic {
  const [, id, title] = ANALYTIC_HEADING.exec(part.heading) ?? ['', part.heading, ''];
  const isTable = (block: MarkdownBlock) => block.node.type === 'table';
  const readings: Reading[] = [];
  let differencesNote = '';
  for (const below of part.parts) {
    const name = below.heading.toLowerCase();
    const kind = READING_HEADINGS.get(name);
    if (kind !== undefined) {
      if (readings.some((reading) => reading.kind === kind)) {
        problems.push({ line: below.line, message: `Analytic ${id} has "${below.heading}" twice; the first is used.` });
        continue;
      }
      const reading = readReading(kind, below, source);
      if (reading === null) problems.push({ line: below.line, message: `"${below.heading}" of analytic ${id} holds no code.` });
      else readings.push(reading);
    } else if (name === 'why the readings differ') {
      differencesNote = markdownOf(below.blocks, source);
    } else {
      problems.push({ line: below.line, message: `"${below.heading}" is no known part of an analytic; it is left out.` });
    }
  }
  if (readings.length === 0) problems.push({ line: part.line, message: `Analytic ${id} has no logic to run.` });
  return {
    id: id.toUpperCase(),
    title: title.trim() === '' ? `Analytic ${id.toUpperCase()}` : title.trim(),
    description: markdownOf(
      part.blocks.filter((block) => !isTable(block)),
      source,
    ),
    dataSources: part.blocks.filter(isTable).flatMap((block) => readDataSources(block, problems)),
    readings,
    differencesNote,
    line: part.line,
  };
}

/** All code under the heading is one program: later cells use names of earlier ones. */
function readReading(kind: ReadingKind, part: OutlinePart, source: string): Reading | null {
  const codes = part.blocks
    .flatMap((block) => (block.node.type === 'code' ? [fencedCode(block.node)] : []))
    .filter((code) => code !== null);
  if (codes.length === 0) return null;
  return {
    kind,
    code: codes.map((code) => code.text).join('\n\n'),
    line: codes[0].line,
    note: markdownOf(
      part.blocks.filter((block) => block.node.type !== 'code'),
      source,
    ),
  };
}

function readDataSources(block: MarkdownBlock, problems: HuntProblem[]): DataSource[] {
  if (block.node.type !== 'table') return [];
  const { header, rows } = tableRows(block.node);
  const column = {
    source: header.indexOf('data source'),
    provider: header.indexOf('event provider'),
    relationship: header.indexOf('relationship'),
    event: header.indexOf('event'),
  };
  if (column.provider < 0 || column.event < 0) {
    problems.push({ line: block.line, message: 'A table of data sources needs the columns "Event Provider" and "Event".' });
    return [];
  }
  return rows.map(({ cells, line }) => ({
    source: cells[column.source] ?? '',
    provider: cells[column.provider] ?? '',
    relationship: cells[column.relationship] ?? '',
    eventId: cells[column.event] ?? '',
    line,
  }));
}
