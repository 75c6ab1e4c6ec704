import { UserError } from '@/lib/base/user-error';

/* Files that the page brings along. Their addresses are relative: the page may live under a sub-path. */

export const SAMPLE_PATH = 'datasets/sample.zip';

export function sampleLink(): string {
  return new URL(SAMPLE_PATH, document.baseURI).href;
}

const documents = new Map<string, Promise<string>>();

/** The text of a hunt document that we ship; kept once fetched. @throws UserError 'not-found', 'unreadable-file' */
export function huntDocument(id: string): Promise<string> {
  return pageText('hunt', id, 'hunts');
}

/** The text of the lesson that comes with a hunt that we ship; kept once fetched. @throws UserError 'not-found', 'unreadable-file' */
export function lessonDocument(hunt: string): Promise<string> {
  return pageText('lesson', hunt, 'lessons');
}

function pageText(what: string, id: string, folder: string): Promise<string> {
  const path = `${folder}/${encodeURIComponent(id)}.md`;
  const kept = documents.get(path);
  if (kept) return kept;
  const text = fetchText(what, id, path);
  documents.set(path, text);
  text.catch(() => documents.delete(path));
  return text;
}

async function fetchText(what: string, id: string, path: string): Promise<string> {
  const response = await fetch(new URL(path, document.baseURI)).catch(() => {
    throw new UserError({ code: 'unreadable-file', message: `The ${what} ${id} could not be fetched.`, advice: 'Check the connection and try again.' });
  });
  if (response.ok) return response.text();
  throw new UserError({ code: 'not-found', message: `There is no ${what} "${id}" here.`, advice: `Choose another ${what}.` });
}
