import { cancelled, downloadBroke, httpError, linkRefused } from './failures';
import { throwIfCancelled } from './pace';

/** How long to wait before each further try, once a transfer has begun. */
const WAITS_MS = [500, 1_000, 2_000];

/** Gets the bytes so far and the total, null where the server does not say. */
export type OnBytes = (bytes: number, total: number | null) => void;

export interface Transferred {
  /** Where redirects led. */
  readonly url: URL;
  readonly blob: Blob;
}

/** The connection failed. */
class BrokenOff extends Error {}

/**
 * Downloads by itself: no cookies, no referrer, redirects followed. A transfer that breaks off is tried again, three times, and
 * resumed where the server shows that it is still the same file.
 * @throws UserError 'http-error', 'cross-origin-refused', 'unreadable-file', 'cancelled'
 */
export async function transfer(address: string, onBytes: OnBytes, signal: AbortSignal | undefined): Promise<Transferred> {
  const received = new Received();
  for (let tries = 0; ; tries++) {
    try {
      const response = await ask(address, received, signal);
      await received.take(response, onBytes);
      return { url: new URL(response.url), blob: received.blob() };
    } catch (error) {
      throwIfCancelled(signal);
      if (!(error instanceof BrokenOff)) throw error;
      // The browser tells no more than this of a site that refuses, which no further try would change.
      if (!received.hasBegun) throw linkRefused(address);
      if (tries === WAITS_MS.length) throw downloadBroke(address, received.bytes);
    }
    await sleep(WAITS_MS[tries], signal);
  }
}

/** The answer that goes on behind what was received, or one from the start. */
async function ask(address: string, received: Received, signal: AbortSignal | undefined): Promise<Response> {
  const from = received.resumable ? received.bytes : 0;
  const response = await request(address, from, signal);
  if (response.status === 206 ? received.isContinuedBy(response) : response.ok) return response;
  await response.body?.cancel();
  if (from > 0 && (response.status === 206 || response.status === 416)) {
    // It is another file by now, or the server does not say: what was received is worth nothing.
    received.forget();
    return ask(address, received, signal);
  }
  if (received.hasBegun && response.status >= 500) throw new BrokenOff();
  throw httpError(address, response.status, response.statusText);
}

/**
 * `Range: bytes=N-` is a header that one site may send to another without asking first; If-Range is not (Fetch standard, "CORS-
 * safelisted request-header"), and file hosts do not answer such questions. So the answer is compared instead.
 */
async function request(address: string, from: number, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: from > 0 ? { range: `bytes=${from}-` } : {},
      signal: signal ?? null,
    });
  } catch {
    throw new BrokenOff();
  }
}

class Received {
  hasBegun = false;
  bytes = 0;
  private pieces: Uint8Array<ArrayBuffer>[] = [];
  private total: number | null = null;
  private version: string | null = null;

  get resumable(): boolean {
    return this.version !== null && this.total !== null && this.bytes < this.total;
  }

  /** Whether the answer to a request for the rest is that rest, of the same version of the file. */
  isContinuedBy({ status, headers }: Response): boolean {
    const range = headers.get('content-range');
    return (
      status === 206 &&
      versionOf(headers) === this.version &&
      this.total !== null &&
      statedLength(headers) === this.total - this.bytes &&
      (range === null || range.startsWith(`bytes ${this.bytes}-`))
    );
  }

  forget(): void {
    this.pieces = [];
    this.bytes = 0;
    this.version = null;
  }

  /** @throws BrokenOff */
  async take(response: Response, onBytes: OnBytes): Promise<void> {
    if (response.status !== 206) {
      this.forget();
      this.total = statedLength(response.headers);
      this.version = versionOf(response.headers);
    }
    this.hasBegun = true;
    const reader = response.body?.getReader();
    while (reader) {
      const { done, value } = await reader.read().catch(() => {
        throw new BrokenOff();
      });
      if (done) return;
      this.pieces.push(value);
      this.bytes += value.length;
      // Another origin's Content-Encoding is hidden: more bytes than stated show that the body was compressed on its way.
      onBytes(this.bytes, this.total !== null && this.bytes <= this.total ? this.total : null);
    }
  }

  blob(): Blob {
    return new Blob(this.pieces);
  }
}

/** What tells one version of a file from another; null for none, or one that may be shared by files which differ (RFC 9110, 8.8). */
function versionOf(headers: Headers): string | null {
  const tag = headers.get('etag');
  return tag !== null && !tag.startsWith('W/') ? tag : headers.get('last-modified');
}

/** Content-Length counts the bytes on the wire, so it says nothing about a body that was compressed for the way. */
function statedLength(headers: Headers): number | null {
  const encoding = headers.get('content-encoding');
  if (encoding !== null && encoding !== 'identity') return null;
  const length = Number(headers.get('content-length') ?? Number.NaN);
  return Number.isSafeInteger(length) && length > 0 ? length : null;
}

function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(cancelled());
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop);
  });
}
