'use client';

import { classNames } from '@/components/ui/class-names';
import { MoreIcon } from '@/components/ui/icons';
import { Menu } from '@/components/ui/menu';
import { usePivotEntries } from './use-pivot-entries';

interface PivotMenuProps {
  /** Null: the value is part of several fields' texts. */
  readonly field: string | null;
  readonly value: string;
  readonly className?: string;
}

/** A button beside a value, and the menu of where the value leads. In a table the cell's context menu has the same entries. */
export function PivotMenu({ field, value, className }: PivotMenuProps) {
  const entries = usePivotEntries();
  return <Menu label={`Pivot on ${field ?? value}`} align="end" trigger={<MoreIcon />} entries={entries(field, value)} className={classNames('px-0 pointer-coarse:min-h-6! pointer-coarse:min-w-8!', className ?? 'w-7')} />;
}
