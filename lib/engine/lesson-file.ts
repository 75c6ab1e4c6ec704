import { hugeHunt, huntText, LARGEST_HUNT } from '@/lib/hunts/hunt-source';
import type { Lesson } from '@/lib/hunts/lesson-document';
import { isLessonText, readLesson } from '@/lib/hunts/read-lesson';
import type { NamedFile } from '@/lib/ingest/source';

export type { Lesson, LessonAnswer, LessonDataset, LessonReveal, LessonStep, LessonWords } from '@/lib/hunts/lesson-document';

/** Reads a lesson; null where the file is none. @throws UserError 'unreadable-hunt' */
export async function readLessonFile({ name, blob }: NamedFile): Promise<Lesson | null> {
  if (blob.size > LARGEST_HUNT) throw hugeHunt(name);
  const text = huntText(new Uint8Array(await blob.arrayBuffer()), name);
  return isLessonText(text) ? readLesson(text, name) : null;
}
