/** What the report of a pack tells. Plain texts: none of them is markup. */
export interface ReportData {
  readonly title: string;
  readonly techniques: readonly string[];
  readonly app: string;
  readonly link: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly analytics: readonly ReportAnalytic[];
  readonly session: ReportSession | null;
  readonly environment: ReportEnvironment;
  /** What could not be known, each a sentence. */
  readonly unknown: readonly string[];
  readonly notes: readonly ReportNote[];
}

export interface ReportAnalytic {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly readings: readonly ReportReading[];
}

export interface ReportReading {
  readonly name: string;
  readonly verdict: string;
  readonly code: string;
  readonly columns: readonly string[];
  /** The first of them. */
  readonly rows: readonly (readonly (string | null)[])[];
  readonly rowCount: number;
  /** Numbers of the rows, from 0, that the baseline marks of the pack say are known; also of rows that are not among the first. */
  readonly known: readonly number[];
  readonly funnel: readonly ReportStep[];
  /** Of the first row; null without one. */
  readonly chain: ReportChain | null;
}

export interface ReportStep {
  readonly text: string;
  readonly left: number;
  /** Null: not of one leg. */
  readonly leg: string | null;
}

export interface ReportChain {
  readonly legs: readonly {
    readonly leg: string;
    readonly eventCount: number;
    readonly events: readonly { readonly time: string | null; readonly host: string | null; readonly gist: string; readonly line: number }[];
    readonly matchedOn: readonly { readonly text: string; readonly value: string | null }[];
    readonly conditions: readonly ReportCondition[];
  }[];
  readonly between: readonly ReportCondition[];
}

export interface ReportCondition {
  readonly text: string;
  readonly holds: boolean | null;
  readonly values: readonly { readonly field: string; readonly value: string | null }[];
}

export interface ReportSession {
  readonly name: string;
  readonly events: readonly ReportSessionEvent[];
  /** Events that it has beside those. */
  readonly more: number;
}

export interface ReportSessionEvent {
  readonly time: string | null;
  readonly millis: number | null;
  readonly role: string;
  readonly note: string;
  /** Analytics that it is behind. */
  readonly hits: readonly string[];
}

export interface ReportEnvironment {
  readonly hosts: readonly { readonly value: string; readonly events: number }[];
  readonly channels: readonly { readonly value: string; readonly events: number }[];
}

export interface ReportNote {
  readonly label: string;
  readonly note: string;
  readonly tags: readonly string[];
}
