/** 'cannot-know': an event type that the reading needs is nowhere in the dataset. */
export type Verdict = 'hits' | 'no-hit' | 'cannot-know' | 'error';
