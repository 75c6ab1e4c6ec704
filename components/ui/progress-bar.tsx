import type { ReactNode } from 'react';
import { Button } from './button';

interface ProgressBarProps {
  readonly label: string;
  /** What is being done, with numbers: "12.4 MB · 31,022 events". */
  readonly detail: ReactNode;
  /** 0 to 1; null where the end is not known. */
  readonly fraction: number | null;
  readonly onCancel: () => void;
}

export function ProgressBar({ label, detail, fraction, onCancel }: ProgressBarProps) {
  const percent = fraction === null ? null : Math.round(Math.min(1, Math.max(0, fraction)) * 100);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-4">
        <span className="truncate text-base font-medium">{label}</span>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
        className="h-1.5 overflow-hidden rounded-full bg-sunken"
      >
        <svg className="block h-full w-full" preserveAspectRatio="none" viewBox="0 0 100 1" aria-hidden="true" focusable="false">
          {percent === null ? (
            <rect className="animate-pulse" width="100" height="1" fill="var(--accent)" opacity="0.5" />
          ) : (
            <rect width={percent} height="1" fill="var(--accent)" />
          )}
        </svg>
      </div>
      <p className="tabular font-mono text-xs text-ink-2">{detail}</p>
    </div>
  );
}
