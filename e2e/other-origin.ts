import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { close, listen, type RunningServer } from './static-server';

/**
 * How the other site answers for one file; each is a key of the query: `/events.zip?status=404`.
 *
 * - `cors=no`: it does not let other pages read it
 * - `status=N`: it answers with that status
 * - `cut=N`: it breaks off after N bytes
 * - `stall=N`: it sends N bytes and then nothing more
 */
export interface OtherOrigin extends RunningServer {
  /** Every request it had: method and path. */
  readonly requests: readonly string[];
}

/** Another site than the page's own, which holds these files. */
export async function serveOtherOrigin(files: Readonly<Record<string, Uint8Array>>): Promise<OtherOrigin> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    answer(files, request, response);
  });
  const url = `${await listen(server, 0)}/`;
  return { url, requests, close: () => close(server) };
}

function answer(files: Readonly<Record<string, Uint8Array>>, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const how = (key: string): number | null => (searchParams.has(key) ? Number(searchParams.get(key)) : null);
  if (searchParams.get('cors') !== 'no') response.setHeader('access-control-allow-origin', '*');
  const body = files[decodeURIComponent(pathname.slice(1))];
  const status = how('status') ?? (body === undefined ? 404 : 200);
  if (status !== 200 || body === undefined) {
    response.writeHead(status).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'application/zip', 'content-length': body.length });
  const cut = how('cut');
  const stall = how('stall');
  if (cut !== null) response.write(body.subarray(0, cut), () => setTimeout(() => response.destroy(), 50));
  else if (stall !== null) response.write(body.subarray(0, stall));
  else response.end(body);
}
