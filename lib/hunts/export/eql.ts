import { elasticField, isOfWindows } from './exported-field';
import { luceneRegex } from './lucene-regex';
import type { Lost, PortableQuery } from './portable-query';
import { leavesOf, type Leaf, type LikePart, type Term, type Test } from './portable-term';

export interface Translation {
  readonly text: string;
  /** What of the query is not in it, or not as it was; clause by clause. */
  readonly lost: readonly Lost[];
}

/**
 * Elastic's Event Query Language: `any where` for one kind of event, `sequence` for several. Source:
 * https://github.com/elastic/elasticsearch/blob/main/docs/reference/query-languages/eql/eql-syntax.md
 */
export function eqlOf(queries: readonly PortableQuery[]): Translation {
  const made = queries.map(eqlQuery);
  return {
    text: made.map(({ text }, i) => (made.length > 1 ? `// Query ${i + 1} of ${made.length}\n${text}` : text)).join('\n\n'),
    lost: made.flatMap(({ lost }) => lost),
  };
}

function eqlQuery({ steps, keys, window, lost }: PortableQuery): Translation {
  const notes: Lost[] = [...lost];
  const isWindows = steps.some(({ terms }) => terms.flatMap(leavesOf).some(({ field }) => isOfWindows(field)));
  const name = (field: string) => quotedName(elasticField(field, isWindows));
  const clauses = steps.map(({ terms }) => {
    const said = terms.flatMap((term) => {
      const text = termText(term, name);
      if (text === null) notes.push({ clause: patternOf(term), why: 'EQL’s regular expressions have no words for this pattern: without it more is found.' });
      return text ?? [];
    });
    return said.length > 0 ? said : ['true'];
  });
  notes.push({ clause: 'Names of fields', why: isWindows ? 'They are those of Winlogbeat and Elastic Agent; where an index maps an event’s data elsewhere, change them.' : 'They are those of this dataset.' });
  notes.push({ clause: 'SELECT', why: 'EQL gives whole events, not columns.' });
  if (clauses.length === 1) return { text: `any where\n  ${clauses[0].join(' and\n  ')}`, lost: notes };

  const shared = keys.filter((fields) => fields.every((field) => field === fields[0])).map(([field]) => name(field));
  const apart = keys.filter((fields) => fields.some((field) => field !== fields[0]));
  const head = [`sequence`, ...(shared.length > 0 ? [`by ${shared.join(', ')}`] : []), ...(window === null ? [] : [`with maxspan=${window}ms`])].join(' ');
  const items = clauses.map((clause, i) => `  [ any where ${clause.join(' and ')} ]${apart.length > 0 ? ` by ${apart.map((fields) => name(fields[i])).join(', ')}` : ''}`);
  if (keys.length === 0) notes.unshift({ clause: 'The join', why: 'Nothing ties the steps: any such events in this order are a hit.' });
  notes.push(
    { clause: 'Order', why: 'The query asks for none; a sequence wants the events in this one, and of equal times it may find none. `sample by` asks for no order.' },
    { clause: 'All pairs', why: 'The query gives every combination; a sequence takes the latest event of each step, and an event stands for one step only.' },
  );
  if (window === null) notes.push({ clause: 'Time window', why: 'The query has none; add `with maxspan=…` before you use this as a rule.' });
  return { text: [head, ...items].join('\n'), lost: notes };
}

/** Null where a pattern has no form in EQL. */
function termText(term: Term, name: (field: string) => string): string | null {
  if (term.kind === 'leaf') return leafText(term, name(term.field));
  const parts = term.of.map((part) => termText(part, name));
  return parts.includes(null) ? null : `(${parts.join(` ${term.kind} `)})`;
}

function leafText({ test, negated, whenMissing }: Leaf, field: string): string | null {
  if (test.kind === 'null') return `${field} ${negated ? '!=' : '=='} null`;
  const asked = testText(test, field);
  if (asked === null) return null;
  if (!negated) return whenMissing ? `(${field} == null or ${asked})` : asked;
  // What NOT makes of a missing field hangs on how it is run, so it is said.
  return whenMissing ? `(${field} == null or not ${asked})` : `(${field} != null and not ${asked})`;
}

function testText(test: Exclude<Test, { kind: 'null' }>, field: string): string | null {
  switch (test.kind) {
    case 'is': {
      const values = test.values.map((value) => quoted(String(value)));
      const tilde = test.anyCase ? '~' : '';
      if (values.length !== 1) return `${field} in${tilde} (${values.join(', ')})`;
      if (!test.anyCase) return `${field} == ${values[0]}`;
      // `:` would read * and ? as wildcards.
      return /[*?]/.test(values[0]) ? `${field} in~ (${values[0]})` : `${field} : ${values[0]}`;
    }
    case 'like':
      return likeText(test.parts, test.anyCase ? '~' : '', field);
    case 'regex': {
      const pattern = luceneRegex(test.pattern);
      return pattern === null ? null : `${field} regex${test.anyCase ? '~' : ''} ${quoted(pattern)}`;
    }
    case 'order':
      return `number(${field}) ${test.op} ${test.value}`;
  }
}

/** A star in the text itself cannot be told from a wildcard, so such text is asked for by functions. */
function likeText(parts: readonly LikePart[], tilde: string, field: string): string | null {
  const pattern = parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
  const texts = parts.filter((part) => typeof part !== 'string');
  if (!texts.some(({ text }) => /[*?]/.test(text))) return parts.every((part) => typeof part !== 'string') ? `${field} ${tilde ? ':' : '=='} ${quoted(pattern)}` : `${field} like${tilde} ${quoted(pattern)}`;
  const [first] = texts;
  if (texts.length === 1 && !parts.includes('?')) {
    const [starts, ends] = [parts[0] === '*', parts.at(-1) === '*'];
    if (!starts && !ends) return `${field} in${tilde} (${quoted(first.text)})`;
    return `${starts && ends ? 'stringContains' : starts ? 'endsWith' : 'startsWith'}${tilde}(${field}, ${quoted(first.text)})`;
  }
  const regex = parts.map((part) => (part === '*' ? '.*' : part === '?' ? '.' : part.text.replace(/[^A-Za-z0-9 _]/gu, '\\$&'))).join('');
  return `${field} regex${tilde} ${quoted(regex)}`;
}

function patternOf(term: Term): string {
  return leavesOf(term).flatMap(({ field, test }) => (test.kind === 'regex' ? [`${field}: ${test.pattern}`] : [])).join('; ');
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}"`;
}

/** Its words stand for themselves, so a part of a name that is one is quoted, as one with other characters is. */
const WORDS = new Set('and any by false in join like maxspan not null of or regex sample sequence true until where with'.split(' '));

function quotedName(field: string): string {
  return field.split('.').map((part) => (/^[A-Za-z_@]\w*$/.test(part) && !WORDS.has(part) ? part : `\`${part.replaceAll('`', '``')}\``)).join('.');
}
