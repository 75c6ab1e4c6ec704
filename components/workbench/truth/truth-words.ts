import type { ConfusionView } from '@/lib/engine/truth-shapes';
import { countText } from '@/components/ui/format';

/** "found 2 of 5 · missed 3 · 12 false alarms"; where the key does not speak of the analytic, only rows can be told apart. */
export function confusionText({ found, missed, right, falseAlarms }: ConfusionView, expected: number | null): string {
  const alarms = countText(falseAlarms, 'false alarm');
  if (expected === null) return `${countText(right, 'right row')} · ${alarms}`;
  return `found ${found} of ${expected} · missed ${missed} · ${alarms}`;
}

export const TRUTH_RULE =
  'Found and missed count the events that an analytic should report. A row is right when every leg of it rests on an event of the attack; any other row is a false alarm, also one that ties an event of the attack to somebody else’s. An event is found when a right row rests on it.';
