import { UserError } from '@/lib/base/user-error';
import { analyticHeading } from './analytic-headings';
import { fencedCode, isCodeCell } from './code-fence';
import { datasetLinks, datasetsInCode } from './dataset-links';
import { markdownOf, outline, type OutlinePart } from './document-outline';
import { readFrontMatter } from './front-matter';
import type { Analytic, DatasetLink, HuntDocument, HuntProblem, HuntSection, LineProblem } from './hunt-document';
import { readEntries } from './read-entries';
import { huntSource } from './hunt-source';
import { isSetup } from './loose-code';
import type { MarkdownBlock } from './markdown-blocks';
import { readAnalytic } from './read-analytic';

/**
 * Reads a hunt document: MyST Markdown or a Jupyter notebook, as ThreatHunter-Playbook publishes its hunts, and ours with front matter
 * and a "Hardened" reading. What cannot be read is listed in `problems` with its place; the rest is kept. `name`: of its file, '' where
 * there is none.
 * @throws UserError 'unreadable-hunt' for anything else, and where no analytic is in it.
 */
export function readHuntDocument(text: string, name = ''): HuntDocument {
  const source = huntSource(text.replace(/^\ufeff/, ''), name);
  const { markdown } = source;
  const problems: LineProblem[] = [];
  const root = outline(source.blocks);
  const yaml = root.blocks.find((block) => block.node.type === 'yaml');
  const front = readFrontMatter(yaml?.node.type === 'yaml' ? yaml.node.value : '', yaml?.line ?? 1, problems);
  const titled = root.parts.find((part) => part.depth === 1 && analyticHeading(part.heading) === null);
  const title = titled?.heading || front.title || name.replace(/\.\w+$/, '');
  if (!titled && front.title === null) problems.push({ line: 1, message: 'The document has no title.' });

  const sections: HuntSection[] = [];
  const datasets: DatasetLink[] = [];
  const analytics: Analytic[] = [];
  const visit = (part: OutlinePart): void => {
    if (analyticHeading(part.heading)) {
      analytics.push(readAnalytic(part, markdown, analytics.map(({ id }) => id), problems));
      return;
    }
    if (part.depth > 1) {
      const words = sectionText(part, markdown);
      if (words !== '') sections.push({ heading: part.heading, markdown: words, line: part.line });
      datasets.push(...datasetLinks(part));
    }
    for (const below of part.parts) if (part.depth < 2 || analyticHeading(below.heading)) visit(below);
  };
  visit(root);

  if (analytics.length === 0) {
    throw new UserError({
      code: 'unreadable-hunt',
      message: `No analytic was found in ${name === '' ? 'this hunt document' : name}.`,
      advice: 'A hunt document holds headings such as "Analytic I" with a "Logic" or "Pandas Query" block below each.',
    });
  }
  return {
    markdown,
    id: front.id ?? slug(title),
    title,
    version: front.version,
    techniques: front.techniques,
    license: front.license,
    sections,
    datasets: datasets.length > 0 ? datasets : datasetsInCode(source.blocks),
    analytics,
    entries: readEntries(source.blocks),
    problems: inOrder([...source.unread, ...problems.map(({ line, message }) => ({ ...source.placeOf(line), message }))]),
  };
}

/** A section's prose with its sub-sections, without the cells that fetch and read the dataset in Python. */
function sectionText(part: OutlinePart, source: string): string {
  const below = part.parts.flatMap((child) => {
    const text = analyticHeading(child.heading) ? '' : sectionText(child, source);
    return text === '' ? [] : [`${'#'.repeat(child.depth)} ${child.heading}\n\n${text}`];
  });
  const isSetupPart = SETUP_HEADING.test(part.heading);
  const words = part.blocks.filter((block) => !(isSetupPart ? isCodeCell(block) : isSetupCell(block)));
  return [markdownOf(words, source), ...below].filter((text) => text !== '').join('\n\n');
}

/** "Download Dataset", "Read the dataset", "Initialize Analytics Engine" */
const SETUP_HEADING = /\b(?:download|read|load|process|initiali[sz]e)\b.*\b(?:data\s*sets?|data|engine)\b/i;

function isSetupCell(block: MarkdownBlock): boolean {
  return isCodeCell(block) && isSetup(fencedCode(block)?.text ?? '');
}

function inOrder(problems: readonly HuntProblem[]): HuntProblem[] {
  return [...problems].sort((a, b) => (a.cell ?? 0) - (b.cell ?? 0) || a.line - b.line);
}

function slug(title: string): string {
  return (
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'hunt'
  );
}
