import { describe, expect, it } from 'vitest';
import type { AnalyticRun, HuntRun, ReadingKind, ReadingRun } from '@/lib/engine/engine';
import type { Lesson, LessonStep } from '@/lib/engine/lesson-file';
import { missedSteps, openStep, reachedReadings, readProgress, withAnswer, writeProgress } from './lesson-progress';
import { visibleRun } from './visible-run';

function step(title: string, right: number, settings: LessonStep['reveal']['settings']): LessonStep {
  const words = { always: '', on: new Map<string, string>() };
  return { title, line: 1, introduction: '', question: words, answer: { kind: 'count', line: 1, right: new Map([['d', right]]) }, reveal: { line: 1, settings }, explanation: words };
}

const lesson: Lesson = {
  id: 'shares',
  hunt: 'smb',
  version: '2',
  title: 'Shares',
  introduction: '',
  datasets: [],
  problems: [],
  steps: [
    step('event', 1, [{ key: 'event', value: '0.5', dataset: null }]),
    step('II', 2, [{ key: 'analytic', value: 'II', dataset: null }, { key: 'reading', value: 'pandas', dataset: 'd' }]),
    step('III', 3, [{ key: 'analytic', value: 'III', dataset: null }]),
  ],
};

describe('progress', () => {
  it('opens one step after the other and says what was missed', () => {
    expect([[], ['1'], ['1', '9'], ['1', '9', '3'], [null, '2']].map((answers) => openStep(lesson, answers))).toEqual([1, 2, 3, 4, 1]);
    expect(missedSteps(lesson, 'd', ['1', '9', null])).toEqual([2]);
    expect(withAnswer([], 2, '9')).toEqual([null, '9']);
  });

  it('reaches a reading once its step is answered, the SQL one where none is named', () => {
    expect(reachedReadings(lesson, 'd', ['1'])).toEqual([]);
    expect(reachedReadings(lesson, 'd', ['1', '0', '3'])).toEqual([{ analytic: 'II', reading: 'pandas' }, { analytic: 'III', reading: 'sql' }]);
  });

  it('is read as it was written, and from nothing else', () => {
    expect(readProgress(lesson, writeProgress(lesson, ['1', null]))).toEqual(['1', null]);
    const others = [null, '', '{', '[]', '{"version":2,"lesson":"2","answers":["1"]}', '{"version":1,"lesson":"1","answers":["1"]}', '{"version":1,"lesson":"2","answers":"1"}'];
    expect(others.map((text) => readProgress(lesson, text))).toEqual(others.map(() => []));
    expect(readProgress(lesson, '{"version":1,"lesson":"2","answers":["1",{},"3","4","5"]}')).toEqual(['1', null, '3']);
  });
});

it('shows a student the readings that are reached, and what is told of two of them', () => {
  const reading = (kind: ReadingKind): ReadingRun => ({ kind, verdict: 'hits', reason: null, code: '', note: '', tokens: [], error: null, columns: [], rowCount: 1, shown: 1, warnings: [], funnel: null, took: 0 });
  const analytic = (id: string): AnalyticRun => ({
    id,
    title: id,
    description: '',
    differencesNote: 'They differ.',
    dataSources: [],
    readings: [reading('sql'), reading('pandas'), reading('hardened')],
    differences: [
      { left: 'sql', right: 'pandas', both: 0, onlyLeft: [], onlyRight: [0] },
      { left: 'sql', right: 'hardened', both: 0, onlyLeft: [0], onlyRight: [] },
    ],
  });
  const sections = ['Hypothesis', 'Technical Context', 'Offensive Tradecraft', 'Pre-Recorded Security Datasets', 'Known Bypasses', 'False Positives', 'Hunter Notes', 'References'].map((heading) => ({ heading, markdown: '', holds: null }));
  const entry = (address: string) => ({ kind: 'bypass', words: address, label: '', address, dataset: { sha256: '', name: '' } }) as const;
  const entries = ['v=1&analytic=II&reading=sql&row=0.1', 'v=1&analytic=II&reading=hardened&row=0.1', 'v=1&view=query&query=sql:SELECT_1'].map(entry);
  const run: HuntRun = { id: 'smb', title: 'SMB', sections, datasets: [], entries, analytics: [analytic('I'), analytic('II')], problems: [] };
  const seen = visibleRun(run, [{ analytic: 'II', reading: 'sql' }, { analytic: 'II', reading: 'pandas' }]);
  expect(seen.analytics.map(({ id, readings, differences, differencesNote }) => [id, readings.map(({ kind }) => kind), differences.map(({ right }) => right), differencesNote])).toEqual([['II', ['sql', 'pandas'], ['pandas'], '']]);
  expect(visibleRun(run, []).analytics).toEqual([]);
  expect(seen.sections.map(({ heading }) => heading)).toEqual(['Hypothesis', 'Technical Context', 'Offensive Tradecraft', 'Pre-Recorded Security Datasets', 'References']);
  expect(seen.entries).toEqual([entries[0]]);
});
