import type { LessonReveal, LessonWords } from '@/lib/engine/lesson-file';

type RevealKey = LessonReveal['settings'][number]['key'];

/** The settings that hold on a dataset: one that names it goes before one for all. */
export function revealOn({ settings }: LessonReveal, dataset: string): ReadonlyMap<RevealKey, string> {
  const chosen = new Map<RevealKey, string>();
  for (const { key, value, dataset: only } of settings) if (only === null && !chosen.has(key)) chosen.set(key, value);
  for (const { key, value, dataset: only } of settings) if (only === dataset) chosen.set(key, value);
  return chosen;
}

/** What is said on a dataset, as one text. */
export function wordsOn({ always, on }: LessonWords, dataset: string): string {
  return [always, on.get(dataset) ?? ''].filter((text) => text !== '').join('\n\n');
}
