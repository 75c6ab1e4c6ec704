import type { Span } from '@/lib/base/span';
import { translateRegex } from '@/lib/query/patterns/regex';
import type { Expr } from '@/lib/query/plan';
import type { CallArguments } from './call-arguments';
import { textOf } from './call-arguments';
import { CellError } from './cell-error';
import { TEXT, type Context } from './context';
import { type ColumnType, dtypeName } from './dtype';
import { maskSeries } from './masks';
import type { Series, Value } from './values';

/** pandas' order of the parameters, per method of `.str`. */
export const STRING_METHODS: ReadonlyMap<string, readonly string[]> = new Map([
  ['lower', []],
  ['upper', []],
  ['len', []],
  ['strip', ['to_strip']],
  ['lstrip', ['to_strip']],
  ['rstrip', ['to_strip']],
  ['contains', ['pat', 'case', 'flags', 'na', 'regex']],
  ['match', ['pat', 'case', 'flags', 'na']],
  ['startswith', ['pat', 'na']],
  ['endswith', ['pat', 'na']],
  ['split', ['pat', 'n', 'expand', 'regex']],
  ['get', ['i']],
]);

/** Calls `series.str.<method>(…)`. The value is missing where the column has no string. */
export function callStringMethod(context: Context, series: Series, method: string, args: CallArguments): Series {
  const { span } = args;
  switch (method) {
    case 'lower':
    case 'upper':
      return textSeries(series, { kind: 'call', fn: method, args: [strings(context, series)], span });
    case 'len':
      return lengths(context, series, span);
    case 'strip':
    case 'lstrip':
    case 'rstrip':
      args.ignore('to_strip', null);
      return textSeries(series, stripped(strings(context, series), method, span));
    case 'contains':
      return contains(context, series, args);
    case 'match': {
      const given = args.need('pat');
      const { flags, rest } = leadingFlags(withFlag(textOf(given, 'The pattern'), ignoresCase(args)));
      return withNa(series, regex(context, series, { ...given, pattern: `${flags}\\A(?:${rest})` }, span), args);
    }
    case 'startswith':
    case 'endswith':
      return withNa(series, affix(context, series, method, args), args);
    case 'split':
      return split(context, series, args);
    case 'get':
      return element(context, series, args.integer('i') ?? 0, span);
    default:
      throw new CellError(`\`.str.${method}\` is not supported`, span);
  }
}

/** `series.str[n]`, of the lists that `.str.split` made (or of lists in the file). */
export function element(context: Context, series: Series, index: number, span: Span): Series {
  const literal: Expr = { kind: 'literal', value: index, span };
  const { kind } = series.column.type().dtype;
  const operand = kind === 'list' || kind === 'object' ? series.column.expr : strings(context, series);
  return textSeries(series, { kind: 'subscript', operand, index: literal, span });
}

/** How many characters, or elements of a list. */
function lengths(context: Context, series: Series, span: Span): Series {
  const { kind } = series.column.type().dtype;
  const expr: Expr = kind === 'list' ? { kind: 'call', fn: 'size', args: [series.column.expr], span } : { kind: 'call', fn: 'length', args: [strings(context, series)], span };
  return { column: { name: series.column.name, expr, type: () => LENGTH }, frame: series.frame, conditions: [], span };
}

const LENGTH: ColumnType = { dtype: { kind: 'number', whole: false, asText: false }, gaps: true };

/** What Python's str.strip() takes for white space, as the inside of a class. */
const WHITE_SPACE = '\\s\\x1c-\\x1f\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

function stripped(text: Expr, method: 'strip' | 'lstrip' | 'rstrip', span: Span): Expr {
  const ends = { strip: ['^', '$'], lstrip: ['^'], rstrip: ['$'] }[method];
  const pattern = ends.map((end) => (end === '^' ? `\\A[${WHITE_SPACE}]+` : `[${WHITE_SPACE}]+\\z`)).join('|');
  return { kind: 'call', fn: 'regexp_replace', args: [text, literal(pattern, span), literal('', span)], span };
}

function textSeries(from: Series, expr: Expr): Series {
  return { column: { name: from.column.name, expr, type: () => TEXT }, frame: from.frame, conditions: [], span: expr.span };
}

/** The column's strings, missing where it holds anything else. A column of numbers has no `.str` in pandas. */
function strings(context: Context, series: Series): Expr {
  const { dtype } = series.column.type();
  const { expr } = series.column;
  if (dtype.kind === 'object' && dtype.strings) return expr;
  if (dtype.kind !== 'object') {
    const what = dtype.kind === 'list' ? 'lists' : dtypeName(dtype);
    context.warn('attribute-error', `AttributeError: .str wants strings, and '${series.column.name}' is a column of ${what}. pandas stops here; it is read as missing`, series.span);
    return { kind: 'literal', value: null, span: expr.span };
  }
  const { span } = expr;
  const isString: Expr = {
    kind: 'compare', op: '=', typing: 'strict', span,
    left: { kind: 'call', fn: 'typeof', args: [expr], span },
    right: { kind: 'literal', value: 'string', span },
  };
  return { kind: 'case', branches: [{ when: isString, then: expr }], otherwise: { kind: 'literal', value: null, span }, span };
}

function contains(context: Context, series: Series, args: CallArguments): Series {
  const given = args.need('pat');
  const pattern = textOf(given, 'The pattern');
  const anyCase = ignoresCase(args);
  if (args.flag('regex') ?? true) {
    const found = regex(context, series, { ...given, pattern: withFlag(pattern, anyCase) }, args.span);
    if (hasGroups(pattern)) context.warn('match-groups', 'UserWarning: the pattern has groups (…), which `.str.contains` does not use; the rows are the same', given.span);
    return withNa(series, found, args);
  }
  const text = strings(context, series);
  const operands = anyCase ? [upper(text), upper(literal(pattern, args.span))] : [text, literal(pattern, args.span)];
  return withNa(series, { kind: 'call', fn: 'contains', args: operands, span: args.span }, args);
}

/** `given` is the argument that holds the pattern: an invalid one is an error with its place. */
function regex(context: Context, series: Series, given: { readonly pattern: string; readonly span: Span; readonly value: Value }, span: Span): Expr {
  const { pattern } = given;
  const written = given.value.kind === 'scalar' && typeof given.value.value === 'string' ? given.value.value : pattern;
  const valid = [written, pattern].map((text) => translateRegex(text, 'python')).find((read) => !read.ok);
  if (valid !== undefined && !valid.ok) throw new CellError(valid.error, given.span);
  return { kind: 'regex', operand: strings(context, series), pattern: literal(pattern, span), dialect: 'python', span };
}

function hasGroups(pattern: string): boolean {
  const read = translateRegex(pattern, 'python');
  return read.ok && (new RegExp(`${read.value.source}|`, read.value.flags).exec('')?.length ?? 1) > 1;
}

/** `case=False`, or `flags=re.IGNORECASE`. */
function ignoresCase(args: CallArguments): boolean {
  const sensitive = args.flag('case') ?? true;
  const flags = args.take('flags');
  if (flags === null || (flags.value.kind === 'scalar' && flags.value.value === 0)) return !sensitive;
  if (flags.value.kind === 'module' && /^re\.(I|IGNORECASE)$/.test(flags.value.path)) return true;
  throw new CellError(`\`flags=\` of ${args.method} is supported for re.IGNORECASE only`, flags.span);
}

/** Flags stand together at the very beginning, as Python asks. */
function withFlag(pattern: string, ignoreCase: boolean): string {
  if (!ignoreCase) return pattern;
  const { flags, rest } = leadingFlags(pattern);
  return flags === '' ? `(?i)${rest}` : `${flags.slice(0, -1)}i)${rest}`;
}

function leadingFlags(pattern: string): { readonly flags: string; readonly rest: string } {
  const flags = /^\(\?[a-zA-Z]+\)/.exec(pattern)?.[0] ?? '';
  return { flags, rest: pattern.slice(flags.length) };
}

/** One text, or any of a tuple. */
function affix(context: Context, series: Series, fn: 'startswith' | 'endswith', args: CallArguments): Expr {
  const { value, span } = args.need('pat');
  const texts = value.kind === 'list' ? value.items : [{ value, span }];
  const operands = texts.map((item): Expr => {
    const text = textOf(item, `\`pat\` of ${args.method}`);
    if (/\.[*+]|\[\^?\w-\w/.test(text)) context.warn('no-pattern', `${args.method} takes text, not a pattern: '${text}' is looked for as it is written`, item.span);
    const wanted = literal(text, item.span);
    return { kind: 'call', fn, args: [strings(context, series), wanted], span: args.span };
  });
  return operands.length === 1 ? operands[0] : { kind: 'or', operands, span: args.span };
}

function withNa(series: Series, expr: Expr, args: CallArguments): Series {
  const na = args.flag('na');
  if (na !== null) return maskSeries(series, { kind: 'ifMissing', operand: expr, value: na, span: args.span });
  const { dtype, gaps } = series.column.type();
  return maskSeries(series, expr, gaps || !(dtype.kind === 'object' && dtype.strings));
}

/** By a text, not a pattern: pandas takes one character literally, and more than one as a pattern unless `regex=False`. */
function split(context: Context, series: Series, args: CallArguments): Series {
  const separator = args.need('pat');
  const text = textOf(separator, `\`pat\` of ${args.method}`);
  args.ignore('n', -1, 0, null);
  args.ignore('expand', false);
  const literally = args.flag('regex') === false || text.length === 1;
  if (!literally && /[\\^$.|?*+()[\]{}]/.test(text)) throw new CellError('Splitting by a pattern is not supported', separator.span);
  const { span } = args;
  const expr: Expr = { kind: 'call', fn: 'split', args: [strings(context, series), literal(text, separator.span)], span };
  return { column: { name: series.column.name, expr, type: () => ({ dtype: { kind: 'list' }, gaps: true }) }, frame: series.frame, conditions: [], span };
}

function literal(value: string, span: Span): Expr {
  return { kind: 'literal', value, span };
}

function upper(operand: Expr): Expr {
  return { kind: 'call', fn: 'upper', args: [operand], span: operand.span };
}
