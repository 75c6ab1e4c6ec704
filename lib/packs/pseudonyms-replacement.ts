export type NameKind = 'user' | 'host' | 'domain' | 'address' | 'sid';

export interface Replacement {
  readonly kind: NameKind;
  /** As it was first seen. */
  readonly original: string;
  /** In lower case; each spelling of the original gets a spelling of its own. Null: kept, as `why` says. */
  readonly pseudonym: string | null;
  readonly why: 'chosen' | 'common word' | 'too short' | null;
}
