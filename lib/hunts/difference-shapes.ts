import type { Span } from '@/lib/base/span';
import type { ReadingKind } from './hunt-document';

/** Why two readings of an analytic give different rows on a dataset. Plain data. */
export interface DifferenceCauses {
  readonly left: ReadingKind;
  readonly right: ReadingKind;
  /** Rows that the same events made in both. */
  readonly both: number;
  readonly onlyLeft: SideCauses;
  readonly onlyRight: SideCauses;
  /** What else sets the two apart, a sentence each: `.head()` shows fewer rows than it has. */
  readonly notes: readonly Words[];
}

/** The rows that one reading has and the other lacks. */
export interface SideCauses {
  readonly rows: number;
  /** How many of them, from the first, were looked at. */
  readonly examined: number;
  /** Those of most rows first. A row may have several. */
  readonly causes: readonly DifferenceCause[];
  /** Rows among those looked at that no cause explains. */
  readonly unexplained: number;
}

/**
 * - pattern, value: conditions on one field, of which one takes values that the other does not
 * - missing: the field is missing in the events, which the two take differently; absent: no event of the dataset has it
 * - case: only letter case decides; type: text is compared with numbers
 * - filter: a condition on a field that the other does not look at
 * - join: a key or a condition between legs; partner: another leg of which the row has no event
 * - duplicates: the same events, told in more or fewer rows; limit: one stops after some rows
 */
export type CauseKind = 'pattern' | 'value' | 'missing' | 'absent' | 'case' | 'type' | 'filter' | 'join' | 'partner' | 'duplicates' | 'limit';

export interface DifferenceCause {
  readonly kind: CauseKind;
  /** One sentence. */
  readonly words: Words;
  /** In the code of the reading that has the rows; null where it says nothing of the kind. */
  readonly has: CodePlace | null;
  /** In the code of the reading that lacks them. */
  readonly lacks: CodePlace | null;
  /** The field that decides; null where it is no single one. */
  readonly field: string | null;
  /** The values that make the difference, those of most rows first, at most 20 of them; null is a missing one. */
  readonly values: readonly { readonly value: string | null; readonly rows: number }[];
  /** All of them. */
  readonly valueCount: number;
  readonly rows: number;
  /** Rows for which this is the only cause. */
  readonly alone: number;
  /** Their numbers in the reading that has them, the first 500. */
  readonly rowNumbers: readonly number[];
}

/** A condition, key or join as it is written. */
export interface CodePlace {
  readonly text: string;
  readonly span: Span;
  /** The leg that it asks of, where there are several: 'c › b'; null for one between legs. */
  readonly leg: string | null;
}

/** A sentence whose parts are words, code (or a value as written), and readings, which each front names in its own way. */
export type Words = readonly (string | { readonly code: string } | { readonly reading: ReadingKind })[];

export function wordsText(words: Words, nameOf: (kind: ReadingKind) => string): string {
  return words.map((part) => (typeof part === 'string' ? part : 'code' in part ? part.code : nameOf(part.reading))).join('');
}
