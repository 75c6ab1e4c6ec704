/** The page on which GitHub shows a Markdown file whose raw text a link gives; other links as they are. */
export function notebookPage(link: string): string {
  return link.replace(/^https:\/\/raw\.githubusercontent\.com\/([^/]+\/[^/]+)\//, 'https://github.com/$1/blob/');
}
