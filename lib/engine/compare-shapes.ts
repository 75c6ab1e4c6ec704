import type { HostCounts } from '@/lib/hunts/coverage-shapes';
import type { ReadingKind } from '@/lib/hunts/hunt-document';

export type { CauseKind, CodePlace, DifferenceCause, DifferenceCauses, SideCauses, Words } from '@/lib/hunts/difference-shapes';
export type { CoverageNeed, HostCounts, HostCoverage, NeedOnHost, ReadingCoverage } from '@/lib/hunts/coverage-shapes';

/** Two readings of one analytic. */
export interface ReadingPair {
  readonly analytic: string;
  readonly left: ReadingKind;
  readonly right: ReadingKind;
}

/** For a reading without a hit, on how many hosts that means something. */
export interface ReadingHosts {
  readonly analytic: string;
  readonly reading: ReadingKind;
  readonly counts: HostCounts;
  /** "cannot know on DC01, WKS2: no Sysmon 11"; null where every host can know. */
  readonly cannotKnow: string | null;
}
