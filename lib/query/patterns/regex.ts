import { type Result, err, ok } from '@/lib/base/result';
import { readClass, readEscape } from './regex-escapes';
import { PatternError, PatternReader } from './regex-reader';

export type RegexDialect = 'java' | 'python';

/**
 * A Java or Python pattern as a JavaScript RegExp (by code points). What the engine cannot do is named, never dropped:
 * possessive quantifiers, atomic groups, flags in mid-pattern, class intersection. The error is one sentence.
 */
export function translateRegex(pattern: string, dialect: RegexDialect): Result<RegExp, string> {
  try {
    const { flags, rest } = leadingFlags(pattern);
    return ok(new RegExp(translate(new PatternReader(rest), dialect, flags), `u${flags}`));
  } catch (error) {
    if (error instanceof PatternError) return err(`The regular expression ${JSON.stringify(pattern)} ${error.message}`);
    if (error instanceof SyntaxError) return err(`The regular expression ${JSON.stringify(pattern)} is not valid`);
    throw error;
  }
}

function leadingFlags(pattern: string): { flags: string; rest: string } {
  const match = /^\(\?([a-zA-Z]+)\)/.exec(pattern);
  if (match === null) return { flags: '', rest: pattern };
  const unknown = [...match[1]].find((flag) => !'imsu'.includes(flag));
  if (unknown !== undefined) throw new PatternError(`uses the flag ${unknown}, which is not supported`);
  return { flags: [...new Set(match[1])].filter((flag) => flag !== 'u').join(''), rest: pattern.slice(match[0].length) };
}

/** Python ends a line at \n alone, JavaScript also at \r and others: what `.`, and `^` and `$` of each line, stand for. */
function pythonLine(char: string, flags: string): string | null {
  if (char === '.') return flags.includes('s') ? null : '[^\\n]';
  if (!flags.includes('m')) return null;
  return char === '^' ? '(?<![^\\n])' : char === '$' ? '(?![^\\n])' : null;
}

function translate(reader: PatternReader, dialect: RegexDialect, flags: string): string {
  let out = '';
  while (!reader.done()) {
    const char = reader.peek();
    const line = dialect === 'python' ? pythonLine(char, flags) : null;
    if (char === '\\') out += readEscape(reader, dialect);
    else if (char === '[') out += readClass(reader, dialect);
    else if (char === '(') out += readGroupStart(reader, dialect);
    else if (char === '*' || char === '+' || char === '?') out += readQuantifier(reader, reader.next());
    else if (char === '{') out += readBraces(reader);
    else if (char === '}' || char === ']') out += `\\${reader.next()}`;
    else if (line !== null) out += reader.next() && line;
    // Java and Python let `$` stand before a last line end, too.
    else if (char === '$') out += reader.next() && '(?=\\n?$)';
    else out += reader.next();
  }
  return out;
}

function readGroupStart(reader: PatternReader, dialect: RegexDialect): string {
  if (reader.take('(?P<')) return '(?<';
  if (reader.startsWith('(?>')) throw new PatternError('uses an atomic group (?>…), which is not supported');
  const reference = reader.match(/^\(\?P=(\w+)\)/);
  if (reference !== null) return `\\k<${reference[1]}>`;
  if (reader.match(/^\(\?#[^)]*\)/) !== null) return '';
  if (dialect === 'python') refuseVariableWidth(reader);
  for (const known of ['(?:', '(?=', '(?!', '(?<=', '(?<!', ...(dialect === 'java' ? ['(?<'] : [])]) if (reader.take(known)) return known;
  if (reader.startsWith('(?<')) throw new PatternError('has a group (?<…>, which Python does not know; write (?P<…>)');
  if (reader.startsWith('(?')) throw new PatternError('sets flags in mid-pattern, which is not supported; set them at its beginning');
  return reader.next();
}

/** Python looks behind by a fixed number of characters only. */
function refuseVariableWidth(reader: PatternReader): void {
  const behind = reader.lookAhead(/^\(\?<[=!]((?:\\.|\[(?:\\.|[^\]])*\]|[^()\\])*)\)/);
  if (behind !== null && /[*+?]|\{\d*,\d*\}/.test(behind[1].replace(/\\.|\[(?:\\.|[^\]])*\]/g, ''))) throw new PatternError('looks behind by a varying length, which Python refuses');
}

function readBraces(reader: PatternReader): string {
  const braces = reader.match(/^\{\d*(?:,\d*)?\}/);
  if (braces === null || !/\d/.test(braces[0])) {
    if (braces === null) reader.next();
    return `\\{${braces === null ? '' : `${braces[0].slice(1, -1)}\\}`}`;
  }
  return readQuantifier(reader, braces[0].replace('{,', '{0,'));
}

function readQuantifier(reader: PatternReader, quantifier: string): string {
  if (reader.take('+')) throw new PatternError(`uses the possessive quantifier ${quantifier}+, which is not supported`);
  return reader.take('?') ? `${quantifier}?` : quantifier;
}
