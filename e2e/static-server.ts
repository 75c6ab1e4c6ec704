import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

/** What a static host says of the files that the export holds. */
const MIME_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.zip': 'application/zip',
};

/** A server that listens on this machine only. */
export interface RunningServer {
  /** Ends with '/'. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a folder as a static host does, below `mount` ('/' or '/some/sub/path/'): nothing is rewritten, nothing compressed.
 * The file for a folder is its index.html; what is not there is answered by 404.html.
 */
export async function serveFolder(root: string, options: { readonly mount?: string; readonly port?: number } = {}): Promise<RunningServer> {
  const mount = options.mount ?? '/';
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const inside = path.startsWith(mount) ? normalize(path.slice(mount.length)) : null;
    const usable = inside !== null && !inside.startsWith('..') && !inside.includes('\0');
    void sendFile(response, root, usable ? inside : null);
  });
  const url = await listen(server, options.port ?? 0);
  return { url: url + mount, close: () => close(server) };
}

async function sendFile(response: ServerResponse, root: string, inside: string | null): Promise<void> {
  const wanted = inside === null ? null : await existingFile(join(root, inside));
  const path = wanted ?? (await existingFile(join(root, '404.html')));
  if (path === null) {
    response.writeHead(404).end('Not found');
    return;
  }
  const { size } = await stat(path);
  const type = MIME_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  response.writeHead(wanted === null ? 404 : 200, { 'content-type': type, 'content-length': size, 'cache-control': 'no-store' });
  createReadStream(path).pipe(response);
}

async function existingFile(path: string): Promise<string | null> {
  try {
    const found = await stat(path);
    if (found.isFile()) return path;
    return found.isDirectory() ? await existingFile(path.endsWith(sep) ? `${path}index.html` : join(path, 'index.html')) : null;
  } catch {
    return null;
  }
}

/**
 * Listens on the loopback address; port 0 takes any free one.
 *
 * @returns the address without a slash at its end
 * @throws Error with code 'EADDRINUSE' if the port is taken
 */
export function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('the server has no port');
      resolve(`http://127.0.0.1:${address.port}`);
    });
  });
}

export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
