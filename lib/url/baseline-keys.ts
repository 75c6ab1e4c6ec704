import type { AddressKey } from './address-key';

/** What the section Baseline compares with. */
export const baselineKeys: readonly AddressKey[] = [
  {
    key: 'compared',
    names: 'the baseline compared with',
    tellsData: false,
    write: ({ section, compared }) => (section === 'baseline' ? compared : null),
    read: (text, state) => (/^[0-9a-f]{64}$/.test(text) ? { ...state, compared: text } : null),
  },
];
