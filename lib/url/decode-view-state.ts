import { addressKeys } from './address-keys';
import { ADDRESS_VERSION } from './encode-view-state';
import { emptyViewState } from './view-state';
import type { ViewState } from './view-state';

/** What of an address could not be restored, for the viewer. */
export interface AddressNotice {
  /** The key in the address; 'v' for its version, '' for the whole. */
  readonly key: string;
  readonly message: string;
}

export interface DecodedView {
  readonly state: ViewState;
  readonly notices: readonly AddressNotice[];
}

const LONGEST_HASH = 65_536;

/**
 * Reads an address's hash, with or without '#'; never throws. A bad value falls back alone. `withheld` is what
 * `encodeWithheld` gave, from `history.state`; anything but a string counts as nothing.
 */
export function decodeViewState(hash: string, withheld?: unknown): DecodedView {
  const notices: AddressNotice[] = [];
  let state = emptyViewState;
  if (hash.length > LONGEST_HASH) {
    return { state, notices: [{ key: '', message: 'This link is too long to be one of ours; it was left aside.' }] };
  }
  const given = splitHash(hash.replace(/^#/, ''));
  if (typeof withheld === 'string' && withheld.length <= LONGEST_HASH) {
    for (const [key, value] of splitHash(withheld)) if (key !== 'v') given.set(key, value);
  }
  noteVersion(given.get('v'), notices);
  given.delete('v');
  for (const key of addressKeys) {
    const escaped = given.get(key.key);
    given.delete(key.key);
    if (escaped === undefined) continue;
    const text = unescapeValue(escaped);
    const next = text === null ? null : key.read(text, state);
    if (next) state = next;
    else notices.push({ key: key.key, message: `The link's value for ${key.names} (${preview(escaped)}) cannot be read; it was left aside.` });
  }
  for (const key of given.keys()) notices.push({ key, message: `The link holds "${preview(key)}", which is not known here.` });
  return { state, notices };
}

/** A Map, so that a key such as `__proto__` is only a key. The first of several equal keys counts. */
function splitHash(hash: string): Map<string, string> {
  const given = new Map<string, string>();
  for (const part of hash.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const key = equals < 0 ? part : part.slice(0, equals);
    if (!given.has(key)) given.set(key, equals < 0 ? '' : part.slice(equals + 1));
  }
  return given;
}

function noteVersion(version: string | undefined, notices: AddressNotice[]): void {
  if (version === undefined || version === String(ADDRESS_VERSION)) return;
  const isNewer = /^[1-9]\d{0,5}$/.test(version) && Number(version) > ADDRESS_VERSION;
  const message = isNewer
    ? `This link was made by a newer Huntbook (link version ${version}); what this one understands of it is shown.`
    : `The link's version (${preview(version)}) cannot be read; it was read as version ${ADDRESS_VERSION}.`;
  notices.push({ key: 'v', message });
}

function unescapeValue(escaped: string): string | null {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
}

function preview(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
