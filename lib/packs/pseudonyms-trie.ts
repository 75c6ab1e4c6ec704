import type { NameKind, Replacement } from './pseudonyms-replacement';

/** What is to be found, and what stands for it; null: it stays. */
export interface TrieName extends Pick<Replacement, 'original' | 'pseudonym'> {
  readonly kind: NameKind | 'file';
}

interface Entry {
  readonly original: string;
  readonly pseudonym: string;
  readonly isInside: boolean;
  count: number;
}

interface Node {
  readonly next: Map<number, Node>;
  entry: Entry | null;
}

/** Names from this length on are replaced inside of longer words, too: "pgustavo" in "old_pgustavo2". Shorter ones would meet words by chance. */
const LONG_NAME = 6;

/**
 * Finds names in one pass over a text, the longest first. A name begins and ends where a word does, but a long one may stand
 * anywhere. The time grows with the text times the length of the longest name.
 */
export class NameTrie {
  private readonly root: Node = { next: new Map(), entry: null };
  private readonly entries = new Map<string, Entry>();
  /** The pseudonym of each spelling, and by which pattern of capitals it is told from the others. */
  private readonly spellings = new Map<string, string>();
  private readonly mixed = new Map<Entry, number>();
  /** Which two letters a name begins with, by the low bits of their codes: most places of a text begin none. */
  private readonly beginnings = new Uint8Array(1 << 14);

  constructor(names: readonly TrieName[]) {
    for (const { kind, original, pseudonym } of names) {
      if (pseudonym === null) continue;
      const lower = original.toLowerCase();
      const entry: Entry = { original: lower, pseudonym, isInside: lower.length >= LONG_NAME && (kind === 'user' || kind === 'host' || kind === 'domain'), count: 0 };
      this.entries.set(lower, entry);
      let node = this.root;
      for (let i = 0; i < lower.length; i++) {
        const code = lower.charCodeAt(i);
        const next = node.next.get(code) ?? { next: new Map(), entry: null };
        node.next.set(code, next);
        node = next;
      }
      node.entry = entry;
      if (lower.length > 1) this.beginnings[beginning(lower, 0)] = 1;
      else for (let second = 0; second < 128; second++) this.beginnings[(lower.charCodeAt(0) & 127) | (second << 7)] = 1;
    }
  }

  countOf(original: string): number {
    return this.entries.get(original.toLowerCase())?.count ?? 0;
  }

  spellingsSoFar(): readonly (readonly [written: string, pseudonym: string])[] {
    return [...this.spellings];
  }

  replace(text: string): string {
    const lower = lowered(text);
    let out = '';
    let copied = 0;
    for (let at = 0; at < lower.length; at++) {
      const entry = this.longestAt(lower, at, false);
      if (entry === null) continue;
      const end = at + entry.original.length;
      out += text.slice(copied, at) + this.spelled(entry, text.slice(at, end));
      entry.count++;
      copied = end;
      at = end - 1;
    }
    return copied === 0 ? text : out + text.slice(copied);
  }

  /** Originals anywhere in it, once for each place. */
  placesIn(text: string): readonly string[] {
    const lower = lowered(text);
    const places: string[] = [];
    for (let at = 0; at < lower.length; at++) {
      const entry = this.longestAt(lower, at, true);
      if (entry) places.push(entry.original);
    }
    return places;
  }

  private longestAt(lower: string, at: number, isAnywhere: boolean): Entry | null {
    if (this.beginnings[beginning(lower, at)] === 0) return null;
    let found: Entry | null = null;
    let node = this.root.next.get(lower.charCodeAt(at));
    for (let end = at + 1; node !== undefined; end++) {
      const { entry } = node;
      if (entry !== null && (isAnywhere || entry.isInside || isWhole(lower, at, end))) found = entry;
      node = end < lower.length ? node.next.get(lower.charCodeAt(end)) : undefined;
    }
    return found;
  }

  /**
   * "wks5" is "host01", "WKS5" is "HOST01", and each other spelling one of its own: what was equal stays equal, what was not does not
   * become so, and without regard to case all are equal.
   */
  private spelled(entry: Entry, written: string): string {
    const known = this.spellings.get(written);
    if (known !== undefined) return known;
    const { pseudonym } = entry;
    let spelling = pseudonym;
    if (written !== entry.original) {
      if (written === written.toUpperCase()) spelling = pseudonym.toUpperCase();
      else {
        const nth = (this.mixed.get(entry) ?? 0) + 1;
        this.mixed.set(entry, nth);
        spelling = withCapitals(pseudonym, nth);
      }
    }
    this.spellings.set(written, spelling);
    return spelling;
  }
}

function beginning(lower: string, at: number): number {
  return (lower.charCodeAt(at) & 127) | ((lower.charCodeAt(at + 1) & 127) << 7);
}

/** As long as the text: of the few letters whose lower case is longer, none is in a name. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

const WORD = /[\p{L}\p{N}]/u;

function isWhole(text: string, start: number, end: number): boolean {
  return !(start > 0 && isWordPart(text.charCodeAt(start - 1)) && !isEscape(text, start - 1)) && !(end < text.length && isWordPart(text.charCodeAt(end)));
}

function isWordPart(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
  return WORD.test(String.fromCharCode(code));
}

/** The letter of "\t" or "\n", where JSON stands inside of JSON. */
function isEscape(text: string, at: number): boolean {
  return at > 0 && text[at - 1] === '\\' && 'nrtbf'.includes(text[at]);
}

/** The nth way to write some letters of it, not all, in capitals; past the last, as in the first. */
function withCapitals(text: string, nth: number): string {
  const letters = [...text].filter((letter) => letter !== letter.toUpperCase()).length;
  const patterns = 2 ** Math.min(letters, 20) - 2;
  let bits = patterns < 1 ? 0 : ((nth - 1) % patterns) + 1;
  return [...text]
    .map((letter) => {
      if (letter === letter.toUpperCase()) return letter;
      const isCapital = (bits & 1) === 1;
      bits >>>= 1;
      return isCapital ? letter.toUpperCase() : letter;
    })
    .join('');
}
