import { translateRegex } from '@/lib/query/patterns/regex';
import type { Expr } from '@/lib/query/plan';
import type { StringNode } from './ast';
import { likePattern, neededRepair, regexPattern, stringValue } from './backslashes';
import type { Lowering } from './lowering';
import { isSparkLike, literalRegex, sparkLiteral, sparkValue } from './spark-strings';
import { SqlError } from './token-cursor';

/** What a string serves as where it stands. Spark's SPLIT takes a regular expression where hunts mean a text. */
export type StringUse = 'text' | 'like' | 'regex' | 'separator';

/** A string as the plan knows it, which says where Spark would refuse it or read something else. @throws SqlError for a pattern that cannot be carried out */
export function lowerString(node: StringNode, use: StringUse, lowering: Lowering): Expr {
  const value = valueOf(node, use);
  if (use === 'regex') {
    const translated = translateRegex(value, 'java');
    if (!translated.ok) throw new SqlError(translated.error, node);
  }
  const wanted = use === 'separator' ? literalRegex(value) : value;
  const given = sparkValue(node.raw, node.quote);
  if (given !== wanted) {
    lowering.rewrite(node, sparkLiteral(wanted, node.quote));
    noteDifference(node, use, given, lowering);
  }
  return { kind: 'literal', value, span: { start: node.start, end: node.end } };
}

function valueOf({ raw, quote }: StringNode, use: StringUse): string {
  if (use === 'like') return likePattern(raw, quote);
  return use === 'regex' ? regexPattern(raw, quote) : stringValue(raw, quote);
}

const AS_ONE = 'Backslashes were read as hunts print them: a run of them is one.';
const READING: Readonly<Record<StringUse, string>> = {
  text: AS_ONE,
  like: AS_ONE,
  separator: AS_ONE,
  regex: 'Backslashes were read as hunts print them: one escapes a punctuation mark, more are a backslash.',
};

function noteDifference(node: StringNode, use: StringUse, given: string | null, lowering: Lowering): void {
  if (neededRepair(node.raw)) {
    lowering.warn('repaired', `${lowering.source(node)} was read as a complete string that ends in a backslash; Spark would refuse it`, node);
  } else if (given === null) {
    return;
  } else if (refused(given, use)) {
    lowering.warn('repaired', `${READING[use]} Spark would refuse the pattern as it stands`, node);
  } else if (use === 'separator') {
    lowering.warn('read-kindly', `SPLIT was read as cutting at the text ${lowering.source(node)}; Spark would take it as a regular expression`, node);
  } else {
    lowering.warn('read-kindly', `${READING[use]} Spark would find other text`, node);
  }
}

function refused(given: string, use: StringUse): boolean {
  if (use === 'like') return !isSparkLike(given);
  return use !== 'text' && !translateRegex(given, 'java').ok;
}
