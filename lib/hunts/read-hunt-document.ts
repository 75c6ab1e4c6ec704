import { UserError } from '@/lib/base/user-error';
import { isCodeCell } from './code-fence';
import { markdownOf, outline, type OutlinePart } from './document-outline';
import { readFrontMatter } from './front-matter';
import type { Analytic, DatasetLink, HuntDocument, HuntProblem, HuntSection } from './hunt-document';
import { readBlocks, tableRows } from './markdown-blocks';
import { isAnalyticHeading, readAnalytic } from './read-analytic';

/**
 * Reads a hunt document: MyST Markdown as ThreatHunter-Playbook publishes its notebooks, and ours with front matter and a
 * "Hardened" reading. What cannot be read is listed in `problems` with its line; the rest is kept.
 * @throws UserError 'unreadable-hunt' where no analytic is in it.
 */
export function readHuntDocument(markdown: string): HuntDocument {
  const problems: HuntProblem[] = [];
  const root = outline(readBlocks(markdown));
  const yaml = root.blocks.find((block) => block.node.type === 'yaml');
  const front = readFrontMatter(yaml?.node.type === 'yaml' ? yaml.node.value : '', yaml?.line ?? 1, problems);
  const titled = root.parts.find((part) => part.depth === 1);
  const title = titled?.heading ?? front.title ?? '';
  if (title === '') problems.push({ line: 1, message: 'The document has no title.' });

  const sections: HuntSection[] = [];
  const datasets: DatasetLink[] = [];
  const analytics: Analytic[] = [];
  const visit = (part: OutlinePart): void => {
    if (isAnalyticHeading(part.heading)) {
      const analytic = readAnalytic(part, markdown, problems);
      if (analytics.some((other) => other.id === analytic.id))
        problems.push({ line: part.line, message: `There are two analytics "${analytic.id}"; the first is used.` });
      else analytics.push(analytic);
      return;
    }
    if (part.depth > 1) {
      const text = sectionText(part, markdown);
      if (text !== '') sections.push({ heading: part.heading, markdown: text, line: part.line });
      datasets.push(...datasetLinks(part));
    }
    for (const below of part.parts) if (part.depth < 2 || isAnalyticHeading(below.heading)) visit(below);
  };
  visit(root);

  if (analytics.length === 0) {
    throw new UserError({
      code: 'unreadable-hunt',
      message: 'No analytic was found in this hunt document.',
      advice: 'A hunt document holds headings such as "Analytic I" with a "Logic" or "Pandas Query" block below each.',
    });
  }
  return {
    id: front.id ?? slug(title),
    title,
    version: front.version,
    techniques: front.techniques,
    license: front.license,
    sections,
    datasets,
    analytics,
    problems: problems.sort((a, b) => a.line - b.line),
  };
}

/** A section's prose with its sub-sections, but those that only hold code cells (how to fetch the dataset in Python). */
function sectionText(part: OutlinePart, source: string): string {
  const below = part.parts
    .filter(
      (child) => !isAnalyticHeading(child.heading) && !child.blocks.every((block) => block.node.type === 'code' && isCodeCell(block.node)),
    )
    .map((child) => `${'#'.repeat(child.depth)} ${child.heading}\n\n${sectionText(child, source)}`);
  return [markdownOf(part.blocks, source), ...below].filter((text) => text !== '').join('\n\n');
}

/** Each "Metadata | Value" table of a section names one dataset. */
function datasetLinks(part: OutlinePart): DatasetLink[] {
  const links: DatasetLink[] = [];
  for (const { node } of part.blocks) {
    if (node.type !== 'table') continue;
    const { header, rows } = tableRows(node);
    if (header[0] !== 'metadata') continue;
    const value = (key: string) => rows.find(({ cells }) => cells[0]?.toLowerCase() === key);
    const link = value('link');
    if (link?.cells[1])
      links.push({ title: value('title')?.cells[1] ?? null, link: link.cells[1], docs: value('docs')?.cells[1] ?? null, line: link.line });
  }
  return links;
}

function slug(title: string): string {
  return (
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'hunt'
  );
}
