import { assertNever } from '@/lib/base/assert-never';
import type { Engine, EventRef, HuntRun } from '@/lib/engine/engine';
import type { Lesson, LessonStep } from '@/lib/engine/lesson-file';
import { writeEventRef } from '@/lib/url/event-refs';
import { revealedView, type RevealedView } from './reveal-view';

export interface LessonProblem {
  readonly line: number;
  readonly message: string;
}

/** What of a lesson does not hold on the open dataset: nothing to reveal, or an answer that is not what the engine finds. Choices are the author's word. */
export async function checkLesson(engine: Engine, run: HuntRun, { steps }: Lesson, dataset: string): Promise<readonly LessonProblem[]> {
  const found = await Promise.all(steps.map((step) => checkStep(engine, run, step, dataset)));
  return found.flat();
}

async function checkStep(engine: Engine, run: HuntRun, step: LessonStep, dataset: string): Promise<LessonProblem[]> {
  const { view, problems } = revealedView(step.reveal, dataset);
  const missing = [...problems, ...(await unresolved(engine, run, view))].map((message) => ({ line: step.reveal.line, message }));
  if (missing.length > 0) return missing;
  const message = await wrongAnswer(engine, run, step, dataset, view);
  return message === null ? [] : [{ line: step.answer.line, message }];
}

/** What the reveal names that is not there. */
async function unresolved(engine: Engine, run: HuntRun, { analytic, reading, row, funnel, session, event }: RevealedView): Promise<string[]> {
  const messages: string[] = [];
  if (analytic !== null && reading !== null) {
    const found = run.analytics.find(({ id }) => id === analytic)?.readings.find(({ kind }) => kind === reading);
    if (!found) return [`The hunt has no ${reading} reading of analytic ${analytic}.`];
    if (row.length > 0 && (await engine.findRow({ analytic, reading }, row)) === null) messages.push('No row of the reading is made of these events.');
  }
  if (row.length > 0 && analytic === null) messages.push('A row needs its analytic and reading.');
  if (funnel && (funnel.analytic !== analytic || funnel.reading !== reading)) messages.push('The funnel is of another reading than the one that is shown.');
  else if (funnel && (await funnelTotal(engine, funnel)) === null) messages.push('The funnel has no such number.');
  if (session && !(await isThere(engine.session(session)))) messages.push('There is no such session.');
  if (event && !(await isThere(engine.event(event)))) messages.push('There is no such event.');
  return messages;
}

async function wrongAnswer(engine: Engine, run: HuntRun, { answer }: LessonStep, dataset: string, view: RevealedView): Promise<string | null> {
  switch (answer.kind) {
    case 'choice':
      return null;
    case 'count': {
      const found = view.funnel ? await funnelTotal(engine, view.funnel) : rowCount(run, view);
      return found === answer.right.get(dataset) ? null : `The answer is ${answer.right.get(dataset)}; what is revealed counts ${found ?? 'nothing'}.`;
    }
    case 'account': {
      const right = answer.right.get(dataset)?.toLowerCase();
      const texts = await revealedTexts(engine, view);
      return texts.some((text) => text.toLowerCase() === right) ? null : `No event that is revealed tells of ${answer.right.get(dataset)}.`;
    }
    case 'event': {
      const right = answer.right.get(dataset);
      const known = revealedEvents(view).map(writeEventRef);
      if (!right || !known.includes(right.event)) return 'The event that is right is not among those that are revealed.';
      const there = await Promise.all(right.among.map((ref) => isThere(engine.event(refOf(ref)))));
      return there.every(Boolean) ? null : 'An event to pick from is not in the dataset.';
    }
    default:
      return assertNever(answer);
  }
}

function rowCount(run: HuntRun, { analytic, reading }: RevealedView): number | null {
  return run.analytics.find(({ id }) => id === analytic)?.readings.find(({ kind }) => kind === reading)?.rowCount ?? null;
}

function revealedEvents({ row, event }: RevealedView): readonly EventRef[] {
  return event ? [...row, event] : row;
}

async function revealedTexts(engine: Engine, view: RevealedView): Promise<readonly string[]> {
  const events = await Promise.all(revealedEvents(view).map((ref) => engine.event(ref)));
  return events.flatMap(({ fields }) => fields.flatMap(({ text }) => text ?? []));
}

async function funnelTotal(engine: Engine, { analytic, reading, place }: NonNullable<RevealedView['funnel']>): Promise<number | null> {
  return engine.funnelEvents({ analytic, reading, place, offset: 0, limit: 1 }).then(
    // All events, and a place that the funnel does not have, are of no condition.
    ({ total, text }) => (text === null && !(place.kind === 'left' && place.conditions === 0) ? null : total),
    () => null,
  );
}

function isThere(answer: Promise<unknown>): Promise<boolean> {
  return answer.then(
    () => true,
    () => false,
  );
}

/** '0.58' */
export function refOf(text: string): EventRef {
  const [member, line] = text.split('.').map(Number);
  return { member, line };
}
