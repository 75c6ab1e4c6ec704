import { fencedCode, isCodeCell, type FencedCode } from './code-fence';
import { readString } from '@/lib/query/pandas/literals';
import type { ReadingKind } from './hunt-document';
import type { MarkdownBlock } from './markdown-blocks';

export interface LooseCode extends FencedCode {
  readonly kind: ReadingKind;
}

/** `spark.sql('''…''')`, in any of Python's quotes. */
const SPARK_SQL = /\bspark\s*\.\s*sql\s*\(\s*([rRfFuU]{0,2}("""|'''|"|')((?:\\[^]|(?!\2)[^])*)\2)\s*[,)]/;
/** `%%sparksql`, `%%sql`: the whole cell is SQL. */
const SQL_MAGIC = /^\s*%%\w*sql\b.*\n/i;

/** The query of a code cell that hands it to Spark or is SQL by its magic; null for any other code. */
export function sqlInPython(code: FencedCode): FencedCode | null {
  const magic = SQL_MAGIC.exec(code.text);
  if (magic) return trimmed(code.text.slice(magic[0].length), code.line + lineEnds(magic[0]));
  const call = SPARK_SQL.exec(code.text);
  if (!call) return null;
  const [, literal, , inside] = call;
  const start = call.index + call[0].indexOf(literal) + literal.indexOf(inside);
  return trimmed(spoken(literal) ?? inside, code.line + lineEnds(code.text.slice(0, start)));
}

/** What Spark hears of a literal; null where Python refuses it. */
function spoken(literal: string): string | null {
  try {
    return readString(literal, 0);
  } catch {
    return null;
  }
}

/** Code that stands in an analytic without a heading that says what it is: older notebooks hold one cell with the query. Null for an example. */
export function looseCode(block: MarkdownBlock): LooseCode | null {
  const code = fencedCode(block);
  if (code === null || block.node.type !== 'code') return null;
  if (isCodeCell(block)) {
    const sql = sqlInPython(code);
    if (sql) return { kind: 'sql', ...sql };
    const isQuery = /\b(?:df|pd)\b/.test(code.text) && !isSetup(code.text) && !/\.show\s*\(/.test(code.text);
    return isQuery ? { kind: 'pandas', ...code } : null;
  }
  const isSql = /^sql$/i.test(block.node.lang ?? '') || /^\s*(?:select|with)\s/i.test(code.text);
  return isSql ? { kind: 'sql', ...code } : null;
}

/** Code that only fetches and reads the dataset, which is done otherwise here. */
export function isSetup(code: string): boolean {
  return /^\s*(?:import|from)\s|^\s*[!%]|\b(?:read_json|requests\.get|ZipFile|get_spark|registerMordorSQLTable|SparkSession)\b/m.test(code);
}

/**
 * Lines that the notebook's shell takes (`%matplotlib`, `!pip`) are no Python, and those that read the dataset are done otherwise here: they
 * become comments, so that all others keep their place.
 */
export function runnable(code: string): string {
  return code.replace(/^(?=%{1,2}[a-z]|!|df\s*=\s*\w+\.(?:toPandas\(\)|read_json\([^()\n]*\))\s*$)/gim, '# ');
}

function trimmed(text: string, line: number): FencedCode {
  const blank = /^(?:[ \t]*\r?\n)*/.exec(text)?.[0] ?? '';
  return { text: text.slice(blank.length).trimEnd(), line: line + lineEnds(blank) };
}

function lineEnds(text: string): number {
  return text.split('\n').length - 1;
}
