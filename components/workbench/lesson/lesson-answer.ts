import { assertNever } from '@/lib/base/assert-never';
import type { LessonAnswer } from '@/lib/engine/lesson-file';

/*
 * What a student gives is a text, so that it can be kept: options by their places ('0,2'), a number, an account, an event's place.
 */

/** Whether what was given is right on a dataset; an account with or without its domain, in any case. */
export function isRightAnswer(answer: LessonAnswer, dataset: string, given: string): boolean {
  switch (answer.kind) {
    case 'choice':
      return given === rightOptions(answer.options);
    case 'count':
      return readCount(given) === answer.right.get(dataset);
    case 'account':
      return bareAccount(given) === bareAccount(answer.right.get(dataset) ?? '') && bareAccount(given) !== '';
    case 'event':
      return given === answer.right.get(dataset)?.event;
    default:
      return assertNever(answer);
  }
}

/** Options by their places, in order. */
export function optionPlaces(places: Iterable<number>): string {
  return [...places].sort((a, b) => a - b).join(',');
}

function rightOptions(options: readonly { readonly isRight: boolean }[]): string {
  return optionPlaces(options.flatMap(({ isRight }, place) => (isRight ? [place] : [])));
}

/** '4,976' and '4 976' are 4976; null for what is no count. */
export function readCount(text: string): number | null {
  const digits = text.trim().replace(/(?<=\d)[ ,’'\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

/** 'THESHIRE\pgustavo' and 'pgustavo@theshire.local' are 'pgustavo'. */
function bareAccount(text: string): string {
  return text.trim().replace(/^.*\\/, '').replace(/@.*$/, '').toLowerCase();
}
