'use client';

import { useState } from 'react';
import type { AddressNotice } from '@/lib/url/decode-view-state';
import { IconButton } from '@/components/ui/button';
import { CloseIcon, InfoIcon } from '@/components/ui/icons';

/** What of the address could not be restored; can be put away until the address says something new. */
export function ViewNotices({ notices }: { readonly notices: readonly AddressNotice[] }) {
  const text = notices.map(({ message }) => message).join(' ');
  const [dismissed, setDismissed] = useState('');
  if (text === '' || text === dismissed) return null;
  return (
    <div role="status" className="flex items-start gap-2 border-b border-line bg-caution-soft px-3 py-1.5 text-xs">
      <InfoIcon className="mt-0.5 shrink-0 text-caution" />
      <ul className="min-w-0 grow">
        {notices.map(({ key, message }) => (
          <li key={key}>{message}</li>
        ))}
      </ul>
      <IconButton label="Dismiss" className="h-5 w-5" onClick={() => setDismissed(text)}>
        <CloseIcon />
      </IconButton>
    </div>
  );
}
