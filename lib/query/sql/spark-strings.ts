/*
 * How Spark's parser reads a string literal, and how to write one for it: https://spark.apache.org/docs/latest/sql-ref-literals.html,
 * SparkParserUtils.unescapeSQLString; for LIKE StringUtils.escapeLikeRegex.
 */

const CHARACTERS: Readonly<Record<string, string>> = { '0': '\0', b: '\b', n: '\n', r: '\r', t: '\t', Z: '\x1a', '%': '\\%', _: '\\_' };

/** What Spark makes of the text between the quotes; null where it would not end there, or where Spark 3 and 4 disagree (a doubled quote). */
export function sparkValue(raw: string, quote: string): string | null {
  if (/(?:^|[^\\])(?:\\\\)*\\$/.test(raw) || raw.includes(quote + quote)) return null;
  return raw.replace(/\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|([01][0-7]{2})|([^]))/g, (_whole, four?: string, eight?: string, octal?: string, char?: string) => {
    if (char !== undefined) return CHARACTERS[char] ?? char;
    const code = Number.parseInt(four ?? eight ?? octal ?? '', octal === undefined ? 16 : 8);
    return code > 0x10ffff ? '�' : String.fromCodePoint(code);
  });
}

/** A literal that Spark 3 and 4 read as this text. */
export function sparkLiteral(value: string, quote: string): string {
  return quote + value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;
}

/** Whether Spark takes a text as a LIKE pattern: a backslash must stand before `%`, `_` or another one. */
export function isSparkLike(pattern: string): boolean {
  return /^(?:[^\\]|\\[%_\\])*$/s.test(pattern);
}

/** A Java regular expression that finds exactly this text. */
export function literalRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** A name as Spark takes it, in backticks where it is no plain one (https://spark.apache.org/docs/latest/sql-ref-identifier.html). */
export function sparkName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name.replaceAll('`', '``')}\``;
}
