import type { EventRef } from '@/lib/engine/engine';

/** A link that names more events than this does not name a row. */
const MOST_REFS = 2_000;

/** '0.12': member 0, line 12. */
export function writeEventRef(ref: EventRef): string {
  return `${ref.member}.${ref.line}`;
}

/** Null for anything but a member from 0 and a line from 1, both without leading zeros. */
export function readEventRef(text: string): EventRef | null {
  const match = /^(0|[1-9]\d{0,5})\.([1-9]\d{0,9})$/.exec(text);
  return match ? { member: Number(match[1]), line: Number(match[2]) } : null;
}

/** By member, then line, each event once: the same row always gives the same address. */
export function sortedRefs(refs: readonly EventRef[]): readonly EventRef[] {
  const sorted = [...refs].sort((a, b) => a.member - b.member || a.line - b.line);
  return sorted.filter((ref, i) => i === 0 || ref.member !== sorted[i - 1].member || ref.line !== sorted[i - 1].line);
}

/** '0.12,0.44'; null for no event at all, and for more than a link can name. */
export function writeEventRefs(refs: readonly EventRef[]): string | null {
  const sorted = sortedRefs(refs);
  return sorted.length === 0 || sorted.length > MOST_REFS ? null : sorted.map(writeEventRef).join(',');
}

export function readEventRefs(text: string): readonly EventRef[] | null {
  const parts = text.split(',', MOST_REFS + 1);
  if (parts.length > MOST_REFS) return null;
  const refs: EventRef[] = [];
  for (const part of parts) {
    const ref = readEventRef(part);
    if (!ref) return null;
    refs.push(ref);
  }
  return sortedRefs(refs);
}
