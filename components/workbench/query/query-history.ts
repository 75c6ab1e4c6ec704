import type { QueryLanguage, QueryText } from '@/lib/engine/query-shapes';

/** A query that was run. */
export interface PastQuery extends QueryText {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Null: it did not run. */
  readonly rows: number | null;
}

const MOST_QUERIES = 50;
/** The browser keeps some five million characters for all that this site remembers. */
const LONGEST_KEPT = 1_000_000;

/** The newest first, each text once; no more than fifty of a language. */
export function withQuery(past: readonly PastQuery[], query: PastQuery): readonly PastQuery[] {
  const counts: Record<QueryLanguage, number> = { sql: 0, pandas: 0 };
  let length = 0;
  return [query, ...past.filter(({ id }) => id !== query.id)].filter(({ language, text }) => {
    length += text.length;
    return (counts[language] += 1) <= MOST_QUERIES && length <= LONGEST_KEPT;
  });
}

/** What `JSON.stringify` made of a history, if that is what it is: what a browser keeps, others may have written. */
export function readHistory(text: string | null): readonly PastQuery[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter(isPastQuery) : [];
  } catch {
    return [];
  }
}

function isPastQuery(value: unknown): value is PastQuery {
  if (typeof value !== 'object' || value === null) return false;
  const { id, language, text, at, rows } = value as Partial<Record<keyof PastQuery, unknown>>;
  return (
    typeof text === 'string' &&
    (language === 'sql' || language === 'pandas') &&
    id === queryId({ language, text }) &&
    typeof at === 'number' &&
    (rows === null || typeof rows === 'number')
  );
}

/** Sixteen hex digits that name a text (two FNV-1a hashes, http://www.isthe.com/chongo/tech/comp/fnv/); no secret hangs on them. */
export function queryId({ language, text }: QueryText): string {
  return [0x811c9dc5, 0x01234567]
    .map((start) => {
      let hash = start;
      for (const char of `${language}:${text}`) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
      return (hash >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}
