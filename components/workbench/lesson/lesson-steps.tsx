import { useEffect, useRef, type RefObject } from 'react';
import type { Engine, HuntRun, RowAddress } from '@/lib/engine/engine';
import type { ViewState } from '@/lib/url/view-state';
import { classNames } from '@/components/ui/class-names';
import { Markdown } from '@/components/ui/markdown';
import { closed } from '@/components/workbench/drill-down/layers';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import { LessonScore } from './lesson-score';
import { LessonStepView } from './lesson-step';
import { missedSteps, openStep } from './lesson-progress';
import { shownStep } from './shown-step';
import type { LessonCourse } from './use-lesson';

interface LessonStepsProps {
  readonly engine: Engine;
  readonly run: HuntRun;
  readonly course: LessonCourse;
  readonly view: ViewState;
  readonly go: ViewNavigation['go'];
  readonly openRow: number | null;
  readonly onOpenRow: (at: RowAddress) => void;
}

/** The pointer over the steps, and the one that it points at; behind the last, a student’s score. */
export function LessonSteps({ course, view, go, ...rest }: LessonStepsProps) {
  const { lesson, dataset, answers, setAnswers } = course;
  const { isStudent } = view.lesson;
  const step = shownStep(course, view);
  const reached = isStudent ? openStep(lesson, answers) : lesson.steps.length;
  const missed = new Set(missedSteps(lesson, dataset.id, answers));
  const show = (to: number) => go((now) => ({ ...closed, section: 'lesson', lesson: { ...now.lesson, step: to } }));
  const content = useFocusOnStep(step);
  return (
    <>
      {step === 1 && <Markdown text={lesson.introduction} className="text-sm text-ink-2" />}
      <ol aria-label="Steps" className="flex flex-wrap gap-1">
        {lesson.steps.map(({ title }, at) => {
          const isDone = isStudent && at < reached - 1;
          return (
            <li key={title}>
              <button
                type="button"
                aria-label={`Step ${at + 1}: ${at < reached ? title : 'not yet'}${isDone ? (missed.has(at + 1) ? ', missed' : ', right') : ''}`}
                title={at < reached ? title : undefined}
                aria-current={at + 1 === step ? 'step' : undefined}
                disabled={at >= reached}
                onClick={() => show(at + 1)}
                className={classNames(
                  'tabular h-7 min-w-7 rounded border px-1.5 text-xs disabled:opacity-50 pointer-coarse:min-h-10 pointer-coarse:min-w-10',
                  at + 1 === step ? 'border-accent bg-selected font-medium' : 'border-edge bg-surface hover:bg-sunken',
                )}
              >
                {isDone && <span aria-hidden="true">{missed.has(at + 1) ? '✗ ' : '✓ '}</span>}
                {at + 1}
              </button>
            </li>
          );
        })}
      </ol>
      <div ref={content}>
        {step > lesson.steps.length ? (
          <LessonScore course={course} onStep={show} onRestart={() => (setAnswers(null), show(1))} />
        ) : (
          <LessonStepView key={step} course={course} step={step} view={view} go={go} onStep={show} {...rest} />
        )}
      </div>
    </>
  );
}

/** Moves the focus to what is to be done in a step that was gone to; the first one is where a link led, and takes none. */
function useFocusOnStep(step: number): RefObject<HTMLDivElement | null> {
  const content = useRef<HTMLDivElement>(null);
  const last = useRef(step);
  useEffect(() => {
    if (last.current === step) return;
    last.current = step;
    const find = (selector: string) => content.current?.querySelector<HTMLElement>(selector);
    (find('input') ?? find('[data-next]') ?? find('h3'))?.focus();
  }, [step]);
  return content;
}
