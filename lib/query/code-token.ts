import type { Span } from '@/lib/base/span';

/** A stretch of a query's text to colour; what lies between tokens is plain. */
export interface CodeToken extends Span {
  readonly kind: 'keyword' | 'function' | 'name' | 'string' | 'number' | 'operator' | 'comment';
}
