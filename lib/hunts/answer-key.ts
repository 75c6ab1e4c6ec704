/**
 * An answer key: which events of one dataset belong to what was done there, and which of them each analytic of a hunt is after.
 *
 *   {
 *     "format": "huntbook-answer-key", "version": 1,
 *     "title": "…", "story": "…",
 *     "dataset": { "name": "sample.zip", "sha256": "9b68…" },
 *     "events": [
 *       { "member": "brightwater.json", "line": 58, "what": "5140 · \\*\C$", "expectedBy": { "smb-create-remote-file": ["I", "II"] } }
 *     ]
 *   }
 */
export interface AnswerKey {
  readonly title: string;
  /** What was done, in plain words; may be empty. */
  readonly story: string;
  readonly dataset: {
    readonly name: string;
    /** Of the file, lower-case hex; null: the key does not say. */
    readonly sha256: string | null;
  };
  /** Every event of the attack, those that no analytic is after too. */
  readonly events: readonly KeyEvent[];
}

export interface KeyEvent {
  /** Name of the file in the dataset. */
  readonly member: string;
  /** As `EventSource.line`: from 1. */
  readonly line: number;
  /** A few words; may be empty. */
  readonly what: string;
  /** The analytics that should report it, by the hunt's id. */
  readonly expectedBy: ReadonlyMap<string, readonly string[]>;
}

export const ANSWER_KEY_FORMAT = 'huntbook-answer-key';
export const ANSWER_KEY_VERSION = 1;

/** The ids of the analytics of a hunt that the key says anything about. */
export function analyticsOfKey(key: AnswerKey, hunt: string): ReadonlySet<string> {
  return new Set(key.events.flatMap(({ expectedBy }) => expectedBy.get(hunt) ?? []));
}

/** As JSON, an event a line. */
export function writeAnswerKey({ title, story, dataset, events }: AnswerKey): string {
  const head = { format: ANSWER_KEY_FORMAT, version: ANSWER_KEY_VERSION, title, story, dataset: dataset.sha256 === null ? { name: dataset.name } : dataset };
  const lines = events.map(({ expectedBy, what, ...place }) =>
    JSON.stringify({
      ...place,
      ...(what === '' ? {} : { what }),
      ...(expectedBy.size === 0 ? {} : { expectedBy: Object.fromEntries(expectedBy) }),
    }),
  );
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "events": [\n${lines.map((line) => `    ${line}`).join(',\n')}\n  ]\n}\n`;
}
