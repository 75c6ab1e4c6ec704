import { parse } from 'yaml';
import { markdownOf, outline, type OutlinePart } from './document-outline';
import type { LineProblem } from './hunt-document';
import { huntSource } from './hunt-source';
import type { Lesson, LessonDataset, LessonStep, LessonWords } from './lesson-document';
import { readLessonAnswer, readLessonReveal } from './lesson-blocks';
import { tableRows } from './markdown-blocks';

/** Whether a document is a lesson: its front matter names one. */
export function isLessonText(head: string): boolean {
  const front = /^\ufeff?---[ \t]*\r?\n([^]*?)\r?\n---/.exec(head)?.[1];
  return front !== undefined && /^lesson:/m.test(front);
}

/**
 * Reads a lesson: front matter with `lesson` (its id) and `hunt`, a table of datasets under "## Datasets", and a step under each other
 * heading of that depth, with "### Question", "### Reveal" and "### Explanation". What cannot be read is listed with its line; a step that
 * lacks something is left out. @throws UserError 'unreadable-hunt' for what is no document at all
 */
export function readLesson(text: string, name = ''): Lesson {
  const { markdown, blocks } = huntSource(text.replace(/^\ufeff/, ''), name);
  const problems: LineProblem[] = [];
  const root = outline(blocks);
  const yaml = root.blocks.find(({ node }) => node.type === 'yaml');
  const front = frontMatter(yaml?.node.type === 'yaml' ? yaml.node.value : '', problems);
  const titled = root.parts.find(({ depth }) => depth === 1);
  if (!titled) problems.push({ line: 1, message: 'The lesson has no title: begin it with "# Title".' });
  const parts = titled?.parts ?? root.parts;
  const datasets = readDatasets(parts.find(isDatasets), problems);
  const steps = parts.filter((part) => !isDatasets(part)).flatMap((part) => readStep(part, markdown, datasets, problems) ?? []);
  if (parts.every(isDatasets)) problems.push({ line: titled?.line ?? 1, message: 'The lesson has no steps: write each under a heading "## …".' });
  return {
    ...front,
    title: titled?.heading ?? name.replace(/\.\w+$/, ''),
    introduction: titled ? markdownOf(titled.blocks, markdown) : '',
    datasets,
    steps,
    problems: problems.sort((a, b) => a.line - b.line),
  };
}

function frontMatter(yaml: string, problems: LineProblem[]): Pick<Lesson, 'id' | 'hunt' | 'version'> {
  let given: unknown = null;
  try {
    given = parse(yaml);
  } catch {
    problems.push({ line: 1, message: 'The front matter is not YAML.' });
  }
  const entries = new Map<string, unknown>(typeof given === 'object' && given !== null ? Object.entries(given) : []);
  const id = nameOf(entries.get('lesson'));
  const hunt = nameOf(entries.get('hunt'));
  if (id === null) problems.push({ line: 1, message: 'The front matter names no lesson: give it an id of letters, digits and hyphens, as "lesson: my-lesson".' });
  if (hunt === null) problems.push({ line: 1, message: 'The front matter names no hunt: give the id of the hunt that is taught, as "hunt: smb-create-remote-file".' });
  const version = entries.get('version');
  return { id: id ?? '', hunt: hunt ?? '', version: typeof version === 'string' || typeof version === 'number' ? String(version) : null };
}

function nameOf(value: unknown): string | null {
  return typeof value === 'string' && /^[\w.-]{1,100}$/.test(value) ? value : null;
}

function isDatasets({ heading }: OutlinePart): boolean {
  return /^datasets$/i.test(heading);
}

function readDatasets(part: OutlinePart | undefined, problems: LineProblem[]): readonly LessonDataset[] {
  const block = part?.blocks.find(({ node }) => node.type === 'table');
  if (block?.node.type !== 'table') {
    problems.push({ line: part?.line ?? 1, message: 'The lesson names no dataset: under "## Datasets" write a table of name, title, SHA-256 and link.' });
    return [];
  }
  const found: LessonDataset[] = [];
  for (const { cells, links, line } of tableRows(block.node, block.linesBefore).rows) {
    const [id = '', title = '', sha256 = '', link = ''] = cells;
    if (!/^[a-z][a-z0-9-]*$/.test(id) || id === 'all') problems.push({ line, message: `"${id}" cannot be a dataset’s name: use small letters, digits and hyphens, and not "all".` });
    else if (found.some((other) => other.id === id)) problems.push({ line, message: `Two datasets are called ${id}.` });
    else if (!/^[0-9a-f]{64}$/i.test(sha256)) problems.push({ line, message: `The dataset ${id} needs its file’s SHA-256: 64 hexadecimal digits.` });
    else found.push({ id, title, sha256: sha256.toLowerCase(), link: links[3] ?? link, line });
  }
  return found;
}

function readStep(part: OutlinePart, source: string, datasets: readonly LessonDataset[], problems: LineProblem[]): LessonStep | null {
  const names = datasets.map(({ id }) => id);
  const before = problems.length;
  const below = (name: string): OutlinePart | null => {
    const found = part.parts.filter(({ heading }) => heading.toLowerCase() === name.toLowerCase());
    if (found.length !== 1) problems.push({ line: found.at(1)?.line ?? part.line, message: `The step “${part.heading}” has ${found.length === 0 ? 'no' : 'more than one'} "### ${name}".` });
    return found.at(0) ?? null;
  };
  for (const { heading, line } of part.parts) {
    if (!/^(question|reveal|explanation)$/i.test(heading)) problems.push({ line, message: `"${heading}" is no part of a step: those are Question, Reveal and Explanation.` });
  }
  const question = below('Question');
  const reveal = below('Reveal');
  const explanation = below('Explanation');
  if (!question || !reveal || !explanation) return null;
  const answer = readLessonAnswer(question, source, names, problems);
  const shown = readLessonReveal(reveal, names, problems);
  const asked = words({ ...question, blocks: question.blocks.filter((block) => block !== answer?.block) }, source, names, problems);
  const told = words(explanation, source, names, problems);
  if (asked.always === '') problems.push({ line: question.line, message: 'The question is empty.' });
  if (problems.length > before || !answer || !shown) return null;
  return { title: part.heading, line: part.line, introduction: markdownOf(part.blocks, source), question: asked, answer: answer.answer, reveal: shown, explanation: told };
}

/** A part's words, and what "#### On sample" adds. */
function words(part: OutlinePart, source: string, names: readonly string[], problems: LineProblem[]): LessonWords {
  const on = new Map<string, string>();
  for (const { heading, line, blocks } of part.parts) {
    const name = /^on\s+(\S+)$/i.exec(heading)?.[1];
    if (name === undefined || !names.includes(name)) problems.push({ line, message: `"${heading}" is not "On" and a dataset of this lesson.` });
    else on.set(name, markdownOf(blocks, source));
  }
  return { always: markdownOf(part.blocks, source), on };
}
