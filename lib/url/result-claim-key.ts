import type { AddressKey } from './address-key';

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
