import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  /** What to do next. */
  readonly children?: ReactNode;
  readonly icon?: ReactNode;
}

export function EmptyState({ title, children, icon }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-1.5 px-6 py-8 text-center">
      {icon}
      <p className="text-base font-medium">{title}</p>
      {children !== undefined && <div className="max-w-[52ch] text-sm text-ink-2">{children}</div>}
    </div>
  );
}
