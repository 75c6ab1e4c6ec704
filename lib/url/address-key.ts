import type { ViewState } from './view-state';

/** One key of the address, version 1. */
export interface AddressKey {
  readonly key: string;
  /** For the notice: what falls back if the value is bad. */
  readonly names: string;
  /** It tells what is in the events: for an uploaded dataset it stays out of the address. */
  readonly tellsData: boolean;
  /** Null: the default, which is left out. */
  readonly write: (state: ViewState) => string | null;
  /** Null: not a value of this key. */
  readonly read: (text: string, state: ViewState) => ViewState | null;
}
