import type { ReadingKind } from '@/lib/engine/reading-address';
import type { AddressKey } from './address-key';
import type { ReadingClaim } from './result-claim';

const WRITTEN = /^([0-9A-Za-z.-]{1,30}):([1-9]\d{0,3}):([\w-]{43})?:([\w-]{16})?:([\w-]{16})(?::(\d{1,15})?:([\w,.-]{1,2000})?)?$/;

const LETTERS: Readonly<Record<ReadingKind, string>> = { sql: 's', pandas: 'p', hardened: 'h' };
const KINDS: ReadonlyMap<string, ReadingKind> = new Map([['s', 'sql'], ['p', 'pandas'], ['h', 'hardened']]);
const READING = /^([sph])(?:(\d{1,9}|x)([\w-]{4}))?([\w-]{3})$/;
const ANALYTIC = /^[A-Za-z0-9-]{1,20}$/;

/**
 * '0.1.0:1:<data>:<hunt>:<result>:<events>:<readings>', the last two or neither. Readings by analytic, each with its rows ('x': did not run), their digest,
 * and that of its query: 'I.s48aB3-Xy_.h42…,II.s…'; only the latter where its rows are not told.
 */
export const resultClaimKey: AddressKey = {
  key: 'made',
  names: 'what its maker had',
  tellsData: false,
  write: ({ made }) => {
    if (!made) return null;
    const { app, format, data, hunt, result, events, readings } = made;
    const more = events === null && readings.length === 0 ? [] : [events ?? '', writeReadings(readings)];
    return [app, format, data ?? '', hunt ?? '', result, ...more].join(':');
  },
  read: (text, state) => {
    const match = WRITTEN.exec(text);
    if (!match) return null;
    const [, app, format, data, hunt, result, events, told] = match;
    const readings = told ? readReadings(told) : [];
    return readings && { ...state, made: { app, format: Number(format), data: data ?? null, hunt: hunt ?? null, result, events: events ? Number(events) : null, readings } };
  },
};

/** Whether a link can tell of it. */
export function isClaimable(analytic: string): boolean {
  return ANALYTIC.test(analytic);
}

function writeReadings(readings: readonly ReadingClaim[]): string {
  return readings
    .map(({ analytic, reading, found, code }, at) => {
      const begins = at === 0 ? analytic : readings[at - 1].analytic === analytic ? '' : `,${analytic}`;
      return `${begins}.${LETTERS[reading]}${found ? `${found.rows ?? 'x'}${found.digest}` : ''}${code}`;
    })
    .join('');
}

function readReadings(text: string): readonly ReadingClaim[] | null {
  const readings: ReadingClaim[] = [];
  for (const part of text.split(',')) {
    const [analytic, ...of] = part.split('.');
    if (!isClaimable(analytic) || of.length === 0) return null;
    for (const written of of) {
      const match = READING.exec(written);
      const reading = KINDS.get(match?.[1] ?? '');
      if (!match || !reading) return null;
      const [, , rows, digest, code] = match;
      readings.push({ analytic, reading, found: digest === undefined ? null : { rows: rows === 'x' ? null : Number(rows), digest }, code });
    }
  }
  return readings;
}
