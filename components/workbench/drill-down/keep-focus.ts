import type { KeyboardEvent } from 'react';

/** Where the panel covers the page, the Tab key goes round in it: what lies under it cannot be seen. */
export function keepFocusInSheet(event: KeyboardEvent<HTMLElement>): void {
  const sheet = event.currentTarget;
  if (getComputedStyle(sheet).position !== 'fixed') return;
  const stops = [...sheet.querySelectorAll<HTMLElement>('a[href], button:not(:disabled), summary, [tabindex="0"]')].filter(
    (stop) => stop.tabIndex >= 0 && stop.checkVisibility(),
  );
  const first = stops.at(0);
  const last = stops.at(-1);
  const atStart = document.activeElement === first || document.activeElement instanceof HTMLHeadingElement;
  const target = event.shiftKey && atStart ? last : !event.shiftKey && document.activeElement === last ? first : undefined;
  if (!target) return;
  event.preventDefault();
  target.focus();
}
