import { keepText } from './device-text';

/** Where the lesson that the viewer gave is kept, if any: `{ name, text }`. It goes before ours. */
export const OWN_LESSON = 'huntbook.lesson';

export function openOwnLesson(name: string, text: string): void {
  keepText(OWN_LESSON, JSON.stringify({ name, text }));
}

export function leaveOwnLesson(): void {
  keepText(OWN_LESSON, null);
}
