/* Files that the page brings along. Their addresses are relative: the page may live under a sub-path. */

export function sampleLink(): string {
  return new URL('datasets/sample.zip', document.baseURI).href;
}

const documents = new Map<string, Promise<string>>();

/** The text of a hunt document that we ship; kept once fetched. Throws what a viewer can act on. */
export function huntDocument(id: string): Promise<string> {
  const kept = documents.get(id);
  if (kept) return kept;
  const text = fetchText(`hunts/${encodeURIComponent(id)}.md`);
  documents.set(id, text);
  text.catch(() => documents.delete(id));
  return text;
}

async function fetchText(path: string): Promise<string> {
  const response = await fetch(new URL(path, document.baseURI));
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.text();
}
