import type { Span } from '@/lib/base/span';

/** What could stand at a place of a text that is being written. The stretch of the place is what a choice replaces. */
export interface CompletionPlace extends Span {
  /** What stands there so far, that a choice should contain. */
  readonly typed: string;
  /** How a field's name is written there; null where none can stand. */
  readonly field: ((name: string) => string) | null;
  /** The field whose values could stand there. */
  readonly values: PlaceValues | null;
  /** So much could stand there that nothing is worth offering before something is typed. */
  readonly waits: boolean;
  /** Words of the language, and names that the text gives. */
  readonly words: readonly CompletionWord[];
}

export interface PlaceValues {
  /** As written. */
  readonly of: string;
  /** As it is compared there: a column may be asked in lower case. */
  readonly cased: (value: string) => string;
  /** How a value, as compared, is written there; null where it cannot be. A bare one is a number or the like. */
  readonly write: (value: string, isBare: boolean) => string | null;
}

export interface CompletionWord {
  readonly label: string;
  readonly insert: string;
  readonly kind: 'keyword' | 'function' | 'name';
}
