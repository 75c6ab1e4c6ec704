import { useEffect, useRef } from 'react';

const MOST_FRAMES = 120;

/**
 * Moves the focus to the heading of what a step led to, if it was outside (on a link of the rail) or went down with what was there.
 * `key` names what is on screen. The first one is where a link or a reload led, and takes no focus; a panel that opens takes its own.
 */
export function useHeadingFocus(key: string, isPanelOpen: boolean): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    const before = last.current;
    last.current = key;
    if (before === null || before === key || isPanelOpen) return;
    let frame = 0;
    let frames = 0;
    const focus = () => {
      const active = document.activeElement;
      // For a moment a dialog that was closed still has it.
      const isLost = active?.closest('dialog:not([open])') != null;
      if (!isLost && active?.closest('main, select, input, textarea, dialog')) return;
      const heading = document.querySelector<HTMLElement>('main h2[tabindex="-1"]');
      if (heading) heading.focus();
      // A section whose script is on its way has no heading yet.
      else if (frames++ < MOST_FRAMES) frame = requestAnimationFrame(focus);
    };
    focus();
    return () => cancelAnimationFrame(frame);
  }, [key, isPanelOpen]);
}
