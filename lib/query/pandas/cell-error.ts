import type { Span } from '@/lib/base/span';

/** What cannot be read or is outside the subset, with its place. `compilePandas` turns it into a QueryError. */
export class CellError extends Error {
  override readonly name = 'CellError';
  constructor(
    message: string,
    readonly span: Span,
  ) {
    super(message);
  }
}
