import type { HostCounts } from '@/lib/engine/compare-shapes';
import type { ReadingRun, Verdict } from '@/lib/engine/engine';
import { countText } from '@/components/ui/format';

/** 'partly-known': no hit, but some hosts cannot know. */
export type ShownVerdict = Verdict | 'partly-known';

/**
 * What a reading's outcome means once it is known what each host recorded: where no host could have shown a hit, "no hit" says nothing.
 * `hosts`: null until it is known.
 */
export function shownVerdict({ verdict }: Pick<ReadingRun, 'verdict'>, hosts: HostCounts | null): ShownVerdict {
  if (verdict !== 'no-hit' || hosts === null || hosts.cannotKnow === 0) return verdict;
  return hosts.noHit === 0 ? 'cannot-know' : 'partly-known';
}

/** "no hit", "no hit; 2 of 3 hosts cannot know", "cannot know". */
export function verdictWords(verdict: ShownVerdict, hosts: HostCounts | null): string {
  switch (verdict) {
    case 'hits':
      return 'hits';
    case 'no-hit':
      return 'no hit';
    case 'partly-known': {
      const all = hosts ? hosts.hits + hosts.noHit + hosts.cannotKnow : 0;
      return `no hit; ${hosts?.cannotKnow.toLocaleString('en') ?? '0'} of ${countText(all, 'host')} cannot know`;
    }
    case 'cannot-know':
      return 'cannot know';
    case 'error':
      return 'error';
  }
}
