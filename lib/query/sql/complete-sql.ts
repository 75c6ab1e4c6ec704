import type { CompletionPlace, CompletionWord, PlaceValues } from '@/lib/query/completion-place';
import { AGGREGATES, SCALAR_FUNCTIONS } from './functions';
import { RESERVED } from './keywords';
import { type Token, tokenize } from './tokens';

/** Of the reserved words, those that the subset reads. */
const KEYWORDS = 'SELECT DISTINCT FROM WHERE GROUP BY HAVING ORDER LIMIT UNION ALL JOIN INNER LEFT ON AS AND OR NOT IN BETWEEN LIKE RLIKE IS NULL TRUE FALSE CASE WHEN THEN ELSE END CAST ASC DESC'.split(' ');

const WORDS: readonly CompletionWord[] = [
  ...KEYWORDS.map((word): CompletionWord => ({ label: word, insert: word, kind: 'keyword' })),
  ...[...AGGREGATES.keys(), ...SCALAR_FUNCTIONS.keys()].map((name): CompletionWord => ({ label: name.toUpperCase(), insert: `${name.toUpperCase()}(`, kind: 'function' })),
];

type Matching = 'equal' | 'like' | 'regex';

const OPERATORS: ReadonlyMap<string, Matching> = new Map([
  ...['=', '==', '!=', '<>', '<=>', '<', '<=', '>', '>='].map((operator) => [operator, 'equal'] as const),
  ['LIKE', 'like'],
  ['RLIKE', 'regex'],
  ['REGEXP', 'regex'],
]);

/** What could stand at `offset` of an SQL text; null inside a comment or a string that stands beside no field. */
export function completeSql(text: string, offset: number): CompletionPlace | null {
  const tokens = tokenize(text.slice(0, offset)).filter(({ kind }) => kind !== 'end');
  const last = tokens.at(-1);
  if (last?.kind === 'comment' && last.end === offset) return null;
  if (last?.open) return last.kind === 'string' ? inString(text, offset, last, tokens.slice(0, -1)) : inQuotedName(text, offset, last);
  const isTyping = last !== undefined && last.end === offset && (last.kind === 'word' || last.kind === 'number');
  const before = isTyping ? tokens.slice(0, -1) : tokens;
  const start = isTyping ? last.start : offset;
  const place = { start, end: offset, typed: text.slice(start, offset), field: sqlName };
  if (before.at(-1)?.text === '.') return { ...place, values: null, waits: false, words: [] };
  const values = valuesBeside(before, (value, matching, isBare) => (isBare ? value : quoted(value, matching, "'")));
  return { ...place, values, waits: values === null, words: values === null ? WORDS : [] };
}

function inString(text: string, offset: number, open: Token, before: readonly Token[]): CompletionPlace | null {
  const quote = text[open.start];
  const end = closeOf(text, open.start, offset);
  const close = end === null ? quote : '';
  const place = { end: end ?? offset, waits: false, words: [] };
  if (before.at(-1)?.text === '.') return { ...place, start: open.start + 1, typed: open.raw, field: (name) => `${name}${close}`, values: null };
  const values = valuesBeside(before, (value, matching) => {
    const inside = quoted(value, matching, quote);
    return inside === null ? null : `${inside.slice(1, -1)}${close}`;
  });
  if (values === null) return null;
  // A pattern may begin with a wildcard.
  const start = open.start + 1 + (/^%/.test(open.raw) ? 1 : 0);
  return { ...place, start, typed: text.slice(start, offset), field: null, values };
}

/** Where the string ends, if it does on its line; else the rest of the text is no part of what is being written. */
function closeOf(text: string, start: number, offset: number): number | null {
  const token = tokenize(text).find((candidate) => candidate.start === start);
  if (token === undefined || token.open || token.end <= offset) return null;
  return text.slice(start, token.end).includes('\n') ? null : token.end - 1;
}

function inQuotedName(text: string, offset: number, open: Token): CompletionPlace {
  const end = offset + (text[offset] === '`' ? 1 : 0);
  return { start: open.start, end, typed: open.raw, field: inBackticks, values: null, waits: false, words: [] };
}

/** A field's name as a query writes it: in backticks where it needs them. */
export function sqlName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(name) && !name.split('.').some((part) => RESERVED.has(part.toUpperCase())) ? name : inBackticks(name);
}

function inBackticks(name: string): string {
  return `\`${name.replace(/`/g, '``')}\``;
}

type Write = (value: string, matching: Matching, isBare: boolean) => string | null;

/** The field that a comparison which ends before the place asks, as in `LOWER(Channel) =` or `EventID IN (1,`. */
function valuesBeside(before: readonly Token[], write: Write): PlaceValues | null {
  let at = before.length - 1;
  const word = (): string => before[at]?.text.toUpperCase() ?? '';
  let matching = OPERATORS.get(word());
  if (matching === undefined) {
    while (at >= 0 && (before[at].text === ',' || before[at].kind === 'string' || before[at].kind === 'number')) at--;
    if (word() !== '(' || before[--at]?.text.toUpperCase() !== 'IN') return null;
    matching = 'equal';
  }
  at--;
  if (word() === 'NOT') at--;
  const operand = operandEndingAt(before, at);
  if (operand === null) return null;
  const how = matching;
  return { of: operand.name, cased: operand.caseOf, write: (value, isBare) => write(value, how, isBare) };
}

/** A field, or the one inside a call such as LOWER(Channel). */
function operandEndingAt(tokens: readonly Token[], end: number): { readonly name: string; readonly caseOf: (value: string) => string } | null {
  const name = nameAt(tokens, end);
  if (name !== null) return { name, caseOf: (value) => value };
  if (tokens[end]?.text !== ')') return null;
  let start = end;
  for (let depth = 0; start >= 0; start--) {
    if (tokens[start].text === ')') depth++;
    if (tokens[start].text === '(' && --depth === 0) break;
  }
  const inner = Array.from({ length: end - start }, (_, i) => (tokens[start + i + 1]?.text === '(' ? null : nameAt(tokens, start + i))).find((found) => found !== null);
  const fn = tokens[start - 1]?.text.toLowerCase();
  return inner == null ? null : { name: inner, caseOf: (value) => (fn === 'lower' ? value.toLowerCase() : fn === 'upper' ? value.toUpperCase() : value) };
}

function nameAt(tokens: readonly Token[], at: number): string | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'quoted-name') return token.raw.replace(/``/g, '`');
  if (token.kind === 'string') return tokens[at - 1]?.text === '.' ? token.raw : null;
  return token.kind === 'word' && !RESERVED.has(token.text.toUpperCase()) ? token.text : null;
}

/**
 * A value as a string of SQL, null where there is no writing it: a run of backslashes stands for one (backslashes.ts), so two in a row
 * can only be met by a pattern.
 */
function quoted(value: string, matching: Matching, quote: string): string | null {
  const text = value.replaceAll(quote, quote + quote);
  if (/[\n\r]/.test(value)) return null;
  switch (matching) {
    case 'equal':
      return /\\\\|\\['"]/.test(value) ? null : `${quote}${text}${quote}`;
    case 'like':
      return `${quote}${text.replace(/\\+(?=[%_'"])/g, (run) => '_'.repeat(run.length)).replace(/\\{2,}/g, (run) => `${'_'.repeat(run.length - 1)}\\`).replace(/%/g, '\\%')}${quote}`;
    case 'regex':
      return `${quote}${text.replace(/[.*+?()[\]{}|$^\\]/g, (char) => (char === '\\' ? '.' : `\\${char}`))}${quote}`;
  }
}
