import { type Result, err, ok } from '@/lib/base/result';
import type { Query, QueryError, Schema } from '@/lib/query/plan';
import { lowerQuery } from './lower-query';
import { Lowering } from './lowering';
import { parseQuery } from './parse-query';
import { SqlError } from './token-cursor';
import { tokenize } from './tokens';

/**
 * Reads one Spark SQL query as a plan over a dataset. Whatever stands as a table name is the dataset. What the subset does not hold is
 * an error that names it, with its place in `text`; what was read kindly is a warning.
 */
export function compileSql(text: string, schema: Schema): Result<Query, QueryError> {
  const lowering = new Lowering(schema, text);
  try {
    const { plan, columns } = lowerQuery(parseQuery(tokenize(text)), [], lowering);
    return ok({ plan, columns, shown: null, warnings: lowering.warnings() });
  } catch (error) {
    if (error instanceof SqlError) return err(error.toQueryError());
    throw error;
  }
}
