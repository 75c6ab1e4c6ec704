import { useEffect, useRef, type RefObject } from 'react';

/**
 * Moves the focus to the panel's heading when something is opened in it, and back to where it was when the panel closes. What a
 * link or a reload restored takes no focus. `key` names what is open, null for nothing.
 */
export function usePanelFocus(heading: RefObject<HTMLElement | null>, key: string | null): void {
  const last = useRef<{ readonly key: string | null } | null>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    const before = last.current;
    last.current = { key };
    if (before === null || before.key === key) return;
    if (key !== null) {
      if (before.key === null) opener.current = document.activeElement;
      heading.current?.focus({ preventScroll: true });
      return;
    }
    // The viewer may have gone on to something else: only a focus that went down with the panel is led back.
    if (document.activeElement === null || document.activeElement === document.body) focusBack(opener.current);
    opener.current = null;
  }, [heading, key]);
}

/** To the opener; if it is gone (a pivot led elsewhere, the row scrolled away), to the section's heading or the table's own stop. */
function focusBack(opener: Element | null): void {
  const isThere = opener?.isConnected && opener !== document.body;
  const target = isThere ? opener : (document.querySelector('main h2[tabindex="-1"]') ?? document.querySelector('[role=grid] [tabindex="0"]'));
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}
