import { UserError, type Failure } from '@/lib/base/user-error';

export interface ShownFailure {
  readonly code: Failure['code'] | 'bug';
  readonly message: string;
  readonly advice: string;
}

/** What to tell about anything that was thrown. Whatever is no UserError is a bug, and says so. */
export function toFailure(error: unknown): ShownFailure {
  if (error instanceof UserError) return error.failure;
  const words = error instanceof Error ? error.message : String(error);
  return { code: 'bug', message: `Huntbook failed: ${words}`, advice: 'Please report this with the name of the dataset. Reloading the page starts afresh.' };
}
