import type { EventRef } from '@/lib/engine/engine';
import type { PackContents } from '@/lib/engine/pack-shapes';

/** Where an event of the dataset stands among a pack's, which are all in one file; null for one that it does not hold. */
export function linesOf(places: PackContents['places']): (ref: EventRef) => EventRef | null {
  const lines = new Map(places.map(([member, line], i) => [`${member}:${line}`, i + 1]));
  return ({ member, line }) => {
    const found = lines.get(`${member}:${line}`);
    return found === undefined ? null : { member: 0, line: found };
  };
}
