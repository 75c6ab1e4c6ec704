import type { FunnelPlace } from '@/lib/query/execute/explanation';
import type { EventRef, EventSummary } from './dataset-shapes';
import type { ReadingAddress } from './reading-address';

export type { FunnelPlace } from '@/lib/query/execute/explanation';

/** What a reading nearly found. Legs, conditions and joins in the order of its `FunnelView`. */
export interface Misses {
  readonly legs: readonly { readonly conditions: readonly NearMisses[] }[];
  /** Null: a join without keys. */
  readonly joins: readonly ({ readonly left: KeysThatMetNothing; readonly right: KeysThatMetNothing } | null)[];
  /** Why joins and what follows them cannot be told; null where they can. */
  readonly problem: string | null;
}

/** Events that fail one condition and meet all others of the leg; `missing`: those of them that lack a field that it reads. */
export interface NearMisses {
  readonly events: number;
  readonly missing: number;
}

/** Values of one side's key that the other side does not have. */
export interface KeysThatMetNothing {
  readonly keys: number;
  /** Rows of the side that hold them: events, where the side is one leg. */
  readonly rows: number;
  /** Those of most rows, first; at most 50. */
  readonly top: readonly MetNothing[];
}

export interface MetNothing {
  /** For `FunnelPlace.key`. */
  readonly key: number;
  readonly rows: number;
  /** For each key of the join; null: missing. */
  readonly values: readonly (string | null)[];
}

export interface FunnelRequest extends ReadingAddress {
  readonly place: FunnelPlace;
  readonly offset: number;
  readonly limit: number;
}

export interface FunnelPage {
  /** The condition or join at the place, as written; null: all events. */
  readonly text: string | null;
  /** Legs that the items tell. */
  readonly legs: readonly string[];
  readonly total: number;
  /** In the order of the dataset. For each leg the first event, and how many there are. */
  readonly items: readonly (readonly FunnelItem[])[];
}

export interface FunnelItem {
  readonly event: EventSummary | null;
  readonly events: number;
}

/** A condition, as written, and what it met. */
export interface ConditionCheck {
  readonly text: string;
  /** Null: unknown, for want of a value; that keeps no event. */
  readonly holds: boolean | null;
  /** It does not hold, and a field that it reads is missing. */
  readonly missing: boolean;
  /** The fields that it reads, and their values as written; null: missing. */
  readonly values: readonly FieldValue[];
}

export interface FieldValue {
  readonly field: string;
  readonly value: string | null;
}

/** Whether one event is in the result of one reading, and why not. */
export interface EventStanding extends ReadingAddress {
  readonly title: string;
  /** 'no-part': every leg asks for other event IDs. 'unknown': the reading could not run, or has too many rows to look through. */
  readonly standing: 'in' | 'out' | 'no-part' | 'unknown';
  /** Rows that it is in, in all legs. */
  readonly rows: number;
  /** The first of them, each named by its events. */
  readonly firstRows: readonly (readonly EventRef[])[];
  /** Event IDs that the legs ask for; only for 'no-part'. */
  readonly asksFor: readonly string[];
  /** Why it is unknown; null otherwise. */
  readonly reason: string | null;
  /** Legs that the event could play a part in, those it fails least first. */
  readonly legs: readonly LegStanding[];
}

export interface LegStanding {
  readonly leg: string;
  readonly conditions: readonly ConditionCheck[];
  readonly failed: number;
  /** Null where a condition failed. */
  readonly end: EventEnd | null;
}

/** What became of an event that meets all conditions of its leg. */
export type EventEnd =
  | { readonly kind: 'in-result'; readonly rows: number }
  /** Its key met nothing in the legs `other`. */
  | { readonly kind: 'no-partner'; readonly keys: readonly FieldValue[]; readonly other: string }
  /** Its key met, but no pair meets the rest; `conditions` on the first pair. */
  | { readonly kind: 'pairs-dropped'; readonly pairs: number; readonly other: string; readonly conditions: readonly ConditionCheck[] }
  /** An anti join takes out what has a partner. */
  | { readonly kind: 'taken-away'; readonly keys: readonly FieldValue[]; readonly other: string }
  /** It is a partner that takes others out. */
  | { readonly kind: 'takes-away'; readonly other: string }
  /** A later step dropped its rows; `condition` on the first of them. */
  | { readonly kind: 'dropped'; readonly text: string; readonly condition: ConditionCheck | null }
  | { readonly kind: 'unknown' };
