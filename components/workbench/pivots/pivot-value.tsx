'use client';

import type { ReactNode } from 'react';
import { PivotMenu } from './pivot-menu';
import { usePivotContextMenu } from './use-pivot-context-menu';

interface PivotValueProps {
  /** As hunts or the dataset name it: the engine knows a field by all its names. Null: the value is part of several fields' texts. */
  readonly field: string | null;
  readonly value: string;
  /** How it is shown. */
  readonly children: ReactNode;
}

/** A value and where it leads. The button behind it is shown where it is pointed at, has the focus, or is touched. */
export function PivotValue({ field, value, children }: PivotValueProps) {
  const { handlers, menu } = usePivotContextMenu(field, value);
  return (
    <span className="group/pivot inline-flex max-w-full items-center gap-0.5" {...handlers}>
      <span className="min-w-0 break-words">{children}</span>
      <PivotMenu
        field={field}
        value={value}
        className="-my-1 h-6 w-6 opacity-0 focus-visible:opacity-100 aria-expanded:opacity-100 group-focus-within/pivot:opacity-100 group-hover/pivot:opacity-100 pointer-coarse:opacity-100"
      />
      {menu}
    </span>
  );
}
