import type { ReadingKind } from './hunt-document';

/* How the headings of an analytic and of its parts are written, ours and the field's. */

const NUMBERED = /^analytics?\s+#?([ivxlc]+|\d+)\b[\s:.–—-]*(.*)$/i;
/** "Analytic" or "Analytic: words", without a number. */
const UNNUMBERED = /^analytic\s*(?:[:.–—-]\s*(.*))?$/i;

/** "Analytic II, published SQL", as our own exports head a reading. */
const EXPORTED = /^analytic\s+(?:[ivxlc]+|\d+),\s*(published|hardened)\s+(sql|pandas)$/;

const SQL = /^(?:logic|(?:spark\s*)?sql)(?:\s+(?:logic|query|queries))?$/;
const PANDAS = /^(?:pandas|python|dataframe)(?:\s+(?:logic|query|queries|dataframe))?$/;

export interface AnalyticHeading {
  /** 'I', '2'; null where the heading has none. */
  readonly number: string | null;
  /** What follows it. */
  readonly title: string;
}

/** Null for a heading that begins no analytic. */
export function analyticHeading(heading: string): AnalyticHeading | null {
  if (readingHeading(heading) !== null) return null;
  const numbered = NUMBERED.exec(heading);
  if (numbered) return { number: numbered[1].toUpperCase(), title: numbered[2].trim() };
  const unnumbered = UNNUMBERED.exec(heading);
  return unnumbered && { number: null, title: (unnumbered[1] ?? '').trim() };
}

/** Which reading of an analytic stands under this heading; null for any other. */
export function readingHeading(heading: string): ReadingKind | null {
  const words = heading
    .toLowerCase()
    .replace(/\(.*\)$/, '')
    .replace(/[\s:]+$/, '')
    .trim();
  const exported = EXPORTED.exec(words);
  if (exported) return exported[1] === 'hardened' ? 'hardened' : exported[2] === 'sql' ? 'sql' : 'pandas';
  if (SQL.test(words)) return 'sql';
  if (PANDAS.test(words)) return 'pandas';
  return words === 'hardened' ? 'hardened' : null;
}

const NUMERALS: readonly (readonly [value: number, numeral: string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** 4: 'IV'. From 1. */
export function romanNumeral(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, numeral] of NUMERALS) {
    while (rest >= value) {
      text += numeral;
      rest -= value;
    }
  }
  return text;
}
