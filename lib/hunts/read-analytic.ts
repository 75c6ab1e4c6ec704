import { analyticHeading, readingHeading, romanNumeral } from './analytic-headings';
import { fencedCode, isCodeCell, type FencedCode } from './code-fence';
import { isDataSourceTable, readDataSources } from './data-source-table';
import { markdownOf, type OutlinePart } from './document-outline';
import type { Analytic, LineProblem, Reading, ReadingKind } from './hunt-document';
import { looseCode, runnable, sqlInPython } from './loose-code';
import type { MarkdownBlock } from './markdown-blocks';

/** In this order, whatever order the document has them in. */
const READINGS: readonly ReadingKind[] = ['sql', 'pandas', 'hardened'];

/** Reads "Analytic II: words" and all below it. `taken`: the ids of those before it. */
export function readAnalytic(part: OutlinePart, source: string, taken: readonly string[], problems: LineProblem[]): Analytic {
  const { id, title } = named(part, taken, problems);
  const readings: Reading[] = [];
  let differencesNote = '';
  for (const below of part.parts) {
    const kind = readingHeading(below.heading);
    if (kind !== null) {
      if (readings.some((reading) => reading.kind === kind)) {
        problems.push({ line: below.line, message: `Analytic ${id} has "${below.heading}" twice; the first is used.` });
        continue;
      }
      const reading = readReading(kind, below, source, problems);
      if (reading === null) problems.push({ line: below.line, message: `"${below.heading}" of analytic ${id} holds no code.` });
      else readings.push(reading);
    } else if (below.heading.toLowerCase() === 'why the readings differ') {
      differencesNote = markdownOf(below.blocks, source);
    } else {
      problems.push({ line: below.line, message: `"${below.heading}" is no known part of an analytic; it is left out.` });
    }
  }
  const isLoose = (block: MarkdownBlock) => looseCode(block) !== null;
  readings.push(...looseReadings(part.blocks, readings, problems));
  if (readings.length === 0) problems.push({ line: part.line, message: `Analytic ${id} has no logic to run.` });
  return {
    id,
    title: title === '' ? `Analytic ${id}` : title,
    description: markdownOf(
      part.blocks.filter((block) => !isDataSourceTable(block) && !isLoose(block)),
      source,
    ),
    dataSources: part.blocks.filter(isDataSourceTable).flatMap((block) => readDataSources(block, problems)),
    readings: READINGS.flatMap((kind) => readings.filter((reading) => reading.kind === kind)),
    differencesNote,
    line: part.line,
  };
}

/** The number of its heading, or its place where that has none; one that comes again is told apart. */
function named({ heading, line }: OutlinePart, taken: readonly string[], problems: LineProblem[]): { readonly id: string; readonly title: string } {
  const { number, title } = analyticHeading(heading) ?? { number: null, title: heading };
  let id = number ?? romanNumeral(taken.length + 1);
  if (taken.includes(id)) {
    const first = id;
    for (let again = 2; taken.includes(id); again++) id = `${first}-${again}`;
    problems.push({ line, message: `There are two analytics "${first}"; this one is called "${id}" here.` });
  }
  return { id, title };
}

function readReading(kind: ReadingKind, part: OutlinePart, source: string, problems: LineProblem[]): Reading | null {
  const codes = allBlocks(part).flatMap((block) => readableCode(kind, block));
  if (codes.length === 0) return null;
  const note = markdownOf(part.blocks.filter(({ node }) => node.type !== 'code'), source);
  return { ...program(kind, codes, problems), note };
}

function readableCode(kind: ReadingKind, block: MarkdownBlock): FencedCode[] {
  const code = fencedCode(block);
  if (code === null) return [];
  const sql = kind === 'pandas' || !isCodeCell(block) ? null : sqlInPython(code);
  return [sql ?? code];
}

/** Of each kind that no heading names: one program of all the code that is of it. */
function looseReadings(blocks: readonly MarkdownBlock[], known: readonly Reading[], problems: LineProblem[]): Reading[] {
  const kinds = (['sql', 'pandas'] as const).filter((kind) => !known.some((reading) => reading.kind === kind));
  const codes = blocks.map(looseCode).filter((code) => code !== null);
  return kinds.flatMap((kind) => {
    const ofKind = codes.filter((code) => code.kind === kind);
    return ofKind.length === 0 ? [] : [{ ...program(kind, ofKind, problems), note: '' }];
  });
}

/** Python's cells are one program: later ones use names of earlier ones. A query ends with its block. */
function program(kind: ReadingKind, codes: readonly FencedCode[], problems: LineProblem[]): Pick<Reading, 'kind' | 'code' | 'line'> {
  const { line } = codes[0];
  if (kind === 'pandas') return { kind, code: runnable(codes.map(({ text }) => text).join('\n\n')), line };
  if (codes.length > 1) problems.push({ line: codes[1].line, message: 'A reading is one query, and this is a further one; it is left out.' });
  return { kind, code: codes[0].text, line };
}

function allBlocks(part: OutlinePart): readonly MarkdownBlock[] {
  return [...part.blocks, ...part.parts.flatMap(allBlocks)];
}
