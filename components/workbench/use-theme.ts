'use client';

import { useLayoutEffect } from 'react';
import type { Theme } from '@/lib/url/view-state';

/**
 * Puts the theme on the root element, where `app/globals.css` reads it; null leaves it to the system. Undefined, while the address is
 * not known yet, leaves what `public/theme.js` put there.
 */
export function useTheme(theme: Theme | null | undefined): void {
  useLayoutEffect(() => {
    if (theme === undefined) return;
    if (theme === null) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
}
