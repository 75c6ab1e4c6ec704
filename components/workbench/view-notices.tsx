'use client';

import { useState } from 'react';
import type { AddressNotice } from '@/lib/url/decode-view-state';
import { IconButton } from '@/components/ui/button';
import { CloseIcon, InfoIcon } from '@/components/ui/icons';
import type { OpenDataset } from './dataset-opener';
import { keyWords, type KeyPlace } from './truth/key-places';

interface ViewNoticesProps {
  readonly notices: readonly AddressNotice[];
  /** The file that the link was about, where another one was given. */
  readonly insteadOf: string | null;
  /** Why the open dataset is not kept for a later visit. */
  readonly notKept: OpenDataset['notKept'];
  /** The hunt document that the link was about, where another one was given. */
  readonly huntInsteadOf: string | null;
  /** Hunts that were given with the one that is run. */
  readonly huntsLeftAside: readonly string[];
  /** A lesson that was given while no dataset is open. */
  readonly lesson: string | null;
  /** What became of answer keys that were given. */
  readonly answerKeys: readonly KeyPlace[];
}

const NOT_KEPT = {
  'no-room': 'There is no room to keep this dataset on this device: remove others on the home page, or open it again next time.',
  unavailable: 'This browser cannot keep the dataset on this device: open it again next time.',
} as const;

/** What of the address could not be restored; can be put away until the address says something new. */
export function ViewNotices({ notices, insteadOf, notKept, huntInsteadOf, huntsLeftAside, lesson, answerKeys }: ViewNoticesProps) {
  const messages = notices.map(({ message }) => message);
  if (insteadOf !== null) messages.push(`This is not the file that the link is about (${insteadOf}): its SHA-256 is another. What the link showed is left aside.`);
  if (notKept !== null) messages.push(NOT_KEPT[notKept]);
  if (huntInsteadOf !== null) messages.push(`This is not the hunt that the link is about (${huntInsteadOf}): its SHA-256 is another.`);
  if (huntsLeftAside.length > 0) messages.push(`One hunt is run at a time: ${huntsLeftAside.join(', ')} ${huntsLeftAside.length === 1 ? 'was' : 'were'} left aside.`);
  if (lesson !== null) messages.push(`The lesson ${lesson} is kept on this device: open a dataset, and it is in the section Lesson.`);
  messages.push(...answerKeys.map(keyWords));
  const text = messages.join(' ');
  const [dismissed, setDismissed] = useState('');
  if (text === '' || text === dismissed) return null;
  return (
    <div role="status" className="flex items-start gap-2 border-b border-line bg-caution-soft px-3 py-1.5 text-xs">
      <InfoIcon className="mt-0.5 shrink-0 text-caution" />
      <ul className="min-w-0 grow">
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      <IconButton label="Dismiss" className="h-5 w-5" onClick={() => setDismissed(text)}>
        <CloseIcon />
      </IconButton>
    </div>
  );
}
