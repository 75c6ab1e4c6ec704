import type { QueryError } from './plan';

/** Thrown by runQuery when a query that compiled cannot be carried out: too many rows to hold, a pattern that no engine here reads. */
export class QueryFailure extends Error {
  override readonly name = 'QueryFailure';
  constructor(readonly error: QueryError) {
    super(error.message);
  }
}
