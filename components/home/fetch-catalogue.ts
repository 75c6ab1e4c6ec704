import { readCatalogue, type Catalogue } from './read-catalogue';

let kept: Promise<Catalogue> | null = null;

/**
 * The catalogue that the page brings along, by addresses relative to the page: it may live under a sub-path. Kept once
 * fetched. Throws what went wrong, and then tries anew the next time.
 */
export function fetchCatalogue(): Promise<Catalogue> {
  kept ??= Promise.all([fetchJson('catalog.json'), fetchJson('hunts.json')])
    .then(([catalog, hunts]) => readCatalogue(catalog, hunts))
    .catch((error: unknown) => {
      kept = null;
      throw error;
    });
  return kept;
}

async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(new URL(path, document.baseURI));
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}
