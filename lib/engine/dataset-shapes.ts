export interface DatasetSummary {
  readonly name: string;
  /** Of the file as opened (the archive), lower-case hex. Null where the browser offers none: on a page that is neither https nor localhost. */
  readonly sha256: string | null;
  /** Of the file as opened. */
  readonly fileBytes: number;
  readonly events: number;
  /** Of JSON. */
  readonly bytes: number;
  /** Those that hold events; one that was left out by choice counts none. */
  /** `numbering`: of 'events', `EventRef.line` is the event's number in the file, for several began on one line. */
  readonly members: readonly { readonly name: string; readonly events: number; readonly bytes: number; readonly numbering?: 'events' }[];
  readonly skippedMembers: readonly { readonly name: string; readonly reason: string }[];
  readonly skippedLines: number;
  /** The first of them. */
  readonly skippedLineSamples: readonly { readonly member: string; readonly line: number; readonly reason: string; readonly preview: string }[];
  readonly hosts: readonly ValueCount[];
  readonly channels: readonly ValueCount[];
  /** Null if no event has a readable time. */
  readonly time: DatasetTime | null;
  readonly warnings: readonly string[];
}

export interface DatasetTime {
  /** The field that served as the clock. */
  readonly field: string;
  /** The fields that served in events where it tells no time. */
  readonly others: readonly ValueCount[];
  readonly first: string;
  readonly last: string;
}

export interface ValueCount {
  readonly value: string;
  readonly events: number;
}

/** An event by its stable place: index of the member among those with events, and the line in it from 1. */
export interface EventRef {
  readonly member: number;
  readonly line: number;
}

export interface EventSummary {
  readonly ref: EventRef;
  /** As written in the file. */
  readonly time: string | null;
  /** Milliseconds since 1970; null if not readable. */
  readonly millis: number | null;
  readonly host: string | null;
  readonly channel: string | null;
  readonly eventId: string | null;
  /** A few words: "Share \\*\C$ · pgustavo". */
  readonly gist: string;
}
