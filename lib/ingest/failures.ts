import { UserError } from '@/lib/base/user-error';
import type { IndexFull } from '@/lib/events/index-budget';

/* The words for every failure of opening a dataset, in one place, so that they read as one voice. */

const EVENTS_WANTED =
  'Open events as JSON, CSV or Linux audit lines, plain or in a zip, gzip or tar archive, such as the public Security-Datasets collection publishes.';

export function notAnArchive(name: string, what: string): UserError {
  return new UserError({ code: 'not-an-archive', message: `${name} holds no events that can be read: it is ${what}.`, advice: EVENTS_WANTED });
}

export function passwordProtected(name: string): UserError {
  return new UserError({
    code: 'password-protected',
    message: `${name} is password-protected.`,
    advice: 'Unpack it with its password, zip the files again without one, and open that.',
  });
}

export function noEvents(name: string, inside: readonly { readonly name: string; readonly reason: string }[]): UserError {
  const shown = inside.slice(0, 3).map((member) => `${member.name} is ${member.reason}`);
  const more = inside.length > 3 ? ` (and ${inside.length - 3} more)` : '';
  const what = inside.length === 0 ? 'it is empty' : shown.join('; ') + more;
  return new UserError({ code: 'no-events', message: `${name} holds no events that can be read: ${what}.`, advice: EVENTS_WANTED });
}

/** `inside`: the names of those that hold events. */
export function noSuchMember(name: string, wanted: number | string, inside: readonly string[]): UserError {
  const shown = inside.slice(0, 5).join(', ') + (inside.length > 5 ? ` and ${inside.length - 5} more` : '');
  return new UserError({
    code: 'not-found',
    message: `${name} has no ${typeof wanted === 'number' ? `file number ${wanted + 1}` : `file "${wanted}"`} with events: it has ${shown || 'none'}.`,
    advice: 'Open it again with all its files, or choose others.',
  });
}

/** `where`: the archive, or the member in it. */
export function corrupt(where: string, detail: string): UserError {
  return new UserError({
    code: 'corrupt',
    message: `${where} is truncated or corrupt: ${detail}.`,
    advice: 'Download or copy the file again and open the new copy.',
  });
}

/** `stated`: what the file says that it inflates to; null where it was found out. */
export function tooLarge(name: string, stated: number | null, maxBytes: number): UserError {
  const what = stated === null ? 'inflates to' : `holds ${sizeText(stated)} by its own account,`;
  return new UserError({
    code: 'too-large',
    message: `${name} ${what} more than the limit of ${sizeText(maxBytes)}.`,
    advice: 'Raise the limit if this machine has the memory, or unpack it, keep the files or the days that matter, and open those.',
  });
}

/** `where`: the file or member that was being read. */
export function tooManyNames(where: string, { events, shapes, fields, members }: IndexFull): UserError {
  const text = (count: number) => count.toLocaleString('en');
  const what = members > shapes ? `come in ${text(members)} files` : `have ${text(shapes)} different sets or orders of ${text(fields)} field names`;
  return new UserError({
    code: 'out-of-memory',
    message: `Reading stopped in ${where}: the ${text(events)} events up to there ${what}, more than a browser can hold.`,
    advice: 'Open fewer of its files; or, where IDs or paths stand as names of fields, write them as values and open that.',
  });
}

function sizeText(bytes: number): string {
  const [size, unit] = bytes < 2 ** 30 ? [bytes / 2 ** 20, 'MiB'] : [bytes / 2 ** 30, 'GiB'];
  return `${size.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} ${unit}`;
}

export function unsupportedCompression(name: string): UserError {
  return new UserError({
    code: 'unreadable-file',
    message: `${name} holds a member compressed by a method that browsers cannot undo.`,
    advice: 'Zip the files again with ordinary (deflate) compression.',
  });
}

export function unreadableFile(name: string, detail: string): UserError {
  return new UserError({
    code: 'unreadable-file',
    message: `${name} could not be read: ${detail}.`,
    advice: 'Check that the file is still there and may be read, then open it again.',
  });
}

export function notHttp(address: string): UserError {
  return new UserError({
    code: 'not-http',
    message: `"${address}" is not an http or https link.`,
    advice: 'Paste a link that begins with https://, or drop the file here.',
  });
}

export function httpError(address: string, status: number, statusText: string): UserError {
  return new UserError({
    code: 'http-error',
    message: `${address} answered ${`${status} ${statusText}`.trim()}.`,
    advice: adviceFor(status),
  });
}

function adviceFor(status: number): string {
  if (status === 401 || status === 403) return 'That site wants to know who you are: sign in to it in a browser tab, download the file and drop it here.';
  if (status === 404 || status === 410) return 'Check the link: the file may have been moved or deleted, or be shown only to those who have signed in.';
  if (status === 429) return 'That site has been asked too often: wait a while and open the link again.';
  if (status >= 500) return 'That site is in trouble: open the link again later.';
  return 'Check the link in a browser tab; if it works there, download the file and drop it here.';
}

/** `contentLink`: where the content is kept, if that is known. */
export function gitLfsPointer(address: string, contentLink: string | null): UserError {
  const download = 'download the file itself from that site and drop it here.';
  return new UserError({
    code: 'not-an-archive',
    message: `${address} gave a Git LFS pointer: a note of where the data is kept, not the data.`,
    advice: contentLink === null ? `Instead of this link, ${download}` : `Open ${contentLink} instead, or ${download}`,
  });
}

export function webPage(address: string): UserError {
  return new UserError({
    code: 'not-an-archive',
    message: `${address} gave a web page (HTML), not a dataset.`,
    advice: 'It may be a page about the file, or one to sign in: find the link of the file itself, or download it in a browser tab and drop it here.',
  });
}

/** The browser does not tell a page whether the other site refused or could not be reached. */
export function linkRefused(address: string): UserError {
  return new UserError({
    code: 'cross-origin-refused',
    message: `${address} could not be fetched: either that site does not let other pages read it (CORS), or it could not be reached.`,
    advice: 'Download the file in a browser tab and drop it here: it will not leave this page.',
  });
}

export function downloadBroke(address: string, bytes: number): UserError {
  return new UserError({
    code: 'unreadable-file',
    message: `The download of ${address} broke off after ${bytes.toLocaleString('en')} bytes.`,
    advice: 'Check the connection and open the link again, or download the file and drop it here.',
  });
}

/** A warning, no failure. */
export function eventsShareLines(member: string): string {
  return `${member} has several events on one line, so its events are numbered by their order instead of their lines.`;
}

export function cancelled(): UserError {
  return new UserError({ code: 'cancelled', message: 'Opening was cancelled.', advice: 'Open the dataset again when you want it.' });
}
