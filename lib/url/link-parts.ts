import { addressKeys } from './address-keys';
import type { ViewState } from './view-state';

/** One key of a link as it stands there, before it is escaped. */
export interface LinkPart {
  readonly key: string;
  /** 'the filters' */
  readonly names: string;
  readonly value: string;
}

/** Everything that a link to a view holds, and what is on screen but stays out of it (see `encodeWithheld`). */
export function linkParts(state: ViewState): { readonly told: readonly LinkPart[]; readonly withheld: readonly LinkPart[] } {
  const parts = addressKeys.flatMap(({ key, names, tellsData, write }) => {
    const value = write(state);
    return value === null ? [] : [{ key, names, value, isWithheld: tellsData && state.dataset?.kind === 'upload' }];
  });
  const only = (isWithheld: boolean) => parts.filter((part) => part.isWithheld === isWithheld).map(({ key, names, value }) => ({ key, names, value }));
  return { told: only(false), withheld: only(true) };
}
