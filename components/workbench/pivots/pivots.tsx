import { useMemo, type ReactNode } from 'react';
import { PivotContext, type PivotPlace } from './pivot-context';

/** Gives the values inside it somewhere to lead to. */
export function Pivots({ engine, view, go, clock, children }: PivotPlace & { readonly children: ReactNode }) {
  const place = useMemo(() => ({ engine, view, go, clock }), [engine, view, go, clock]);
  return <PivotContext value={place}>{children}</PivotContext>;
}
