/** Which events are meant: those that meet every part. */
export interface EventFilter {
  /** Of one field, an event has any of the values that are included and none of those that are excluded. At most one of a field and value. */
  readonly fields: readonly FieldFilter[];
  /** Null: whatever its text. */
  readonly text: TextSearch | null;
  /** Null: at any time, and without one. */
  readonly time: TimeRange | null;
}

export interface FieldFilter {
  /** As a hunt may write it; the dataset's own name for it is looked up. */
  readonly field: string;
  /** As `Column.text` gives it, in any of its spellings (spellings.ts); null: the event lacks the field, or it is a JSON null. */
  readonly value: string | null;
  readonly exclude: boolean;
}

export interface TextSearch {
  /** What stands in a value or a field's name, as a person reads it: the engine looks for its JSON form. Not empty. */
  readonly text: string;
  /** Else A to Z equal a to z. */
  readonly matchCase: boolean;
}

/** Milliseconds since 1970 by the dataset's clock, whole: from `from` on, before `to`. Events without a time are not within. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}
