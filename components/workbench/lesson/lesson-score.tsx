import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { missedSteps } from './lesson-progress';
import type { LessonCourse } from './use-lesson';

interface LessonScoreProps {
  readonly course: LessonCourse;
  readonly onStep: (step: number) => void;
  readonly onRestart: () => void;
}

/** How many answers were right, and the steps that were missed. */
export function LessonScore({ course: { lesson, dataset, answers }, onStep, onRestart }: LessonScoreProps) {
  const missed = missedSteps(lesson, dataset.id, answers);
  const { length } = lesson.steps;
  return (
    <Panel label="Score">
      <div className="flex flex-col items-start gap-3 p-4">
        <h3 tabIndex={-1} className="rounded-sm text-lg font-semibold">
          {length - missed.length} of {length} right
        </h3>
        {missed.length > 0 && (
          <>
            <p className="text-sm">Look again at what was missed:</p>
            <ul aria-label="Missed" className="flex flex-col gap-1 text-sm">
              {missed.map((step) => (
                <li key={step}>
                  <Button onClick={() => onStep(step)}>
                    Step {step}: {lesson.steps[step - 1].title}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
        <p className="text-sm text-ink-2">All analytics are open now.</p>
        <Button onClick={onRestart}>Begin again</Button>
      </div>
    </Panel>
  );
}
