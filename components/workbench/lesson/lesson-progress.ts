import type { ReadingAddress } from '@/lib/engine/engine';
import type { Lesson } from '@/lib/engine/lesson-file';
import { isRightAnswer } from './lesson-answer';
import { revealedView } from './reveal-view';

/** What was answered, a text for each step; null: not yet. Steps after the last are not answered either. */
export type LessonAnswers = readonly (string | null)[];

/** The first step that is not answered, from 1; one more than there are where all are. */
export function openStep({ steps }: Lesson, answers: LessonAnswers): number {
  const open = steps.findIndex((_, at) => (answers.at(at) ?? null) === null);
  return open < 0 ? steps.length + 1 : open + 1;
}

export function withAnswer(answers: LessonAnswers, step: number, given: string): LessonAnswers {
  const longer = Array.from({ length: Math.max(answers.length, step) }, (_, at) => answers[at] ?? null);
  return longer.with(step - 1, given);
}

/** The readings that the answered steps have shown. */
export function reachedReadings({ steps }: Lesson, dataset: string, answers: LessonAnswers): readonly ReadingAddress[] {
  return steps.flatMap((step, at): ReadingAddress[] => {
    if ((answers[at] ?? null) === null) return [];
    const { analytic, reading } = revealedView(step.reveal, dataset).view;
    return analytic === null || reading === null ? [] : [{ analytic, reading }];
  });
}

/** Places of the steps, from 1, whose answer was wrong. */
export function missedSteps({ steps }: Lesson, dataset: string, answers: LessonAnswers): readonly number[] {
  return steps.flatMap((step, at) => {
    const given = answers[at] ?? null;
    return given !== null && !isRightAnswer(step.answer, dataset, given) ? [at + 1] : [];
  });
}

/** As it is kept on the device: of another version of the lesson, nothing is taken. */
export function writeProgress({ version }: Lesson, answers: LessonAnswers): string {
  return JSON.stringify({ version: 1, lesson: version, answers });
}

export function readProgress({ version, steps }: Lesson, text: string | null): LessonAnswers {
  try {
    const given: unknown = JSON.parse(text ?? 'null');
    if (typeof given !== 'object' || given === null || !('version' in given) || given.version !== 1) return [];
    if (!('lesson' in given) || given.lesson !== version || !('answers' in given) || !Array.isArray(given.answers)) return [];
    return given.answers.slice(0, steps.length).map((answer: unknown) => (typeof answer === 'string' ? answer : null));
  } catch {
    return [];
  }
}
