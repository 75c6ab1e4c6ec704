import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { repositoryPath, smbHunt } from './hunt-run.test-support';
import { isLessonText, readLesson } from './read-lesson';

const FRONT = '---\nlesson: shares\nhunt: smb-create-remote-file\nversion: 2\n---\n';
const DATASETS = `## Datasets\n\n| Name | Title | SHA-256 | Link |\n|--|--|--|--|\n| small | Small | ${'A1'.repeat(32)} | https://example.org/small.zip |\n| large | Large | ${'b2'.repeat(32)} | large.zip |\n`;
const STEP = `## First

Look.

### Question

How many?

\`\`\`{answer} count
small: 2
all: 40
\`\`\`

#### On large

Take your time.

### Reveal

\`\`\`{reveal}
analytic: II
reading: sql
row@small: 0.5,0.7
reading@large: pandas
\`\`\`

### Explanation

So many.
`;
const CHOICE = '## Second\n\n### Question\n\nWhich?\n\n- [ ] `a`\n- [x] `b`,\n  which is long\n\n### Reveal\n\n```{reveal}\nevent: 0.3\n```\n\n### Explanation\n\nThat.\n';
const whole = `${FRONT}\n# Shares\n\nBegin.\n\n${DATASETS}\n${STEP}\n${CHOICE}`;

describe('readLesson', () => {
  it('reads steps, answers by dataset, and what is revealed', () => {
    const lesson = readLesson(whole);
    expect(lesson).toMatchObject({ id: 'shares', hunt: 'smb-create-remote-file', version: '2', title: 'Shares', introduction: 'Begin.', problems: [] });
    expect(lesson.datasets.map(({ id, sha256, link }) => [id, sha256, link])).toEqual([
      ['small', 'a1'.repeat(32), 'https://example.org/small.zip'],
      ['large', 'b2'.repeat(32), 'large.zip'],
    ]);
    const [first, second] = lesson.steps;
    expect(first).toMatchObject({ title: 'First', introduction: 'Look.', explanation: { always: 'So many.' } });
    expect([first.question.always, ...first.question.on]).toEqual(['How many?', ['large', 'Take your time.']]);
    expect(first.reveal.settings).toEqual([
      { key: 'analytic', value: 'II', dataset: null },
      { key: 'reading', value: 'sql', dataset: null },
      { key: 'row', value: '0.5,0.7', dataset: 'small' },
      { key: 'reading', value: 'pandas', dataset: 'large' },
    ]);
    expect(first.answer).toMatchObject({ kind: 'count', right: new Map([['small', 2], ['large', 40]]) });
    expect(second.answer).toMatchObject({ kind: 'choice', options: [{ text: '`a`', isRight: false }, { text: '`b`,\n  which is long', isRight: true }] });
  });

  const line = (text: string, of: string) => text.slice(0, text.indexOf(of)).split('\n').length;
  it.each([
    { what: 'a count that is none', from: 'small: 2', to: 'small: two', at: 'small: two', says: '"two" is not a whole number.' },
    { what: 'a dataset that is not in the table', from: 'all: 40', to: 'medium: 40', at: 'medium: 40', says: '"medium" is no dataset of this lesson.' },
    { what: 'an answer missing on a dataset', from: 'all: 40\n', to: '', at: '```{answer}', says: 'The answer on the dataset large is missing.' },
    { what: 'a kind of answer', from: '{answer} count', to: '{answer} guess', at: '```{answer}', says: '"guess" is no kind of answer: those are count, account and event.' },
    { what: 'an event that is not among those it is picked from', from: '{answer} count\nsmall: 2', to: '{answer} event\nsmall: 0.2 of 0.3, 0.4', at: 'small: 0.2', says: '"0.2 of 0.3, 0.4" is not an event' },
    { what: 'what cannot be revealed', from: 'analytic: II', to: 'query: x', at: 'query: x', says: '"query" is nothing that can be revealed' },
    { what: 'a line that is no setting', from: 'reading: sql', to: 'reading sql', at: 'reading sql', says: '"reading sql" is not of the form "name: value".' },
    { what: 'a choice without a right option', from: '[x]', to: '[ ]', at: '- [ ] `a`', says: 'A choice needs two options or more' },
    { what: 'a missing part', from: '### Explanation\n\nSo many.', to: '', at: '## First', says: 'The step “First” has no "### Explanation".' },
    { what: 'a part that is none', from: '### Reveal', to: '### Answer', at: '### Answer', says: '"Answer" is no part of a step' },
    { what: 'a digest', from: 'b2'.repeat(32), to: 'b2', at: '| large', says: 'The dataset large needs its file’s SHA-256: 64 hexadecimal digits.' },
    { what: 'no hunt', from: 'hunt: smb-create-remote-file', to: 'about: it', at: '---', says: 'The front matter names no hunt' },
  ])('says at its line: $what', ({ from, to, at, says }) => {
    const text = whole.replace(from, to);
    const { problems } = readLesson(text);
    const found = problems.find(({ message }) => message.startsWith(says));
    expect(found?.line, JSON.stringify(problems)).toBe(line(text, at));
  });

  it('reads the lesson of our hunt whole', () => {
    const lesson = readLesson(readFileSync(repositoryPath('public/lessons/smb-create-remote-file.md'), 'utf8'));
    expect(lesson.problems).toEqual([]);
    expect(lesson.hunt).toBe(smbHunt.id);
    const reached = lesson.steps.flatMap(({ reveal }) => reveal.settings.flatMap(({ key, value }) => (key === 'analytic' ? [value] : [])));
    expect(new Set(reached)).toEqual(new Set(smbHunt.analytics.map(({ id }) => id)));
  });
});

it('tells a lesson from a hunt by its front matter', () => {
  expect(isLessonText(whole)).toBe(true);
  expect(isLessonText('---\r\nhunt: a\r\nlesson: b\r\n---\r\n# T')).toBe(true);
  expect(isLessonText('---\nid: a\n---\n\nlesson: none\n')).toBe(false);
  expect(isLessonText('# Hunt\n\nlesson: b\n')).toBe(false);
});
