import type { ReactNode } from 'react';
import { classNames } from './class-names';

interface PanelProps {
  readonly title?: ReactNode;
  /** What stands at the right end of the title's line. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  /** Names the region where there is no title to read. */
  readonly label?: string;
}

/** A framed part of the page. */
export function Panel({ title, actions, children, className, label }: PanelProps) {
  return (
    <section aria-label={label} className={classNames('min-w-0 rounded-md border border-line bg-surface', className)}>
      {title !== undefined && (
        <header className="flex min-h-9 items-center justify-between gap-2 border-b border-line py-1 pl-3 pr-1.5">
          <h3 className="text-xs font-medium text-ink-2">{title}</h3>
          {actions}
        </header>
      )}
      {children}
    </section>
  );
}
