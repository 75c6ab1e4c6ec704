import { useMemo, type ReactNode } from 'react';
import { PivotContext, type PivotPlace } from './pivot-context';

/** Gives the values inside it somewhere to lead to. */
export function Pivots({ engine, go, clock, children }: PivotPlace & { readonly children: ReactNode }) {
  const place = useMemo(() => ({ engine, go, clock }), [engine, go, clock]);
  return <PivotContext value={place}>{children}</PivotContext>;
}
