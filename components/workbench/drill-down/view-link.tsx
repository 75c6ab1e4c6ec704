import type { MouseEvent, ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { encodeViewState } from '@/lib/url/encode-view-state';
import type { ViewState } from '@/lib/url/view-state';
import { useDrill } from './drill-context';
import { closed } from './layers';

interface ViewLinkProps {
  readonly change: Partial<ViewState>;
  readonly children: ReactNode;
  /** Replaces the look of a link in text. */
  readonly className?: string;
  readonly title?: string;
}

/** A link to the view with a change: it has an address to copy or open elsewhere, and stays on the page when clicked. */
export function ViewLink({ change, children, className, title }: ViewLinkProps) {
  const { view, go } = useDrill();
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(change);
  };
  return (
    <a
      href={`#${encodeViewState({ ...view, ...change })}`}
      onClick={onClick}
      title={title}
      className={className ?? 'rounded-sm text-accent underline decoration-1 underline-offset-2 hover:decoration-2'}
    >
      {children}
    </a>
  );
}

/** To the sessions of a host. */
export function HostLink({ host, className }: { readonly host: string; readonly className?: string }) {
  return (
    <ViewLink change={sessionsOf({ host, user: null })} title={`Sessions on ${host}`}>
      <span className={classNames('font-mono', className)}>{host}</span>
    </ViewLink>
  );
}

/** To the sessions of an account; `children` is how it is written where it stands. */
export function UserLink({ user, children }: { readonly user: string; readonly children?: ReactNode }) {
  return (
    <ViewLink change={sessionsOf({ host: null, user })} title={`Sessions of ${user}`}>
      <span className="font-mono">{children ?? user}</span>
    </ViewLink>
  );
}

function sessionsOf(sessionsFilter: ViewState['sessionsFilter']): Partial<ViewState> {
  return { ...closed, section: 'sessions', sessionsFilter };
}
