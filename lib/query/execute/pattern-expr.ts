import type { Span } from '@/lib/base/span';
import { likeTest } from '@/lib/query/patterns/like';
import { type RegexDialect, translateRegex } from '@/lib/query/patterns/regex';
import type { Expr } from '@/lib/query/plan';
import { QueryFailure } from '@/lib/query/query-failure';
import type { Ids } from './environment';
import { type Value, numberOf, textOf } from './value';

type Evaluate = (ids: Ids) => Value;

/** `operand LIKE pattern`. A pattern that is not a literal is compiled again whenever it changes. */
export function likeEvaluator(operand: Evaluate, pattern: Expr, evaluatePattern: Evaluate): Evaluate {
  const testOf = patternCache(pattern, evaluatePattern, likeTest);
  return (ids) => {
    const text = textOf(operand(ids));
    const test = testOf(ids);
    return text === null || test === null ? null : test(text);
  };
}

/** @throws QueryFailure, at once for a literal pattern */
export function regexEvaluator(operand: Evaluate, pattern: Expr, evaluatePattern: Evaluate, dialect: RegexDialect): Evaluate {
  const regexOf = patternCache(pattern, evaluatePattern, (text) => regexOrFail(text, dialect, pattern.span));
  return (ids) => {
    const text = textOf(operand(ids));
    const regex = regexOf(ids);
    return text === null || regex === null ? null : regex.test(text);
  };
}

/** `regexp_extract(text, pattern[, group])` (1 if not given; '' without a match) and `regexp_replace(text, pattern, by)`, Java's. */
export function regexFunction(fn: 'regexp_extract' | 'regexp_replace', args: readonly Expr[], evaluators: readonly Evaluate[]): Evaluate {
  const regexOf = patternCache(args[1], evaluators[1], (text) => regexOrFail(text, 'java', args[1].span));
  return (ids) => {
    const text = textOf(evaluators[0](ids));
    const regex = regexOf(ids);
    const last = evaluators[2]?.(ids);
    if (text === null || regex === null || last === null) return null;
    if (fn === 'regexp_extract') return regex.exec(text)?.[last === undefined ? 1 : Number(numberOf(last) ?? 0)] ?? '';
    const by = textOf(last ?? '') ?? '';
    return text.replace(new RegExp(regex.source, `${regex.flags}g`), (...found) => fillGroups(by, found));
  };
}

/** Java's replacement text: `$1` is a group, a backslash takes the next character as it is. */
function fillGroups(by: string, found: readonly unknown[]): string {
  return by.replace(/\\(.)|\$(\d)/gs, (_whole, escaped: string | undefined, group: string | undefined) => {
    if (escaped !== undefined) return escaped;
    const text = found[Number(group)];
    return typeof text === 'string' ? text : '';
  });
}

function patternCache<T>(pattern: Expr, evaluatePattern: Evaluate, read: (text: string) => T): (ids: Ids) => T | null {
  if (pattern.kind === 'literal') {
    const text = textOf(pattern.value);
    const fixed = text === null ? null : read(text);
    return () => fixed;
  }
  let last: { readonly text: string; readonly value: T } | null = null;
  return (ids) => {
    const text = textOf(evaluatePattern(ids));
    if (text === null) return null;
    if (last === null || last.text !== text) last = { text, value: read(text) };
    return last.value;
  };
}

function regexOrFail(text: string, dialect: RegexDialect, span: Span): RegExp {
  const result = translateRegex(text, dialect);
  if (!result.ok) throw new QueryFailure({ message: result.error, span });
  return result.value;
}
