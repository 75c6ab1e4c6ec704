import type { ReadingCoverage } from './coverage-shapes';

const HOSTS_NAMED = 5;

/** "cannot know on DC01, WKS2: no Sysmon 11; on FS1: Security 5145 without AccessMask"; null where every host can know. */
export function cannotKnowWords({ hosts, counts }: ReadingCoverage): string | null {
  if (counts.cannotKnow === 0) return null;
  const byReason = new Map<string, string[]>();
  for (const { host, verdict, reason } of hosts) {
    if (verdict !== 'cannot-know' || reason === null) continue;
    byReason.set(reason, [...(byReason.get(reason) ?? []), host]);
  }
  const parts = [...byReason].map(([reason, names]) => `on ${named(names)}: ${reason.replace(/\.$/, '')}`);
  return `cannot know ${parts.join('; ')}`;
}

function named(hosts: readonly string[]): string {
  const first = hosts.slice(0, HOSTS_NAMED).join(', ');
  return hosts.length > HOSTS_NAMED ? `${first} and ${(hosts.length - HOSTS_NAMED).toLocaleString('en')} more` : first;
}
