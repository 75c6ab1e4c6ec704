'use client';

import { MoreIcon } from '@/components/ui/icons';
import { Menu } from '@/components/ui/menu';
import { usePivotEntries } from './use-pivot-entries';

/** A button beside a value, and the menu of where the value leads. In a table the cell's context menu has the same entries. */
export function PivotMenu({ field, value }: { readonly field: string; readonly value: string }) {
  const entries = usePivotEntries();
  return <Menu label={`Pivot on ${field}`} align="end" trigger={<MoreIcon />} entries={entries(field, value)} className="w-7 px-0" />;
}
