import { gitLfsPointer, notHttp, webPage } from './failures';
import { gitLfsLink, rawLink } from './raw-link';
import { tellLink, type LinkUse } from './request-log';
import { transfer, type OnBytes } from './transfer';

export interface Download {
  readonly name: string;
  readonly blob: Blob;
}

/** As much as is looked at to tell that the answer is no dataset. A Git LFS pointer is shorter. */
const HEAD_BYTES = 1_024;

/**
 * Downloads whatever a link leads to; that of GitHub's page about a file is taken for the file's own. The name is the one where
 * redirects led, as is `url`.
 * @throws UserError 'not-http', 'http-error', 'cross-origin-refused', 'unreadable-file', 'cancelled'
 */
export async function download(address: string, use: LinkUse, onBytes: OnBytes, signal: AbortSignal | undefined): Promise<Download & { readonly url: URL }> {
  const { href } = rawLink(httpUrl(address));
  tellLink(href, use);
  const { url, blob } = await transfer(href, onBytes, signal);
  return { name: nameOf(url), blob, url };
}

/**
 * Downloads a dataset.
 * @throws UserError as `download` does, and 'not-an-archive' for a web page or a Git LFS pointer
 */
export async function fetchLink(address: string, onBytes: OnBytes, signal: AbortSignal | undefined): Promise<Download> {
  const { url, name, blob } = await download(address, 'dataset', onBytes, signal);
  const head = await blob.slice(0, HEAD_BYTES).text();
  if (isGitLfsPointer(head)) throw gitLfsPointer(url.href, gitLfsLink(url)?.href ?? null);
  if (isWebPage(head)) throw webPage(url.href);
  return { name, blob };
}

function httpUrl(address: string): URL {
  if (!URL.canParse(address)) throw notHttp(address);
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw notHttp(address);
  return url;
}

/** Git LFS specification, "The Pointer": this line comes first. */
function isGitLfsPointer(head: string): boolean {
  return head.startsWith('version https://git-lfs.github.com/spec/');
}

/** By content: servers say "text/html" of files that are not, and other things of pages that are. */
function isWebPage(head: string): boolean {
  return /^\s*(<!--[^]*?-->\s*)*<(!doctype\s+html|html|head|body)[\s>]/i.test(head);
}

/** The last part of the path, as a person would name the file. */
function nameOf(url: URL): string {
  const last = url.pathname.split('/').findLast((part) => part !== '') ?? url.hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
