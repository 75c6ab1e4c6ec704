import { UserError } from '@/lib/base/user-error';

/* Files that the page brings along. Their addresses are relative: the page may live under a sub-path. */

export function sampleLink(): string {
  return new URL('datasets/sample.zip', document.baseURI).href;
}

const documents = new Map<string, Promise<string>>();

/** The text of a hunt document that we ship; kept once fetched. @throws UserError 'not-found', 'unreadable-file' */
export function huntDocument(id: string): Promise<string> {
  const kept = documents.get(id);
  if (kept) return kept;
  const text = fetchText(id, `hunts/${encodeURIComponent(id)}.md`);
  documents.set(id, text);
  text.catch(() => documents.delete(id));
  return text;
}

async function fetchText(id: string, path: string): Promise<string> {
  const response = await fetch(new URL(path, document.baseURI)).catch(() => {
    throw new UserError({ code: 'unreadable-file', message: `The hunt ${id} could not be fetched.`, advice: 'Check the connection and try again.' });
  });
  if (response.ok) return response.text();
  throw new UserError({ code: 'not-found', message: `There is no hunt "${id}" here.`, advice: 'Choose another hunt.' });
}
