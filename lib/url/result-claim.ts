import type { AddressKey } from './address-key';

/** What a shared link says that its maker had: who opens it sees whether it is still so. Digests are base64url. */
export interface ResultClaim {
  /** The app's version. */
  readonly app: string;
  /** Of the result's digest: of another format it cannot be compared. */
  readonly format: number;
  /** The dataset's whole SHA-256; null for an uploaded one, whose address has it, and where the browser computed none. */
  readonly data: string | null;
  /** Of the hunt document's text, 96 bits; null where the browser computed none. */
  readonly hunt: string | null;
  /** Of every row of every reading, 96 bits. */
  readonly result: string;
}

const WRITTEN = /^([0-9A-Za-z.-]{1,30}):([1-9]\d{0,3}):([\w-]{43})?:([\w-]{16})?:([\w-]{16})$/;

/** '0.1.0:1:<data>:<hunt>:<result>' */
export const resultClaimKey: AddressKey = {
  key: 'made',
  names: 'what its maker had',
  tellsData: false,
  write: ({ made }) => made && [made.app, made.format, made.data ?? '', made.hunt ?? '', made.result].join(':'),
  read: (text, state) => {
    const match = WRITTEN.exec(text);
    if (!match) return null;
    const [, app, format, data, hunt, result] = match;
    return { ...state, made: { app, format: Number(format), data: data ?? null, hunt: hunt ?? null, result } };
  },
};
