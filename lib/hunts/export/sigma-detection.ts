import { sigmaField } from './exported-field';
import { regexPieces } from './lucene-regex';
import type { Leaf, LikePart, Term, Test } from './portable-term';

type Value = string | number | boolean | null | readonly (string | number)[];

/** The `detection` of a Sigma rule: named maps of fields and values, and a condition over them. */
export class SigmaDetection {
  private readonly maps: [name: string, map: Record<string, Value>][] = [];
  private readonly conditions: string[] = [];

  /** One more that must hold. False where it cannot be said; nothing is added then. */
  add(term: Term): boolean {
    if (term.kind === 'and') return term.of.every((part) => isSayable(part)) && term.of.every((part) => this.add(part));
    if (!isSayable(term)) return false;
    if (term.kind === 'leaf' && !term.negated && !term.whenMissing) this.select(...entryOf(term));
    else if (term.kind === 'leaf' && term.test.kind === 'null' && !term.negated) this.select(sigmaField(term.field), null);
    else if (term.kind === 'leaf' && term.negated && term.test.kind === 'null') this.select(`${sigmaField(term.field)}|exists`, true);
    else if (term.kind === 'leaf' && term.negated) {
      // Sigma's `not` lets events without the field through.
      if (!term.whenMissing) this.select(`${sigmaField(term.field)}|exists`, true);
      this.conditions.push(`not ${this.named('filter', ...entryOf(term))}`);
    } else this.conditions.push(this.phrase(term));
    return true;
  }

  written(): Record<string, Record<string, Value> | readonly string[] | string> {
    if (this.maps.length === 0) return { keywords: ['*'], condition: 'keywords' };
    const hasSelection = this.maps.some(([name]) => name === 'selection');
    return { ...Object.fromEntries(this.maps), condition: [...(hasSelection ? ['selection'] : []), ...this.conditions].join(' and ') };
  }

  /** Into the map that holds what must all be. */
  private select(key: string, value: Value): void {
    const selection = this.maps.find(([name]) => name === 'selection')?.[1];
    if (selection === undefined) this.maps.unshift(['selection', { [key]: value }]);
    else if (!(key in selection)) selection[key] = value;
    else if (selection[key] !== value) this.conditions.push(this.named('selection', key, value));
  }

  private phrase(term: Term): string {
    if (term.kind !== 'leaf') return `(${term.of.map((part) => this.phrase(part)).join(` ${term.kind} `)})`;
    if (term.test.kind === 'null') return term.negated ? `not ${this.named('option', sigmaField(term.field), null)}` : this.named('option', sigmaField(term.field), null);
    const name = this.named('option', ...entryOf(term));
    if (term.negated) return term.whenMissing ? `not ${name}` : `(${this.named('option', `${sigmaField(term.field)}|exists`, true)} and not ${name})`;
    return term.whenMissing ? `(${this.named('option', sigmaField(term.field), null)} or ${name})` : name;
  }

  private named(stem: string, key: string, value: Value): string {
    const base = `${stem}_${key.replace(/\|.*/, '').toLowerCase().replace(/[^a-z0-9]+/g, '_')}`;
    let name = base;
    for (let n = 2; this.maps.some(([other]) => other === name); n++) name = `${base}_${n}`;
    this.maps.push([name, { [key]: value }]);
    return name;
  }
}

function isSayable(term: Term): boolean {
  if (term.kind !== 'leaf') return term.of.every(isSayable);
  return term.test.kind !== 'regex' || regexPieces(term.test.pattern) !== null;
}

const ORDERS = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' } as const;

function entryOf({ field, test }: Leaf): [key: string, value: Value] {
  const name = sigmaField(field);
  switch (test.kind) {
    case 'is': {
      const values = test.values.map((value) => (typeof value === 'number' ? value : escaped(value)));
      return [`${name}${casedMark(test)}`, values.length === 1 ? values[0] : values];
    }
    case 'like': {
      const [modifier, parts] = likeForm(test.parts);
      return [`${name}${modifier}${casedMark(test)}`, parts.map((part) => (typeof part === 'string' ? part : escaped(part.text))).join('')];
    }
    case 'regex':
      return [`${name}|re${test.anyCase ? '|i' : ''}`, test.pattern];
    case 'order':
      return [`${name}|${ORDERS[test.op]}`, test.value];
    case 'null':
      return [name, null];
  }
}

/** Sigma compares in any case unless told; where there is no letter it need not be. */
function casedMark(test: Extract<Test, { kind: 'is' | 'like' }>): string {
  const texts = test.kind === 'is' ? test.values.map(String) : test.parts.map((part) => (typeof part === 'string' ? '' : part.text));
  return !test.anyCase && texts.some((text) => /\p{L}/u.test(text)) ? '|cased' : '';
}

function likeForm(parts: readonly LikePart[]): [modifier: string, parts: readonly LikePart[]] {
  const texts = parts.filter((part) => typeof part !== 'string');
  if (texts.length !== 1 || parts.includes('?')) return ['', parts];
  const [starts, ends] = [parts[0] === '*', parts.at(-1) === '*'];
  return [starts && ends ? '|contains' : starts ? '|endswith' : ends ? '|startswith' : '', texts];
}

/** A backslash stands for itself but before a wildcard, a backslash or the end of the value, where a modifier may put a wildcard. */
function escaped(text: string): string {
  return text.replace(/\\(?=[\\*?]|$)|[*?]/g, '\\$&');
}
