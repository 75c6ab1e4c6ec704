import type { ViewState } from '@/lib/url/view-state';
import { openStep } from './lesson-progress';
import { revealedView, type RevealedView } from './reveal-view';
import type { LessonCourse } from './use-lesson';

/** The step on screen, from 1; behind the last one for a student is the score. A student sees none that is not reached. */
export function shownStep({ lesson, answers }: Pick<LessonCourse, 'lesson' | 'answers'>, view: ViewState): number {
  const last = view.lesson.isStudent ? openStep(lesson, answers) : lesson.steps.length;
  return Math.min(view.lesson.step, last);
}

/** What is revealed on screen; null before the answer. */
export function shownReveal(course: LessonCourse, view: ViewState): RevealedView | null {
  const at = shownStep(course, view);
  if (at > course.lesson.steps.length || (view.lesson.isStudent && (course.answers[at - 1] ?? null) === null)) return null;
  return revealedView(course.lesson.steps[at - 1].reveal, course.dataset.id).view;
}
