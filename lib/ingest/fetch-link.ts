import { downloadBroke, httpError, linkRefused, notHttp } from './failures';
import { throwIfCancelled } from './pace';

export interface Download {
  readonly name: string;
  readonly blob: Blob;
}

/**
 * Downloads a link by itself: no cookies, no referrer, redirects followed. `onBytes` gets the bytes so far and the total, null
 * where the server does not say. @throws UserError 'not-http', 'http-error', 'cross-origin-refused', 'unreadable-file', 'cancelled'
 */
export async function fetchLink(
  address: string,
  onBytes: (bytes: number, total: number | null) => void,
  signal: AbortSignal | undefined,
): Promise<Download> {
  const url = httpUrl(address);
  const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', signal: signal ?? null }).catch(() => {
    throwIfCancelled(signal);
    throw linkRefused(url.href);
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw httpError(url.href, response.status, response.statusText);
  }
  const blob = await readBody(response, url.href, onBytes, signal);
  return { name: nameOf(url), blob };
}

async function readBody(
  response: Response,
  address: string,
  onBytes: (bytes: number, total: number | null) => void,
  signal: AbortSignal | undefined,
): Promise<Blob> {
  const total = statedLength(response.headers);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read().catch(() => {
      throwIfCancelled(signal);
      throw downloadBroke(address, bytes);
    });
    if (done) break;
    pieces.push(value);
    bytes += value.length;
    // Another origin's Content-Encoding is hidden: more bytes than stated show that the body was compressed on its way.
    onBytes(bytes, total !== null && bytes <= total ? total : null);
  }
  return new Blob(pieces);
}

/** Content-Length counts the bytes on the wire, so it says nothing about a body that was compressed for the way. */
function statedLength(headers: Headers): number | null {
  const encoding = headers.get('content-encoding');
  if (encoding !== null && encoding !== 'identity') return null;
  const length = Number(headers.get('content-length') ?? Number.NaN);
  return Number.isSafeInteger(length) && length > 0 ? length : null;
}

function httpUrl(address: string): URL {
  if (!URL.canParse(address)) throw notHttp(address);
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw notHttp(address);
  return url;
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
