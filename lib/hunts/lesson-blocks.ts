import type { OutlinePart } from './document-outline';
import type { LineProblem } from './hunt-document';
import { REVEAL_KEYS, type LessonAnswer, type LessonReveal, type RevealKey } from './lesson-document';
import type { MarkdownBlock } from './markdown-blocks';

/*
 * What of a lesson is read by the page and not by people:
 *
 *   - [ ] a wrong option        ```{answer} count        ```{reveal}
 *   - [x] a right one           sample: 48               analytic: II
 *                               ```                      row@sample: 0.58,0.59
 *                                                        ```
 */

const OPTION = /^[-*+][ \t]+\[([ xX])\][ \t]+/;
const EVENT = /^\d{1,6}\.\d{1,10}$/;
/** As a list in `among` may be long and each event is asked for. */
const MOST_EVENTS = 12;

/** The answer of a question and the block that holds it; null, with a problem said, where there is none. */
export function readLessonAnswer(part: OutlinePart, source: string, datasets: readonly string[], problems: LineProblem[]): { readonly answer: LessonAnswer; readonly block: MarkdownBlock } | null {
  const found = part.blocks.flatMap((block) => {
    const options = optionsOf(block, source);
    return options.length > 0 || isFence(block, '{answer}') ? [{ block, options }] : [];
  });
  const [{ block, options }] = found.length === 1 ? found : [{ block: null, options: [] }];
  if (block === null) {
    const message = found.length === 0 ? 'The question has no answer: write options as "- [ ] …" and "- [x] …", or an {answer} block.' : 'The question has more than one answer.';
    problems.push({ line: found.at(1)?.block.line ?? part.line, message });
    return null;
  }
  const { line, node } = block;
  if (node.type !== 'code') {
    if (options.length < 2 || !options.some(({ isRight }) => isRight)) problems.push({ line, message: 'A choice needs two options or more, and one of them marked as right: "- [x] …".' });
    return { answer: { kind: 'choice', line, options }, block };
  }
  const lines = settingLines(block, problems);
  const answer = answerOf(node.meta ?? '', line, lines, datasets, problems);
  return answer && { answer, block };
}

function answerOf(kind: string, line: number, lines: readonly SettingLine[], datasets: readonly string[], problems: LineProblem[]): LessonAnswer | null {
  switch (kind) {
    case 'count':
      return { kind, line, right: perDataset(line, lines, datasets, problems, (text) => (/^\d{1,9}$/.test(text) ? Number(text) : null), 'a whole number') };
    case 'account':
      return { kind, line, right: perDataset(line, lines, datasets, problems, (text) => (text === '' ? null : text), 'an account name') };
    case 'event':
      return { kind, line, right: perDataset(line, lines, datasets, problems, eventAmong, `an event and those it is picked from, at most ${MOST_EVENTS}: "0.58 of 0.57, 0.58"`) };
    default:
      problems.push({ line, message: `"${kind}" is no kind of answer: those are count, account and event.` });
      return null;
  }
}

function eventAmong(text: string): { readonly event: string; readonly among: readonly string[] } | null {
  const [event = '', list = '', ...rest] = text.split(/\s+of\s+/);
  const among = list.split(/\s*,\s*/);
  const isWhole = rest.length === 0 && among.includes(event) && among.length > 1 && among.length <= MOST_EVENTS && among.every((ref) => EVENT.test(ref));
  return isWhole ? { event, among } : null;
}

/** A value for each dataset; `all` is for those that are not named. */
function perDataset<Value>(line: number, lines: readonly SettingLine[], datasets: readonly string[], problems: LineProblem[], read: (text: string) => Value | null, what: string): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const { key, value: text, dataset, line: at } of lines) {
    const value = read(text);
    if (dataset !== null || (key !== 'all' && !datasets.includes(key))) problems.push({ line: at, message: `"${key}" is no dataset of this lesson.` });
    else if (value === null) problems.push({ line: at, message: `"${text}" is not ${what}.` });
    else values.set(key, value);
  }
  const all = values.get('all');
  for (const name of datasets) {
    if (values.has(name)) continue;
    if (all === undefined) problems.push({ line, message: `The answer on the dataset ${name} is missing.` });
    else values.set(name, all);
  }
  values.delete('all');
  return values;
}

/** Null, with a problem said, where a step shows nothing. */
export function readLessonReveal(part: OutlinePart, datasets: readonly string[], problems: LineProblem[]): LessonReveal | null {
  const block = part.blocks.find((candidate) => isFence(candidate, '{reveal}'));
  if (!block) {
    problems.push({ line: part.line, message: 'Nothing is revealed: write what the page shows in a {reveal} block, as "analytic: II".' });
    return null;
  }
  const settings: { readonly key: RevealKey; readonly value: string; readonly dataset: string | null }[] = [];
  for (const { key, value, dataset, line } of settingLines(block, problems)) {
    if (!isRevealKey(key)) problems.push({ line, message: `"${key}" is nothing that can be revealed: that is ${REVEAL_KEYS.join(', ')}.` });
    else if (dataset !== null && !datasets.includes(dataset)) problems.push({ line, message: `"${dataset}" is no dataset of this lesson.` });
    else settings.push({ key, value, dataset });
  }
  if (settings.length === 0) problems.push({ line: block.line, message: 'Nothing is revealed: name what the page shows, as "analytic: II".' });
  return { line: block.line, settings };
}

function isRevealKey(key: string): key is RevealKey {
  return REVEAL_KEYS.some((known) => known === key);
}

interface SettingLine {
  readonly key: string;
  readonly value: string;
  readonly dataset: string | null;
  readonly line: number;
}

function settingLines({ node, line }: MarkdownBlock, problems: LineProblem[]): readonly SettingLine[] {
  const texts = node.type === 'code' ? node.value.split('\n') : [];
  return texts.flatMap((text, place) => {
    const at = line + 1 + place;
    const match = /^\s*([a-z][a-z0-9-]*)(?:@([a-z][a-z0-9-]*))?:(.*)$/.exec(text);
    if (match) return [{ key: match[1], dataset: match[2] ?? null, value: match[3].trim(), line: at }];
    if (text.trim() !== '') problems.push({ line: at, message: `"${text.trim()}" is not of the form "name: value".` });
    return [];
  });
}

function isFence({ node }: MarkdownBlock, lang: string): boolean {
  return node.type === 'code' && node.lang === lang;
}

/** The items of a task list; none of another block. */
function optionsOf({ node, start }: MarkdownBlock, source: string): readonly { readonly text: string; readonly isRight: boolean }[] {
  if (node.type !== 'list') return [];
  // Positions count in the part of the document that was read with the block.
  const base = start - (node.position?.start.offset ?? 0);
  return node.children.flatMap(({ position }) => {
    const text = source.slice(base + (position?.start.offset ?? 0), base + (position?.end.offset ?? 0));
    const mark = OPTION.exec(text);
    return mark ? [{ text: text.slice(mark[0].length).trim(), isRight: mark[1] !== ' ' }] : [];
  });
}
