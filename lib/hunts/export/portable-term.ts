import { likeTest } from '@/lib/query/patterns/like';
import { translateRegex } from '@/lib/query/patterns/regex';
import type { Expr } from '@/lib/query/plan';
import { comparedField, type ComparedField } from './compared-field';

/** What detection languages can ask of one field. */
export type Test =
  /** Any of the values. */
  | { readonly kind: 'is'; readonly values: readonly (string | number)[]; readonly anyCase: boolean }
  | { readonly kind: 'like'; readonly parts: readonly LikePart[]; readonly anyCase: boolean }
  /** Found anywhere in the text. */
  | { readonly kind: 'regex'; readonly pattern: string; readonly anyCase: boolean }
  | { readonly kind: 'order'; readonly op: '<' | '<=' | '>' | '>='; readonly value: number }
  | { readonly kind: 'null' };

/** Text to be met as it stands, any run of characters, or any one. */
export type LikePart = { readonly text: string } | '*' | '?';

/** A condition that is either true or not, in a form without NOT but at the fields. */
export type Term = Leaf | { readonly kind: 'and' | 'or'; readonly of: readonly Term[] };

export interface Leaf {
  readonly kind: 'leaf';
  /** As the query writes it. */
  readonly field: string;
  readonly test: Test;
  readonly negated: boolean;
  /** What it is of an event without the field: languages differ in that, so whoever writes it must say so. */
  readonly whenMissing: boolean;
}

/** The term that is true exactly where the expression is; null where detection languages have no words for it. */
export function termOf(expr: Expr): Term | null {
  return whenTrue(expr);
}

function whenTrue(expr: Expr): Term | null {
  switch (expr.kind) {
    case 'and':
    case 'or':
      return joined(expr.kind, expr.operands.map(whenTrue));
    case 'not':
      return whenFalse(expr.operand);
    case 'ifMissing':
      return expr.value ? opposite(whenFalse(expr.operand)) : whenTrue(expr.operand);
    default:
      return leafOf(expr);
  }
}

/** True exactly where the expression is false, and not where it is unknown. */
function whenFalse(expr: Expr): Term | null {
  switch (expr.kind) {
    case 'and':
    case 'or':
      return joined(expr.kind === 'and' ? 'or' : 'and', expr.operands.map(whenFalse));
    case 'not':
      return whenTrue(expr.operand);
    case 'ifMissing':
      return expr.value ? whenFalse(expr.operand) : opposite(whenTrue(expr.operand));
    case 'isNull':
      return opposite(leafOf(expr));
    default: {
      const leaf = leafOf(expr);
      if (leaf === null) return null;
      // Unknown is not false; but a value that COALESCE gives is known.
      return { ...leaf, negated: !leaf.negated, whenMissing: isKnown(expr) && !leaf.whenMissing };
    }
  }
}

function isKnown(expr: Expr): boolean {
  return expr.kind === 'call' ? comparedField(expr.args[0])?.fallback !== null : 'operand' in expr ? comparedField(expr.operand)?.fallback !== null : expr.kind === 'compare' && comparedField(expr.left)?.fallback !== null;
}

function opposite(term: Term | null): Term | null {
  if (term === null) return null;
  if (term.kind === 'leaf') return { ...term, negated: !term.negated, whenMissing: !term.whenMissing };
  return joined(term.kind === 'and' ? 'or' : 'and', term.of.map(opposite));
}

/** A part that cannot be said takes the whole along: without it an OR would find less. */
function joined(kind: 'and' | 'or', terms: readonly (Term | null)[]): Term | null {
  const known = terms.filter((term) => term !== null);
  return known.length < terms.length ? null : { kind, of: known };
}

function leafOf(expr: Expr): Leaf | null {
  switch (expr.kind) {
    case 'compare': {
      if (expr.right.kind !== 'literal') return null;
      const { value } = expr.right;
      if (expr.op === '=' || expr.op === '!=') {
        const leaf = leafOn(expr.left, (field) => isTest(field, [value]));
        return leaf && expr.op === '!=' ? { ...leaf, negated: true, whenMissing: isKnown(expr) && !leaf.whenMissing } : leaf;
      }
      const { op } = expr;
      return typeof value === 'number' ? leafOn(expr.left, (field) => (field.fold === null && !field.isHex ? { kind: 'order', op, value } : null)) : null;
    }
    case 'in': {
      const values = expr.options.map((option) => (option.kind === 'literal' ? option.value : null));
      return leafOn(expr.operand, (field) => isTest(field, values));
    }
    case 'like': {
      const { pattern } = expr;
      if (pattern.kind !== 'literal' || typeof pattern.value !== 'string') return null;
      const { value } = pattern;
      return leafOn(expr.operand, (field) => likeOf(field, likeParts(value)));
    }
    case 'regex': {
      const { pattern } = expr;
      if (pattern.kind !== 'literal' || typeof pattern.value !== 'string') return null;
      const bare = pattern.value.replace(/^\(\?i\)/, '');
      const isFolded = bare !== pattern.value;
      return leafOn(expr.operand, ({ fold, isHex }) => (isHex || !isFoldedTo(fold, bare) ? null : { kind: 'regex', pattern: bare, anyCase: isFolded || fold !== null }));
    }
    case 'call': {
      const [operand, text] = expr.args;
      if (text?.kind !== 'literal' || typeof text.value !== 'string') return null;
      const part = { text: text.value };
      const parts: Partial<Record<typeof expr.fn, readonly LikePart[]>> = { startswith: [part, '*'], endswith: ['*', part], contains: ['*', part, '*'] };
      const of = parts[expr.fn];
      return of ? leafOn(operand, (field) => likeOf(field, of)) : null;
    }
    case 'isNull':
      return expr.operand.kind === 'field' ? { kind: 'leaf', field: expr.operand.name, test: { kind: 'null' }, negated: false, whenMissing: true } : null;
    default:
      return null;
  }
}

function leafOn(operand: Expr, testOf: (field: ComparedField) => Test | null): Leaf | null {
  const field = comparedField(operand);
  const test = field && testOf(field);
  return field && test && { kind: 'leaf', field: field.name, test, negated: false, whenMissing: field.fallback !== null && meets(test, field.fallback) };
}

function isTest({ fold, isHex }: ComparedField, values: readonly unknown[]): Test | null {
  const texts: (string | number)[] = [];
  for (const value of values) {
    if (isHex) {
      if (!/^\d+$/.test(String(value))) return null;
      texts.push(`0x${BigInt(String(value)).toString(16)}`);
    } else if (typeof value === 'number') texts.push(value);
    else if (typeof value === 'bigint' || typeof value === 'boolean') texts.push(String(value));
    else if (typeof value === 'string' && isFoldedTo(fold, value)) texts.push(value);
    else return null;
  }
  return { kind: 'is', values: texts, anyCase: isHex || fold !== null };
}

function likeOf({ fold, isHex }: ComparedField, parts: readonly LikePart[]): Test | null {
  return isHex || !parts.every((part) => typeof part === 'string' || isFoldedTo(fold, part.text)) ? null : { kind: 'like', parts, anyCase: fold !== null };
}

/** Lower-cased text never equals one with capitals: such a condition is no question of case. */
function isFoldedTo(fold: 'lower' | 'upper' | null, text: string): boolean {
  if (fold === null) return true;
  // Of a pattern, what stands behind a backslash is no letter.
  const letters = text.replace(/\\./g, '');
  return letters === (fold === 'lower' ? letters.toLowerCase() : letters.toUpperCase());
}

/** As `likeTest` reads a pattern. */
function likeParts(pattern: string): readonly LikePart[] {
  const parts: LikePart[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') parts.push({ text });
    text = '';
  };
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at];
    if (char === '\\' && /[%_\\]/.test(pattern[at + 1] ?? '')) text += pattern[++at];
    else if (char === '%' || char === '_') {
      flush();
      if (char === '_') parts.push('?');
      else if (parts.at(-1) !== '*') parts.push('*');
    } else text += char;
  }
  flush();
  return parts;
}

function meets(test: Test, text: string): boolean {
  switch (test.kind) {
    case 'is':
      return test.values.some((value) => String(value) === text);
    case 'like':
      return likeTest(test.parts.map((part) => (part === '*' ? '%' : part === '?' ? '_' : part.text.replace(/[\\%_]/g, '\\$&'))).join(''))(text);
    case 'regex': {
      const regex = translateRegex(test.pattern, 'java');
      return regex.ok && regex.value.test(text);
    }
    case 'order':
    case 'null':
      return false;
  }
}

export function leavesOf(term: Term): readonly Leaf[] {
  return term.kind === 'leaf' ? [term] : term.of.flatMap(leavesOf);
}
