import { type Result, err, ok } from '@/lib/base/result';
import type { Query, QueryError, Schema } from '@/lib/query/plan';
import { lowerQuery } from './lower-query';
import { Lowering } from './lowering';
import { parseQuery } from './parse-query';
import { sparkName } from './spark-strings';
import { SqlError } from './token-cursor';
import { type Token, tokenize } from './tokens';

/**
 * Reads one Spark SQL query as a plan over a dataset. Whatever stands as a table name is the dataset. What the subset does not hold is
 * an error that names it, with its place in `text`; what was read kindly is a warning.
 */
export function compileSql(text: string, schema: Schema): Result<Query, QueryError> {
  const lowering = new Lowering(schema, text);
  const query = lowerText(text, lowering);
  return query.ok ? ok({ ...query.value, shown: null, warnings: lowering.warnings() }) : query;
}

/** What the query does and shows; what is to say about it is noted in `lowering`. */
export function lowerText(text: string, lowering: Lowering): Result<Pick<Query, 'plan' | 'columns'>, QueryError> {
  try {
    const tokens = tokenize(text);
    const parsed = parseQuery(tokens);
    tokens.filter(({ kind }) => kind !== 'comment').forEach((token, at, all) => noteName(token, all[at - 1], lowering));
    const { plan, columns } = lowerQuery(parsed, [], lowering);
    return ok({ plan, columns });
  } catch (error) {
    if (error instanceof SqlError) return err(error.toQueryError());
    throw error;
  }
}

/** Names that Spark would refuse: in quotes, which stand after a dot or AS only where the parser took a name; with letters that it does not know. */
function noteName(token: Token, before: Token | undefined, lowering: Lowering): void {
  const isName = token.kind === 'string' && before !== undefined && (before.text === '.' || before.text.toUpperCase() === 'AS');
  if (isName) lowering.warn('repaired', `${token.text} was read as a name; Spark takes names in backticks only and would refuse it`, token);
  if (isName || (token.kind === 'word' && !/^\w+$/.test(token.text))) lowering.rewrite(token, sparkName(token.raw));
}
