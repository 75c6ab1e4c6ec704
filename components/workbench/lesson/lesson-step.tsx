import { useEffect, useRef } from 'react';
import type { Engine, HuntRun, RowAddress } from '@/lib/engine/engine';
import type { ViewState } from '@/lib/url/view-state';
import { Button } from '@/components/ui/button';
import { Markdown } from '@/components/ui/markdown';
import { Panel } from '@/components/ui/panel';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import { AnswerForm } from './answer-form';
import { GivenAnswer } from './given-answer';
import { withAnswer } from './lesson-progress';
import { wordsOn } from './on-dataset';
import { RevealedReading } from './revealed-reading';
import { shownReveal } from './shown-step';
import type { LessonCourse } from './use-lesson';

interface LessonStepProps {
  readonly engine: Engine;
  readonly run: HuntRun;
  readonly course: LessonCourse;
  /** From 1. */
  readonly step: number;
  readonly view: ViewState;
  readonly go: ViewNavigation['go'];
  readonly openRow: number | null;
  readonly onOpenRow: (at: RowAddress) => void;
  readonly onStep: (step: number) => void;
}

/** A question; once it is answered, or for the teacher at once, the right answer, what it is seen in, and why. */
export function LessonStepView({ engine, run, course, step, view, go, openRow, onOpenRow, onStep }: LessonStepProps) {
  const { lesson, dataset, answers, setAnswers } = course;
  const { isStudent } = view.lesson;
  const { title, introduction, question, answer, explanation } = lesson.steps[step - 1];
  const given = answers[step - 1] ?? null;
  const revealed = shownReveal(course, view);
  const isLast = step === lesson.steps.length;
  const next = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(revealed === null);
  useEffect(() => {
    if (revealed !== null && wasOpen.current) next.current?.focus({ preventScroll: true });
    wasOpen.current = revealed === null;
  }, [revealed]);
  return (
    <article aria-labelledby="step-title" className="flex min-w-0 flex-col gap-3">
      <header>
        <p className="label">
          Step {step} of {lesson.steps.length}
        </p>
        <h3 id="step-title" tabIndex={-1} className="rounded-sm text-lg font-semibold">
          {title}
        </h3>
        <Markdown text={introduction} />
      </header>
      <Panel title="Question">
        <div className="flex flex-col gap-3 px-3 py-3">
          <Markdown text={wordsOn(question, dataset.id)} className="text-base" />
          {revealed === null ? (
            <AnswerForm engine={engine} answer={answer} dataset={dataset.id} view={view} go={go} onAnswer={(text) => setAnswers(withAnswer(answers, step, text))} />
          ) : (
            <GivenAnswer engine={engine} answer={answer} dataset={dataset.id} given={isStudent ? given : null} view={view} go={go} />
          )}
        </div>
      </Panel>
      {revealed !== null && (
        <>
          <Panel title="Why">
            <div className="flex flex-col items-start gap-3 px-3 py-3">
              <Markdown text={wordsOn(explanation, dataset.id)} className="text-base" />
              <div className="flex gap-2">
                {(isStudent || !isLast) && (
                  <Button ref={next} data-next look="primary" onClick={() => onStep(step + 1)}>
                    {isLast ? 'See the score' : 'Next step'}
                  </Button>
                )}
                {step > 1 && <Button onClick={() => onStep(step - 1)}>Step before</Button>}
              </div>
            </div>
          </Panel>
          <RevealedReading engine={engine} run={run} revealed={revealed} go={go} openRow={openRow} onOpenRow={onOpenRow} />
        </>
      )}
    </article>
  );
}
