import type { AddressKey } from './address-key';

/** Where a lesson is, and that it is a student who reads the link. */
export const lessonKeys: readonly AddressKey[] = [
  {
    key: 'lesson',
    names: 'how the lesson is shown',
    tellsData: false,
    write: ({ lesson }) => (lesson.isStudent ? 'student' : null),
    read: (text, state) => (text === 'student' ? { ...state, lesson: { ...state.lesson, isStudent: true } } : null),
  },
  {
    key: 'step',
    names: 'the step of the lesson',
    tellsData: false,
    write: ({ section, lesson }) => (section === 'lesson' && lesson.step !== 1 ? String(lesson.step) : null),
    read: (text, state) => (/^[1-9]\d{0,3}$/.test(text) ? { ...state, lesson: { ...state.lesson, step: Number(text) } } : null),
  },
];
