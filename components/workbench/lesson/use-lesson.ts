'use client';

import { useMemo } from 'react';
import type { DatasetSummary, Engine, HuntRun, ReadingAddress } from '@/lib/engine/engine';
import type { Lesson, LessonDataset } from '@/lib/engine/lesson-file';
import type { DatasetAddress, ViewState } from '@/lib/url/view-state';
import { useAnswer, type Answer } from '@/components/workbench/drill-down/use-answer';
import { lessonDocument, SAMPLE_PATH } from '@/components/workbench/page-files';
import { deviceText, keepText, useDeviceText } from './device-text';
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
  /** There is one of this hunt, with steps: a student takes it. Not known yet, and where it cannot be read: as if there were one. */
  readonly isToBeTaken: boolean;
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
  const key = lesson && dataset ? progressName(lesson, dataset) : null;
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
    const isToBeTaken = answer.kind !== 'ready' || (lesson?.hunt === run.id && lesson.steps.length > 0);
    return { answer, course, isOwn: own !== null, isToBeTaken };
  }, [isThere, answer, lesson, dataset, key, kept, own, run.id]);
}

/** Where the progress on a dataset is kept. */
function progressName({ id }: Lesson, { sha256 }: LessonDataset): string {
  return `huntbook.lesson.${id}.${sha256}`;
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

/** What the viewer may see: a student what the lesson has reached, else all. On a dataset that it does not ask about, nothing until it is done on one that it does. */
export function useSeen(engine: Engine, run: HuntRun, lesson: LessonControl | null, isStudent: boolean): Seen {
  return useMemo(() => {
    const course = lesson?.course ?? null;
    const isHiding = isStudent && lesson !== null && (course ? !isDone(course.lesson, course.answers) : lesson.isToBeTaken && !isDoneElsewhere(lesson));
    if (!isHiding) return { engine, run, isHiding };
    const reached = course ? reachedReadings(course.lesson, course.dataset.id, course.answers) : NOTHING;
    return { engine: studentEngine(engine, reached), run: visibleRun(run, reached), isHiding };
  }, [engine, run, lesson, isStudent]);
}

function isDone(lesson: Lesson, answers: LessonAnswers): boolean {
  return openStep(lesson, answers) > lesson.steps.length;
}

function isDoneElsewhere({ answer }: LessonControl): boolean {
  const lesson = answer.kind === 'ready' ? answer.value : null;
  return lesson !== null && lesson.datasets.some((dataset) => isDone(lesson, readProgress(lesson, deviceText(progressName(lesson, dataset)))));
}
