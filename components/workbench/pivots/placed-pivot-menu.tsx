import { PivotMenu } from './pivot-menu';
import { Pivots } from './pivots';
import type { PivotPlace } from './pivot-context';

/** The menu of a value outside the workbench, which has no pivots around it. */
export function PlacedPivotMenu({ field, value, ...place }: PivotPlace & { readonly field: string; readonly value: string }) {
  return (
    <Pivots {...place}>
      <PivotMenu field={field} value={value} className="-my-1 h-6 w-6" />
    </Pivots>
  );
}
