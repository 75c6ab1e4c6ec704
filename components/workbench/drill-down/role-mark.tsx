import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import type { SessionEvent } from '@/lib/engine/engine';

type Role = SessionEvent['role'];

const NAMES: Record<Role, string> = {
  logon: 'Logon',
  privileges: 'Privileges',
  share: 'Share',
  file: 'File',
  process: 'Process',
  network: 'Network',
  logoff: 'Logoff',
  other: 'Other',
};

/** Twelve units square. */
const PICTURES: Record<Role, ReactNode> = {
  logon: <path d="M5 2h5v8H5M1.5 6H7M5 4l2 2-2 2" />,
  privileges: <path d="M6 1.5 10 3v3c0 2.2-1.6 3.8-4 4.5C3.6 9.8 2 8.2 2 6V3z" />,
  share: <path d="M1.5 9.500v-7h3L6 4h4.500v5.500z" />,
  file: <path d="M3 1.500h4l2 2v7H3zM7 1.500v2h2" />,
  process: <path d="M1.5 2.500h9v7h-9zM3.5 5 5 6.250 3.5 7.500M6 7.500h2.5" />,
  network: <path d="M1.5 4h8m-2-2 2 2-2 2M10.5 8h-8m2-2-2 2 2 2" />,
  logoff: <path d="M7 2H2v8h5M5 6h5.500m-2-2 2 2-2 2" />,
  other: <circle cx="6" cy="6" r="1.5" />,
};

/** The picture on the rail that says what an event is in its session. What proves the attack's steps stands out. */
export function RoleMark({ role }: { readonly role: Role }) {
  const isStrong = role === 'file' || role === 'logon' || role === 'logoff';
  return (
    <span
      title={NAMES[role]}
      className={classNames(
        'absolute left-0 top-0.5 flex size-[19px] items-center justify-center rounded-full border',
        isStrong ? 'border-accent bg-accent-soft text-accent' : 'border-line bg-surface text-ink-3',
      )}
    >
      <svg width="11" height="11" viewBox="0 0 12 12" fill="none" stroke="currentColor" strokeWidth="1.25" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
        {PICTURES[role]}
      </svg>
      <span className="sr-only">{NAMES[role]}:</span>
    </span>
  );
}
