import type { Span } from '@/lib/base/span';
import type { Schema } from '@/lib/query/plan';
import { lowerText } from './compile-sql';
import { Lowering, type Rewrite } from './lowering';

export interface SparkSql {
  /** The query as Spark takes it: what had to be changed is changed, all else stands as written. */
  readonly sql: string;
  /** In the order of the text. */
  readonly repairs: readonly SparkRepair[];
  /** The table names that the text gives to the dataset, as written, without a database. */
  readonly tables: readonly string[];
}

/** A place in the published text (of no length: something was added there). */
export interface SparkRepair extends Span {
  readonly written: string;
  readonly spark: string;
}

/** Every name is a field of the dataset, spelled right. */
const ANY_FIELD: Schema = { fields: [], resolve: (wanted) => ({ found: wanted, how: 'exact', alsoByCase: [] }) };

/**
 * The same query in legal Spark SQL: names quoted after a dot stand in backticks, backslashes are escaped as Spark's parser wants them,
 * SPLIT's text is a regular expression, a name that two tables have is qualified. With a dataset's schema its fields go by their own names, and
 * NULL stands for those that it lacks. Text that compileSql refuses comes back as it is.
 *
 * Means the same in Spark 3 and 4 with spark.sql.ansi.enabled=false (what does not cast is NULL) and spark.sql.caseSensitive=true (datasets
 * hold ProcessID and ProcessId); sources in spark-strings.ts.
 */
export function sparkSql(text: string, schema: Schema = ANY_FIELD): SparkSql {
  const lowering = new Lowering(schema, text);
  if (!lowerText(text, lowering).ok) return { sql: text, repairs: [], tables: [] };
  const repairs = outermost(lowering.rewrites()).map(({ start, end, text: spark }) => ({ start, end, written: text.slice(start, end), spark }));
  let sql = '';
  let at = 0;
  for (const { start, end, spark } of repairs) {
    sql += text.slice(at, start) + spark;
    at = end;
  }
  return { sql: sql + text.slice(at), repairs, tables: lowering.tables() };
}

/** A wider rewrite speaks for those inside it. */
function outermost(rewrites: readonly Rewrite[]): Rewrite[] {
  return rewrites.filter(({ start, end }) => !rewrites.some((other) => other.start <= start && other.end >= end && other.end - other.start > end - start && start < end));
}
