/*
 * Notebooks print the backslashes of a hunt with and without their escapes: '\', '\\\', '\\\\' all mean one. So a run of backslashes
 * stands for one backslash. Only where the next character could be meant by it does the length of the run matter; there Spark's own
 * reading decides (its parser halves a run, then LIKE or the regular expression halves it again).
 */

/** Words that may follow a complete string. */
const FOLLOWERS = /^\s*(?:$|[),\];=<>!+*/%&|^-]|(?:AND|OR|AS|FROM|WHERE|THEN|ELSE|WHEN|END|GROUP|ORDER|HAVING|LIMIT|UNION|ON|IS|IN|NOT|LIKE|RLIKE|REGEXP|BETWEEN|INNER|LEFT|JOIN|ASC|DESC)\b)/i;

/**
 * Whether the quote at `at`, which follows a backslash, ends the string that begins at `from`. After an even run it does. After an odd one
 * Spark would take it as part of the string; hunts write '\' and mean a whole string, so it ends the string if what follows could follow one.
 */
export function closesString(text: string, from: number, at: number): boolean {
  return runBefore(text, from, at) % 2 === 0 || FOLLOWERS.test(text.slice(at + 1));
}

/** Whether Spark itself would refuse the string: its last quote would be escaped. */
export function neededRepair(raw: string): boolean {
  return runBefore(raw, 0, raw.length) % 2 === 1;
}

function runBefore(text: string, from: number, at: number): number {
  let start = at;
  while (start > from && text[start - 1] === '\\') start--;
  return at - start;
}

/** A string's value: a run of backslashes is one, an escaped or doubled quote is the quote. */
export function stringValue(raw: string, quote: string): string {
  return mapRuns(raw, quote, () => '\\');
}

/** The pattern of a LIKE as the plan knows it, in which every backslash that is meant as one is doubled. */
export function likePattern(raw: string, quote: string): string {
  return mapRuns(raw, quote, (length, next) => (length <= 2 && (next === '%' || next === '_') ? '\\' : '\\\\'));
}

/**
 * The pattern of an RLIKE. One backslash before a punctuation mark is the regular expression's escape; one or two before a class letter
 * that stands alone (`\d+`, `\\s`) are that class; any other run is a backslash to be found.
 */
export function regexPattern(raw: string, quote: string): string {
  return mapRuns(raw, quote, (length, next, after) => {
    if (length === 1 && /[^\s\p{L}\p{N}]/u.test(next)) return '\\';
    return length <= 2 && /[dDwWsSbB]/.test(next) && !/[\p{L}\p{N}_]/u.test(after) ? '\\' : '\\\\';
  });
}

function mapRuns(raw: string, quote: string, run: (length: number, next: string, after: string) => string): string {
  return raw.replace(/(\\+)(['"]?)|(['"])\3/g, (whole: string, backslashes: string | undefined, escaped: string, doubled: string | undefined, at: number) => {
    if (backslashes === undefined) return doubled === quote ? quote : whole;
    if (escaped === quote && backslashes.length % 2 === 1) return (backslashes.length > 1 ? run(backslashes.length - 1, escaped, '') : '') + escaped;
    const next = raw.slice(at + backslashes.length);
    return run(backslashes.length, next.slice(0, 1), next.slice(1, 2)) + escaped;
  });
}
