import type { ReactNode } from 'react';
import type { Failure } from '@/lib/base/user-error';
import { WarningIcon } from './icons';

interface ErrorNoticeProps {
  readonly failure: Pick<Failure, 'message' | 'advice'>;
  /** Buttons: try again, choose another. */
  readonly children?: ReactNode;
}

/** Says what happened, to which file or line, and what to do. Read out at once. */
export function ErrorNotice({ failure, children }: ErrorNoticeProps) {
  return (
    <div role="alert" className="flex gap-2.5 rounded-md border border-danger bg-danger-soft p-3 text-sm">
      <WarningIcon className="mt-0.5 shrink-0 text-danger" />
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-medium text-danger">{failure.message}</p>
        <p className="text-ink">{failure.advice}</p>
        {children !== undefined && <div className="mt-1.5 flex flex-wrap gap-2">{children}</div>}
      </div>
    </div>
  );
}
