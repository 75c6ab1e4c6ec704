import type { FunnelPlace } from '@/lib/engine/explain-shapes';
import type { ReadingKind } from '@/lib/engine/reading-address';
import type { AddressKey } from './address-key';
import type { FunnelView } from './funnel-view';

/** The number of a funnel whose events are listed. */
export const funnelKey: AddressKey = {
  key: 'funnel',
  names: 'the list of events',
  tellsData: false,
  write: ({ funnel }) => funnel && [funnel.analytic, funnel.reading, ...placeParts(funnel.place)].join('.'),
  read: (text, state) => {
    const funnel = readFunnel(text);
    return funnel && { ...state, funnel };
  },
};

function placeParts(place: FunnelPlace): readonly (string | number)[] {
  switch (place.kind) {
    case 'left':
      return [place.kind, place.leg, place.conditions];
    case 'only-fails':
      return [place.kind, place.leg, place.condition];
    case 'unmatched':
      return [place.kind, place.join, place.side, ...(place.key === null ? [] : [place.key])];
    case 'joined':
      return [place.kind, place.join];
    case 'after':
      return [place.kind, place.step];
  }
}

/** 'IV.sql.left.0.2' */
function readFunnel(text: string): FunnelView | null {
  const [analytic, reading, ...parts] = text.split('.');
  const place = readPlace(parts);
  return place && /^[A-Za-z0-9-]{1,20}$/.test(analytic) && isReading(reading) ? { analytic, reading, place } : null;
}

function isReading(text: string | undefined): text is ReadingKind {
  return text === 'sql' || text === 'pandas' || text === 'hardened';
}

function readPlace([kind, ...parts]: readonly string[]): FunnelPlace | null {
  if (kind === 'unmatched') {
    const [join, side, key, ...rest] = parts;
    if (!isPlace(join) || (side !== 'left' && side !== 'right') || rest.length > 0) return null;
    if (key !== undefined && key !== '-1' && !isPlace(key)) return null;
    return { kind, join: Number(join), side, key: key === undefined ? null : Number(key) };
  }
  if (!parts.every(isPlace)) return null;
  const [first, second] = parts.map(Number);
  if (kind === 'left' && parts.length === 2) return { kind, leg: first, conditions: second };
  if (kind === 'only-fails' && parts.length === 2) return { kind, leg: first, condition: second };
  if (kind === 'joined' && parts.length === 1) return { kind, join: first };
  return kind === 'after' && parts.length === 1 ? { kind, step: first } : null;
}

function isPlace(text: string | undefined): text is string {
  return text !== undefined && /^(0|[1-9]\d{0,7})$/.test(text);
}
