import type { FunnelPlace } from '@/lib/engine/explain-shapes';
import type { ReadingAddress } from '@/lib/engine/reading-address';

/** A number of a reading's funnel. */
export interface FunnelView extends ReadingAddress {
  readonly place: FunnelPlace;
}
