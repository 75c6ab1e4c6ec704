'use client';

import { useMemo } from 'react';
import type { Engine, HuntRun, RowAddress } from '@/lib/engine/engine';
import { linkedDataset } from '@/lib/url/dataset-address';
import { encodeViewState } from '@/lib/url/encode-view-state';
import { emptyViewState, type DatasetAddress, type ViewState } from '@/lib/url/view-state';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { ErrorNotice } from '@/components/ui/error-notice';
import { Skeleton } from '@/components/ui/skeleton';
import { useAnswer } from '@/components/workbench/drill-down/use-answer';
import { SAMPLE_PATH } from '@/components/workbench/page-files';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import { checkLesson, type LessonProblem } from './check-lesson';
import { LeaveLesson } from './leave-lesson';
import { LessonSteps } from './lesson-steps';
import { leaveOwnLesson } from './own-lesson';
import type { LessonControl, LessonCourse } from './use-lesson';

interface LessonSectionProps {
  readonly engine: Engine;
  readonly run: HuntRun;
  readonly control: LessonControl;
  readonly view: ViewState;
  readonly go: ViewNavigation['go'];
  readonly onOpen: (dataset: DatasetAddress) => void;
  /** The row that is open, of the reading that the step shows. */
  readonly openRow: number | null;
  readonly onOpenRow: (at: RowAddress) => void;
}

/** The section "Lesson". */
export function LessonSection({ engine, run, control: { answer, course, isOwn }, view, go, onOpen, openRow, onOpenRow }: LessonSectionProps) {
  const { isStudent } = view.lesson;
  if (answer.kind === 'waiting') return <Skeleton className="m-4 h-40" />;
  if (answer.kind === 'failed' || answer.value === null) {
    const failure = answer.kind === 'failed' ? answer.failure : { message: 'The file is no lesson.', advice: 'A lesson begins with front matter that has "lesson:" and "hunt:".' };
    return (
      <div className="p-4">
        <ErrorNotice failure={failure}>{isStudent ? <LeaveLesson hunt={run.id} /> : isOwn && <RemoveButton />}</ErrorNotice>
      </div>
    );
  }
  const lesson = answer.value;
  return (
    <div className="flex min-w-0 max-w-[120rem] flex-col gap-3 p-4">
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <p className="label">Lesson</p>
          <h2 tabIndex={-1} className="rounded-sm text-xl font-semibold tracking-tight">
            {lesson.title}
          </h2>
        </div>
        <div className="flex flex-wrap gap-2">
          {course && !isStudent && <CopyButton wide label="Copy the student’s link" text={() => Promise.resolve(studentLink(view))} />}
          {isOwn && !isStudent && <RemoveButton />}
          {isStudent && <LeaveLesson hunt={run.id} />}
        </div>
      </header>
      {lesson.problems.length > 0 && <Problems of="What could not be read" problems={lesson.problems} />}
      {course === null ? (
        <Elsewhere lesson={lesson} run={run} onOpen={onOpen} />
      ) : (
        <>
          {!isStudent && <Checked engine={engine} run={run} course={course} />}
          <LessonSteps engine={engine} run={run} course={course} view={view} go={go} openRow={openRow} onOpenRow={onOpenRow} />
        </>
      )}
    </div>
  );
}

function RemoveButton() {
  return <Button onClick={leaveOwnLesson}>Remove your lesson</Button>;
}

/** From the first step; what is open here is not the student’s. */
function studentLink({ dataset, members, hunt, zone }: ViewState): string {
  const hash = encodeViewState({ ...emptyViewState, dataset, members, hunt, zone, section: 'lesson', lesson: { step: 1, isStudent: true } });
  return `${location.href.replace(/#.*/, '')}#${hash}`;
}

/** A lesson on another hunt, or without answers for this dataset. */
function Elsewhere({ lesson, run, onOpen }: { readonly lesson: LessonCourse['lesson']; readonly run: HuntRun; readonly onOpen: LessonSectionProps['onOpen'] }) {
  if (lesson.hunt !== run.id) {
    return (
      <p className="text-sm">
        This lesson is on the hunt <code className="font-mono">{lesson.hunt}</code>: run that hunt to go through it.
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p>The lesson has no answers for this dataset. It has them for:</p>
      <ul aria-label="Datasets of the lesson" className="flex max-w-[48rem] flex-col gap-2">
        {lesson.datasets.map(({ id, title, sha256, link }) => {
          const address = link === SAMPLE_PATH ? ({ kind: 'sample' } as const) : linkedDataset(link);
          return (
            <li key={id} className="flex items-start justify-between gap-3">
              <span className="min-w-0">
                {title || id} <span className="block break-all font-mono text-2xs text-ink-3">SHA-256 {sha256}</span>
              </span>
              {address && (
                <Button aria-label={`Open ${title || id}`} onClick={() => onOpen(address)}>
                  Open
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What the engine says of the author’s answers; nothing where all of them hold. */
function Checked({ engine, run, course: { lesson, dataset } }: Pick<LessonSectionProps, 'engine' | 'run'> & { readonly course: LessonCourse }) {
  const answer = useAnswer(useMemo(() => () => checkLesson(engine, run, lesson, dataset.id), [engine, run, lesson, dataset.id]));
  return answer.kind === 'ready' && answer.value.length > 0 && <Problems of="What does not hold on this dataset" problems={answer.value} />;
}

function Problems({ of, problems }: { readonly of: string; readonly problems: readonly LessonProblem[] }) {
  return (
    <section aria-label={of} className="rounded-md border border-line bg-caution-soft px-3 py-2 text-sm">
      <h3 className="font-medium">{of}</h3>
      <ul className="flex flex-col gap-0.5">
        {problems.map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            Line {line}: {message}
          </li>
        ))}
      </ul>
    </section>
  );
}
