import { assertNever } from '@/lib/base/assert-never';
import type { CodeToken } from '@/lib/query/code-token';
import { AGGREGATES, SCALAR_FUNCTIONS } from './functions';
import { RESERVED, SOFT_KEYWORDS } from './keywords';
import { type Token, tokenize } from './tokens';

/** The tokens of any text, SQL or not. */
export function highlightSql(text: string): CodeToken[] {
  const tokens = tokenize(text);
  const spoken = tokens.filter(({ kind }) => kind !== 'comment');
  const placeOf = new Map(spoken.map((token, place) => [token, place]));
  return tokens.flatMap((token) => {
    const at = placeOf.get(token) ?? -1;
    const kind = kindOf(token, spoken[at - 1], spoken[at + 1]);
    return kind === null ? [] : { kind, start: token.start, end: token.end };
  });
}

function kindOf(token: Token, before: Token | undefined, after: Token | undefined): CodeToken['kind'] | null {
  switch (token.kind) {
    case 'word':
      return wordKind(token.text, before, after);
    case 'string':
      return before?.text === '.' ? 'name' : 'string';
    case 'quoted-name':
      return 'name';
    case 'number':
    case 'comment':
      return token.kind;
    case 'symbol':
      return 'operator';
    case 'unknown':
    case 'end':
      return null;
    default:
      return assertNever(token.kind);
  }
}

function wordKind(text: string, before: Token | undefined, after: Token | undefined): CodeToken['kind'] {
  if (before?.text === '.') return 'name';
  const upper = text.toUpperCase();
  if (RESERVED.has(upper)) return 'keyword';
  const isFunction = SCALAR_FUNCTIONS.has(text.toLowerCase()) || AGGREGATES.has(text.toLowerCase()) || upper === 'IF';
  if (after?.text === '(') return isFunction ? 'function' : 'name';
  return SOFT_KEYWORDS.has(upper) ? 'keyword' : 'name';
}
