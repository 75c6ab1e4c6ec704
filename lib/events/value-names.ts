import type { Step } from './line-reader';

type Member = number | Map<string, Member>;

/**
 * The dotted name of each value of a line; null where JSON.parse would not keep the value, since its key, or that of an object
 * around it, comes again. Where a key that holds dots meets a nested one of the same dotted name, the later in the line stays.
 */
export function namesOfValues(steps: readonly Step[]): (string | null)[] {
  const root = new Map<string, Member>();
  const open = [root];
  steps.forEach((step, slot) => {
    open.length -= Math.min(step.closes, open.length);
    step.keys.forEach((key, i) => {
      const parent = open[open.length - 1];
      if (i === step.keys.length - 1) {
        parent.set(key, slot);
        return;
      }
      const child = new Map<string, Member>();
      parent.set(key, child);
      open.push(child);
    });
  });
  const names: (string | null)[] = new Array<string | null>(steps.length - 1).fill(null);
  const slots = new Map<string, number>();
  const pending: { prefix: string; members: Map<string, Member> }[] = [{ prefix: '', members: root }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const [key, member] of next.members) {
      const name = next.prefix + key;
      if (typeof member === 'number') slots.set(name, Math.max(member, slots.get(name) ?? -1));
      else pending.push({ prefix: `${name}.`, members: member });
    }
  }
  for (const [name, slot] of slots) names[slot] = name;
  return names;
}
