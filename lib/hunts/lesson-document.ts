import type { LineProblem } from './hunt-document';

/** A lesson as its document says it, before any dataset. Lines count from 1. */
export interface Lesson {
  /** From the front matter: what progress is kept under. */
  readonly id: string;
  /** The id of the hunt that it teaches. */
  readonly hunt: string;
  readonly version: string | null;
  readonly title: string;
  /** Markdown under the title. */
  readonly introduction: string;
  /** Those that it has answers for. */
  readonly datasets: readonly LessonDataset[];
  /** In order; one that could not be read wholly is in `problems` instead. */
  readonly steps: readonly LessonStep[];
  readonly problems: readonly LineProblem[];
}

export interface LessonDataset {
  /** As the lesson calls it: 'sample'. */
  readonly id: string;
  readonly title: string;
  /** Of the file, lower-case hex. */
  readonly sha256: string;
  /** http(s), or the path of a dataset that comes with the page. */
  readonly link: string;
  readonly line: number;
}

export interface LessonStep {
  readonly title: string;
  readonly line: number;
  /** Markdown before the question. */
  readonly introduction: string;
  readonly question: LessonWords;
  readonly answer: LessonAnswer;
  readonly reveal: LessonReveal;
  readonly explanation: LessonWords;
}

/** Markdown that is said on every dataset, and what is added on one, by its id. */
export interface LessonWords {
  readonly always: string;
  readonly on: ReadonlyMap<string, string>;
}

/** What is asked for; what is right on a dataset goes by its id. `line` is where the answer stands. */
export type LessonAnswer =
  /** `text` is Markdown; several options may be right, and then all of them are asked for. */
  | { readonly kind: 'choice'; readonly line: number; readonly options: readonly { readonly text: string; readonly isRight: boolean }[] }
  | { readonly kind: 'count'; readonly line: number; readonly right: ReadonlyMap<string, number> }
  /** Without its domain. */
  | { readonly kind: 'account'; readonly line: number; readonly right: ReadonlyMap<string, string> }
  /** Places of events as the page's address has them: '0.58'. `among` holds the right one. */
  | { readonly kind: 'event'; readonly line: number; readonly right: ReadonlyMap<string, { readonly event: string; readonly among: readonly string[] }> };

/** What is shown once the question is answered, in the words of the page's address: `row=0.58,0.59`. */
export interface LessonReveal {
  readonly line: number;
  readonly settings: readonly { readonly key: RevealKey; readonly value: string; readonly dataset: string | null }[];
}

export const REVEAL_KEYS = ['analytic', 'reading', 'row', 'funnel', 'session', 'event'] as const;
export type RevealKey = (typeof REVEAL_KEYS)[number];
