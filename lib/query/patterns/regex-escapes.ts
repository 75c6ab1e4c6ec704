import { PatternError, type PatternReader } from './regex-reader';

/** java.util.regex.Pattern's POSIX classes, as the inside of a class. */
const POSIX: Readonly<Record<string, string>> = {
  Lower: 'a-z', Upper: 'A-Z', ASCII: '\\x00-\\x7f', Alpha: 'a-zA-Z', Digit: '0-9', Alnum: 'a-zA-Z0-9',
  Punct: '!-\\/:-@\\[-`\\{-~', Graph: '!-~', Print: ' -~', Blank: ' \\t', Cntrl: '\\x00-\\x1f\\x7f', XDigit: '0-9a-fA-F', Space: ' \\t\\n\\x0b\\f\\r',
};

/** Escapes that stand for more than JavaScript's: in Java, `\s` and `\w` know ASCII only. */
const CLASSES: Readonly<Record<'java' | 'python', Readonly<Record<string, string>>>> = {
  java: { d: '0-9', w: '\\w', s: ' \\t\\n\\x0b\\f\\r', h: ' \\t\\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000', v: '\\n\\x0b\\f\\r\\x85\\u2028\\u2029' },
  python: { d: '\\p{Nd}', w: '\\p{L}\\p{N}_', s: ' \\t-\\r\\x1c-\\x1f\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000' },
};

const WORD = `[${CLASSES.python.w}]`;
/** Python's words are of any script's letters, JavaScript's of ASCII's. */
const PYTHON_BOUNDARY = `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;

/** Reads an escape outside a class. */
export function readEscape(reader: PatternReader, dialect: 'java' | 'python'): string {
  if (dialect === 'java') {
    const quoted = reader.match(/^\\Q([^]*?)(?:\\E|$)/);
    if (quoted !== null) return [...quoted[1]].map(literal).join('');
  }
  if (reader.take('\\A')) return '(?<![^])';
  if (reader.take('\\z')) return end(dialect, '(?![^])');
  if (reader.take('\\Z')) return dialect === 'java' ? '(?=\\n?(?![^]))' : '(?![^])';
  if (reader.take('\\b')) return dialect === 'python' ? PYTHON_BOUNDARY : '\\b';
  if (reader.take('\\B')) return dialect === 'python' ? `(?!${PYTHON_BOUNDARY})` : '\\B';
  if (reader.take('\\R')) return '(?:\\r\\n|[\\n\\x0b\\f\\r\\x85\\u2028\\u2029])';
  const octal = dialect === 'python' ? reader.match(/^\\([0-3][0-7]{2})/) : null;
  if (octal !== null) return `\\u{${Number.parseInt(octal[1], 8).toString(16)}}`;
  const group = reader.match(/^\\(?:k<(\w+)>|([1-9]))/);
  if (group !== null) return group[0];
  const { inside, negated } = readSet(reader, dialect);
  return negated ? `[^${inside}]` : inside.length > 2 || inside.includes('-') ? `[${inside}]` : inside;
}

/** Reads a class `[…]`. */
export function readClass(reader: PatternReader, dialect: 'java' | 'python'): string {
  reader.next();
  const negated = reader.take('^');
  let out = '';
  for (let first = true; ; first = false) {
    if (reader.done()) throw new PatternError('has a class [ that is not closed');
    if (reader.peek() === ']' && !first) break;
    if (reader.startsWith('&&') && dialect === 'java') throw new PatternError('intersects classes with &&, which is not supported');
    if (reader.peek() === '[' && dialect === 'java') throw new PatternError('has a class inside a class, which is not supported; write \\[ for the character');
    if (reader.peek() === '\\') {
      const set = readSet(reader, dialect);
      if (set.negated) out += negatedInside(set.inside);
      else out += set.inside;
    } else out += inClass(reader.next());
  }
  reader.next();
  return `[${negated ? '^' : ''}${out}]`;
}

function negatedInside(inside: string): string {
  const known: Readonly<Record<string, string>> = { '0-9': '\\D', '\\w': '\\W', ' \\t\\n\\x0b\\f\\r': '\\S', '\\p{Nd}': '\\P{Nd}', [CLASSES.python.s]: '\\S' };
  const found = known[inside];
  if (found === undefined) throw new PatternError('negates a class inside a class, which is not supported');
  return found;
}

/** An escape as the inside of a class: what a backslash and its letter stand for. */
function readSet(reader: PatternReader, dialect: 'java' | 'python'): { inside: string; negated: boolean } {
  reader.next();
  if (reader.done()) throw new PatternError('ends in a backslash');
  const posix = reader.match(/^([pP])\{(\w+)\}/);
  if (posix !== null) {
    const inside = POSIX[posix[2].replace(/^Is/, '')] ?? `\\p{${posix[2].replace(/^Is/, '')}}`;
    return { inside, negated: posix[1] === 'P' };
  }
  const code = reader.match(/^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|x\{([0-9a-fA-F]{1,6})\})/);
  if (code !== null) return { inside: `\\u{${code[1] ?? code[2] ?? code[3]}}`, negated: false };
  const char = reader.next();
  const set = CLASSES[dialect][char.toLowerCase()];
  if (set !== undefined) return { inside: set, negated: char !== char.toLowerCase() };
  if ('nrtf'.includes(char)) return { inside: `\\${char}`, negated: false };
  if (char === 'a') return { inside: '\\x07', negated: false };
  if (char === 'e' && dialect === 'java') return { inside: '\\x1b', negated: false };
  if (char === '0') return { inside: `\\u{${Number.parseInt(reader.match(/^[0-7]{1,3}/)?.[0] ?? '0', 8).toString(16)}}`, negated: false };
  if (/[A-Za-z]/.test(char)) throw new PatternError(`uses the escape \\${char}, which is not supported`);
  return { inside: literal(char), negated: false };
}

function end(dialect: 'java' | 'python', source: string): string {
  if (dialect === 'python') throw new PatternError('uses the escape \\z, which is not supported');
  return source;
}

function literal(char: string): string {
  return /[\\^$.*+?()[\]{}|/-]/.test(char) ? `\\${char === '-' ? 'x2d' : char}` : char;
}

function inClass(char: string): string {
  return char === '[' || char === ']' || char === '^' ? `\\${char}` : char;
}
