import type { ReactNode } from 'react';
import { classNames } from './class-names';

type Tone = 'neutral' | 'accent' | 'caution' | 'danger';

const TONES: Record<Tone, string> = {
  neutral: 'border-line bg-sunken text-ink-2',
  accent: 'border-transparent bg-accent-soft text-accent',
  caution: 'border-transparent bg-caution-soft text-caution',
  danger: 'border-transparent bg-danger-soft text-danger',
};

interface BadgeProps {
  readonly tone?: Tone;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A word or a number that marks what it stands beside. */
export function Badge({ tone = 'neutral', children, className }: BadgeProps) {
  return (
    <span
      className={classNames(
        'tabular inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded border px-1.5 text-2xs font-medium',
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}

/** `series` 1 to 7 of the palette, or 0 for "other". The ring keeps pale colours visible on any ground. */
export function SeriesDot({ series, className }: { readonly series: number; readonly className?: string }) {
  return (
    <svg className={classNames('inline-block shrink-0', className)} width="9" height="9" viewBox="0 0 9 9" aria-hidden="true" focusable="false">
      <circle cx="4.5" cy="4.5" r="4" fill={seriesColor(series)} stroke="var(--edge)" strokeWidth="1" />
    </svg>
  );
}

export function seriesColor(series: number): string {
  return series >= 1 && series <= 7 ? `var(--series-${series})` : 'var(--series-other)';
}
