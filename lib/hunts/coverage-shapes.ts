import type { ReadingKind } from './hunt-document';

/** For one reading, what each host of the dataset recorded of what it needs. Plain data. */
export interface ReadingCoverage {
  readonly kind: ReadingKind;
  /** The event types that it needs, each once, in the order of its legs. */
  readonly needs: readonly CoverageNeed[];
  /** Those that cannot know first, then those with hits; within that those of most events. */
  readonly hosts: readonly HostCoverage[];
  readonly counts: HostCounts;
}

export interface HostCounts {
  readonly hits: number;
  readonly noHit: number;
  readonly cannotKnow: number;
}

export interface CoverageNeed {
  /** "Sysmon 11", "Security 4624 or 4625"; "any event" where it asks for none in particular. */
  readonly label: string;
  /** Fields without which its conditions and joins cannot hold. */
  readonly fields: readonly string[];
  /** It must be recorded on the host itself: no other host's will do. */
  readonly onHost: boolean;
}

export interface HostCoverage {
  /** '-' for events that name no host. */
  readonly host: string;
  readonly events: number;
  /** In the order of `ReadingCoverage.needs`. */
  readonly needs: readonly NeedOnHost[];
  /** Rows that an event of this host takes part in. */
  readonly hits: number;
  readonly verdict: 'hits' | 'no-hit' | 'cannot-know';
  /** Why it cannot know, a few words: "no Sysmon 11", "Security 5145 without AccessMask". Else null. */
  readonly reason: string | null;
}

export interface NeedOnHost {
  readonly events: number;
  /** Needed fields that none of those events has. */
  readonly missingFields: readonly string[];
}
