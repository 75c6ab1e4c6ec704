import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { close, listen, type RunningServer } from './static-server';

/**
 * How the other site answers for one file; each is a key of the query: `/events.zip?status=404`.
 *
 * - `cors=no`: it does not let other pages read it
 * - `status=N`: it answers with that status
 * - `cut=N`: it breaks off after N bytes
 * - `then=range`, `then=whole`: but for the first time only; afterwards it gives the range asked for, or all whatever is asked for
 * - `version=last-modified`, `version=etag`: it tells versions of the file apart by that header
 * - `stall=N`: it sends N bytes and then nothing more
 */
export interface OtherOrigin extends RunningServer {
  /** Every request it had: method, path and the range that was asked for. */
  readonly requests: readonly string[];
}

/** Another site than the page's own, which holds these files. */
export async function serveOtherOrigin(files: Readonly<Record<string, Uint8Array>>): Promise<OtherOrigin> {
  const requests: string[] = [];
  const asked = new Set<string>();
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    const isFirst = !asked.has(url);
    asked.add(url);
    requests.push([method, url, headers.range].filter(Boolean).join(' '));
    answer(files, request, response, isFirst);
  });
  const url = `${await listen(server, 0)}/`;
  return { url, requests, close: () => close(server) };
}

const VERSIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'last-modified': { 'last-modified': 'Mon, 23 Nov 2026 10:00:00 GMT' },
  // A page of another site sees this header only where it is told that it may.
  etag: { etag: '"v1"', 'access-control-expose-headers': 'etag' },
};

function answer(files: Readonly<Record<string, Uint8Array>>, request: IncomingMessage, response: ServerResponse, isFirst: boolean): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const how = (key: string): number | null => (searchParams.has(key) ? Number(searchParams.get(key)) : null);
  if (searchParams.get('cors') !== 'no') response.setHeader('access-control-allow-origin', '*');
  const body = files[decodeURIComponent(pathname.slice(1))];
  const status = how('status') ?? (body === undefined ? 404 : 200);
  if (status !== 200 || body === undefined) {
    response.writeHead(status).end();
    return;
  }
  // The browser's cache would answer with what it has of a file, and ask for single bytes to see whether that still holds.
  const headers = { 'content-type': 'application/zip', 'cache-control': 'no-store', ...VERSIONS[searchParams.get('version') ?? ''] };
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  if (from > 0 && searchParams.get('then') === 'range') {
    const rest = body.subarray(from);
    response.writeHead(206, { ...headers, 'content-length': rest.length, 'content-range': `bytes ${from}-${body.length - 1}/${body.length}` }).end(rest);
    return;
  }
  response.writeHead(200, { ...headers, 'content-length': body.length });
  const cut = isFirst || !searchParams.has('then') ? how('cut') : null;
  const stall = how('stall');
  if (cut !== null) response.write(body.subarray(0, cut), () => setTimeout(() => response.destroy(), 50));
  else if (stall !== null) response.write(body.subarray(0, stall));
  else response.end(body);
}
