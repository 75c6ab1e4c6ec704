import { UserError } from '@/lib/base/user-error';

/** What browsers say where an array finds no room: Chromium ("Array buffer allocation failed"), Firefox and Safari ("out of memory"). */
const NO_ROOM = /allocation failed|allocation size overflow|out of memory|invalid (typed )?array (buffer )?length/i;

/** The failure that a viewer can act on, where the error says that memory is used up; else null. */
export function outOfMemory(error: unknown): UserError | null {
  if (!(error instanceof Error) || error instanceof UserError || !NO_ROOM.test(error.message)) return null;
  return new UserError({
    code: 'out-of-memory',
    message: 'There is not enough memory left for this dataset.',
    advice: 'Close other tabs and programs and try again; or unpack the archive and open fewer of its files, or use the command line on a larger machine.',
  });
}
