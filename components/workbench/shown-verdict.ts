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
    case 'partly-known':
      return partlyWords(hosts ? [hosts] : []);
    case 'cannot-know':
      return 'cannot know';
    case 'error':
      return 'error';
  }
}

function partlyWords(hosts: readonly HostCounts[]): string {
  const all = Math.max(0, ...hosts.map(({ hits, noHit, cannotKnow }) => hits + noHit + cannotKnow));
  const unknown = hosts.map(({ cannotKnow }) => cannotKnow);
  const [least, most] = [Math.min(...unknown), Math.max(...unknown)];
  const range = least === most ? most.toLocaleString('en') : `${least.toLocaleString('en')} to ${most.toLocaleString('en')}`;
  return `no hit; ${range} of ${countText(all, 'host')} cannot know`;
}

/** What all readings of an analytic say, if that is the same and no number of hits; else null. */
export function sharedVerdictWords(readings: readonly { readonly run: Pick<ReadingRun, 'verdict'>; readonly hosts: HostCounts | null }[]): string | null {
  const verdicts = readings.map(({ run, hosts }) => shownVerdict(run, hosts));
  const first = verdicts.at(0);
  if (first === undefined || first === 'hits' || verdicts.some((verdict) => verdict !== first)) return null;
  return first === 'partly-known' ? partlyWords(readings.flatMap(({ hosts }) => (hosts ? [hosts] : []))) : verdictWords(first, null);
}

/** The shortest: "2", "0", "0?", "?", "!". */
export function verdictSign(run: Pick<ReadingRun, 'verdict' | 'rowCount'>, hosts: HostCounts | null): string {
  switch (shownVerdict(run, hosts)) {
    case 'hits':
    case 'no-hit':
      return run.rowCount.toLocaleString('en');
    case 'partly-known':
      return '0?';
    case 'cannot-know':
      return '?';
    case 'error':
      return '!';
  }
}
