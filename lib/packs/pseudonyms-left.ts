import { base64Runs, looseText } from './base64-text';
import type { Pseudonyms } from './pseudonyms';

/** Something of a kind that may still tell where the events come from. */
export interface LeftKind {
  readonly what: string;
  readonly count: number;
  /** The first of them, at most three. */
  readonly examples: readonly string[];
}

/** `sign` is in every match: a text without it need not be searched. */
const PATTERNS: readonly (readonly [what: string, pattern: RegExp, sign: string])[] = [
  ['E-mail addresses', /@(?<=[\w+-]@)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/gi, '@'],
  ['Names of hosts on the internet or of other domains', /(?<![\w@.\\/-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|edu|gov|io|biz|info|eu|de|uk|fr|nl|ch|at|ru|cn|local|lan|corp|internal|intranet|home|test)(?![\w-]|\.\w)/gi, '.'],
  ['IPv4 addresses, or versions that look like one', /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)/g, '.'],
  ['MAC addresses', /(?<![\w:-])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![\w:-])/gi, ''],
  ['SIDs that every Windows has', /S-1-\d+(?:-\d+)+/gi, '-'],
  ['GUIDs: some name a device, a process or a logon', /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '-'],
  ['Hashes of files', /(?<![0-9a-z])(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})(?![0-9a-z])/gi, ''],
];
const MOST_EXAMPLES = 3;

/** What stays in texts after names were replaced, gathered text by text. */
export class LeftOver {
  private readonly kinds = new Map<string, { count: number; readonly examples: Set<string> }>();
  private readonly pseudonymsUsed: ReadonlySet<string>;

  constructor(private readonly pseudonyms: Pseudonyms) {
    this.pseudonymsUsed = new Set(pseudonyms.replacements.flatMap(({ pseudonym }) => (pseudonym === null ? [] : [pseudonym])));
  }

  add(text: string): void {
    for (const name of this.pseudonyms.leftIn(text)) this.note('Replaced names inside longer words or in the names of fields', name);
    for (const [what, pattern, sign] of PATTERNS) {
      if (!text.includes(sign)) continue;
      for (const [match] of text.matchAll(pattern)) {
        const lower = match.toLowerCase();
        if (!this.pseudonymsUsed.has(lower) && !lower.endsWith('.example')) this.note(what, match);
      }
    }
    for (const { run } of base64Runs(text)) {
      const decoded = looseText(run);
      if (decoded !== null && this.pseudonyms.leftIn(decoded).length > 0) this.note('Bytes in Base64 that hold a replaced name', run.slice(0, 40));
    }
  }

  all(): readonly LeftKind[] {
    return [...this.kinds].map(([what, { count, examples }]) => ({ what, count, examples: [...examples] }));
  }

  private note(what: string, example: string): void {
    const kind = this.kinds.get(what) ?? { count: 0, examples: new Set() };
    this.kinds.set(what, kind);
    kind.count++;
    if (kind.examples.size < MOST_EXAMPLES) kind.examples.add(example);
  }
}
