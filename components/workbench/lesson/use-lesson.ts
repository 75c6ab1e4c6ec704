'use client';

import { useMemo } from 'react';
import type { DatasetSummary, Engine, HuntRun, ReadingAddress } from '@/lib/engine/engine';
import type { Lesson, LessonDataset } from '@/lib/engine/lesson-file';
import type { DatasetAddress, ViewState } from '@/lib/url/view-state';
import { useAnswer, type Answer } from '@/components/workbench/drill-down/use-answer';
import { lessonDocument, SAMPLE_PATH } from '@/components/workbench/page-files';
import { keepText, useDeviceText } from './device-text';
import { openStep, reachedReadings, readProgress, writeProgress, type LessonAnswers } from './lesson-progress';
import { OWN_LESSON } from './own-lesson';
import { studentEngine } from './student-engine';
import { visibleRun } from './visible-run';

/** Hunts that come with a lesson. */
const SHIPPED: ReadonlySet<string> = new Set(['smb-create-remote-file']);
const NO_LESSON = Promise.resolve(null);

export interface LessonControl {
  readonly answer: Answer<Lesson | null>;
  /** Of this hunt, with answers for this dataset, and not told yet that it cannot be taken: its steps can be gone through. */
  readonly course: LessonCourse | null;
  readonly isOwn: boolean;
}

export interface LessonCourse {
  readonly lesson: Lesson;
  readonly dataset: LessonDataset;
  readonly answers: LessonAnswers;
  /** Null begins again. */
  readonly setAnswers: (answers: LessonAnswers | null) => void;
}

interface LessonPlace {
  readonly engine: Engine;
  readonly run: HuntRun;
  readonly summary: DatasetSummary;
  readonly address: DatasetAddress;
  readonly view: ViewState;
}

/** The lesson of a hunt on the open dataset; null where it has none. It is read when it is on screen, or hides something. */
export function useLesson({ engine, run, summary, address, view }: LessonPlace): LessonControl | null {
  const own = useDeviceText(OWN_LESSON);
  const isThere = own !== null || SHIPPED.has(run.id);
  const isWanted = isThere && (view.section === 'lesson' || view.lesson.isStudent);
  const answer = useAnswer(
    useMemo(() => () => (isWanted ? readText(own, run.id).then(({ name, text }) => engine.readLesson({ name, blob: new Blob([text]) })) : NO_LESSON), [engine, isWanted, own, run.id]),
  );
  const lesson = answer.kind === 'ready' ? answer.value : null;
  const dataset = lesson?.hunt === run.id ? lesson.datasets.find((named) => isOpen(named, summary, address)) : undefined;
  const key = lesson && dataset ? `huntbook.lesson.${lesson.id}.${dataset.sha256}` : null;
  const kept = useDeviceText(key);
  return useMemo(() => {
    if (!isThere) return null;
    const course =
      lesson && dataset && key !== null && lesson.steps.length > 0
        ? {
            lesson,
            dataset,
            answers: readProgress(lesson, kept),
            setAnswers: (answers: LessonAnswers | null) => keepText(key, answers && writeProgress(lesson, answers)),
          }
        : null;
    return { answer, course, isOwn: own !== null };
  }, [isThere, answer, lesson, dataset, key, kept, own]);
}

/** Over http no digest can be told; ours is known by its place. */
function isOpen({ sha256, link }: LessonDataset, summary: DatasetSummary, address: DatasetAddress): boolean {
  return summary.sha256 === null ? address.kind === 'sample' && link === SAMPLE_PATH : summary.sha256 === sha256;
}

async function readText(own: string | null, hunt: string): Promise<{ readonly name: string; readonly text: string }> {
  const given: unknown = own === null ? null : JSON.parse(own);
  if (typeof given === 'object' && given !== null && 'name' in given && typeof given.name === 'string' && 'text' in given && typeof given.text === 'string') return { name: given.name, text: given.text };
  return { name: `${hunt}.md`, text: await lessonDocument(hunt) };
}

interface Seen {
  readonly engine: Engine;
  readonly run: HuntRun;
  /** The lesson keeps back analytics that it has not reached. */
  readonly isHiding: boolean;
}

const NOTHING: readonly ReadingAddress[] = [];

/** What the viewer may see: with a student's link what the lesson has reached, else all. */
export function useSeen(engine: Engine, run: HuntRun, lesson: LessonControl | null, isStudent: boolean): Seen {
  const course = lesson?.course ?? null;
  const isWaiting = lesson?.answer.kind === 'waiting';
  return useMemo(() => {
    const isHiding = isStudent && (course ? openStep(course.lesson, course.answers) <= course.lesson.steps.length : isWaiting);
    if (!isHiding) return { engine, run, isHiding };
    const reached = course ? reachedReadings(course.lesson, course.dataset.id, course.answers) : NOTHING;
    return { engine: studentEngine(engine, reached), run: visibleRun(run, reached), isHiding };
  }, [engine, run, course, isWaiting, isStudent]);
}
