/** Where a GitHub page shows a file: `/owner/repository/blob/branch-or-commit/path`; `raw` in place of `blob` redirects to the file. */
const FILE_PAGE = /^\/([^/]+)\/([^/]+)\/(?:blob|raw)\/(.+\/.+)$/;

/**
 * The address of the file itself, where the link is that of GitHub's page about it; any other link as it is. Pages do not let other
 * pages read them, while raw.githubusercontent.com does.
 */
export function rawLink(url: URL): URL {
  if (url.host !== 'github.com' && url.host !== 'www.github.com') return url;
  const page = FILE_PAGE.exec(url.pathname);
  if (!page) return url;
  const [, owner, repository, path] = page;
  return new URL(`https://raw.githubusercontent.com/${owner}/${repository}/${path}`);
}

/** Where GitHub keeps the content of a file for which `url` gave a Git LFS pointer; null for a file that is not on GitHub. */
export function gitLfsLink(url: URL): URL | null {
  if (url.host !== 'raw.githubusercontent.com') return null;
  return new URL(`https://media.githubusercontent.com/media${url.pathname}`);
}
