/** A failure that a person can act on, apart from bugs. It crosses to the page as plain data. */
export interface Failure {
  readonly code: FailureCode;
  /** What happened, with the file, member or address it happened to. One sentence. */
  readonly message: string;
  /** What the viewer can do next. One sentence. */
  readonly advice: string;
}

export type FailureCode =
  | 'not-an-archive'
  | 'password-protected'
  | 'no-events'
  | 'corrupt'
  | 'too-large'
  | 'unreadable-file'
  | 'http-error'
  | 'cross-origin-refused'
  | 'not-http'
  | 'unreadable-hunt'
  | 'unreadable-key'
  | 'query-failed'
  | 'no-dataset'
  | 'not-found'
  | 'cancelled'
  | 'worker-crashed'
  | 'out-of-memory';

/** The throwable form of a Failure. Anything else that is thrown is a bug. */
export class UserError extends Error {
  override readonly name = 'UserError';
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}
