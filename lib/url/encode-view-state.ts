import type { AddressKey } from './address-key';
import { addressKeys } from './address-keys';
import type { ViewState } from './view-state';

export const ADDRESS_VERSION = 1;

/**
 * The address's hash for a view, without '#'; '' for the view that shows nothing. What would tell the content of an uploaded
 * dataset (session, host, user) is left out: `encodeWithheld` gives it for the browser's own history.
 */
export function encodeViewState(state: ViewState): string {
  return encode(state, (key) => !isWithheld(state, key));
}

/**
 * What `encodeViewState` left out, in the same form; '' if that is nothing. Belongs into `history.state`, which back and reload
 * restore and no link carries: `decodeViewState(hash, withheld)` puts both together.
 */
export function encodeWithheld(state: ViewState): string {
  return encode(state, (key) => isWithheld(state, key));
}

function isWithheld(state: ViewState, key: AddressKey): boolean {
  return key.tellsData && state.dataset?.kind === 'upload';
}

function encode(state: ViewState, wanted: (key: AddressKey) => boolean): string {
  const parts: string[] = [];
  for (const key of addressKeys) {
    const value = wanted(key) ? key.write(state) : null;
    if (value !== null) parts.push(`${key.key}=${escapeValue(value)}`);
  }
  return parts.length === 0 ? '' : [`v=${ADDRESS_VERSION}`, ...parts].join('&');
}

/** Percent-encoded, but for what a hash may hold and no chat program or Markdown renderer ends a link at. */
function escapeValue(value: string): string {
  const wellFormed = value.replace(/\p{Surrogate}/gu, '\ufffd');
  return encodeURIComponent(wellFormed)
    .replace(/%(2F|3A|2C|40)/g, (escape) => decodeURIComponent(escape))
    .replace(/[!'()*~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
