'use client';

import { createContext, useContext } from 'react';
import type { QueryText } from '@/lib/engine/query-shapes';

type EditAsQuery = (query: QueryText) => void;

/** Takes a reading's code to the section Query. */
export const EditAsQueryContext = createContext<EditAsQuery>(() => undefined);

export function useEditAsQuery(): EditAsQuery {
  return useContext(EditAsQueryContext);
}
