import { useEffect, useMemo } from 'react';
import type { HuntRun } from '@/lib/engine/engine';
import type { ViewState } from '@/lib/url/view-state';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import { keepText, useDeviceText } from './device-text';

/*
 * A page without a server keeps no secret from who wants to know it: the hunt's document and the answers are files of the page. But no slip of the hand
 * shows them: once a hunt is taken as a student, this device remembers that, whatever the address says, until the lesson is left on purpose.
 */

const nameOf = (hunt: HuntRun['id']) => `huntbook.student.${hunt}`;

/** The view as the viewer may have it: a student's where the address or the device says so. Then the address says so, too. */
export function useStudentView(hunt: HuntRun['id'], given: ViewState, adjust: ViewNavigation['adjust']): ViewState {
  const isRemembered = useDeviceText(nameOf(hunt)) !== null;
  const isLost = isRemembered && !given.lesson.isStudent;
  useEffect(() => {
    if (isLost) adjust(({ lesson }) => ({ lesson: { ...lesson, isStudent: true } }));
  }, [isLost, adjust]);
  return useMemo(() => (isLost ? { ...given, lesson: { ...given.lesson, isStudent: true } } : given), [given, isLost]);
}

/** `isTaken`: the view is a student's, and there is a lesson on the hunt. Not once more where another tab has left it. */
export function useRememberStudent(hunt: HuntRun['id'], isTaken: boolean): void {
  useEffect(() => {
    if (isTaken) keepText(nameOf(hunt), 'taken');
  }, [hunt, isTaken]);
}

/** The lesson's answers stay: a student's link leads back to them. */
export function leaveLesson(hunt: HuntRun['id'], adjust: ViewNavigation['adjust']): void {
  keepText(nameOf(hunt), null);
  adjust(({ lesson }) => ({ lesson: { ...lesson, isStudent: false } }));
}
