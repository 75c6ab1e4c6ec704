import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { UserError } from '@/lib/base/user-error';
import { fetchLink } from './fetch-link';

let server: Server | null = null;

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = started.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return `http://127.0.0.1:${address.port}`;
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

const failureCode = (link: string, signal?: AbortSignal): Promise<unknown> =>
  fetchLink(link, () => undefined, signal).then(
    () => 'fetched',
    (error: unknown) => (error instanceof UserError ? error.failure.code : error),
  );

describe('fetchLink', () => {
  it('downloads, names the file by the link, and tells the progress', async () => {
    const body = Buffer.alloc(300_000, 'x');
    const origin = await serve((request, response) => {
      expect(request.headers).not.toHaveProperty('referer');
      expect(request.headers).not.toHaveProperty('cookie');
      response.writeHead(200, { 'content-length': body.length }).end(body);
    });
    const seen: [number, number | null][] = [];
    const { name, blob } = await fetchLink(`${origin}/datasets/caf%C3%A9%20logs.zip?raw=1#top`, (bytes, total) => seen.push([bytes, total]), undefined);
    expect(name).toBe('café logs.zip');
    expect(blob.size).toBe(300_000);
    expect(seen.at(-1)).toEqual([300_000, 300_000]);
  });

  it('knows no total where the body was compressed on its way, or none was told', async () => {
    const totals: (number | null)[] = [];
    const packed = gzipSync(Buffer.alloc(300_000, 'x'));
    const origin = await serve((request, response) => {
      if (request.url === '/packed') response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.length }).end(packed);
      else response.writeHead(200, { 'transfer-encoding': 'chunked' }).end('{}');
    });
    const { blob } = await fetchLink(`${origin}/packed`, (_, total) => totals.push(total), undefined);
    await fetchLink(`${origin}/untold`, (_, total) => totals.push(total), undefined);
    expect(blob.size).toBe(300_000);
    expect(new Set(totals)).toEqual(new Set([null]));
  });

  it.each(['ftp://example.org/a.zip', 'javascript:alert(1)', 'data:,x', 'datasets/a.zip', ''])('refuses %j: not http', async (link) => {
    expect(await failureCode(link)).toBe('not-http');
  });

  it('tells what the server answered', async () => {
    const origin = await serve((_, response) => response.writeHead(404).end());
    await expect(fetchLink(`${origin}/gone.zip`, () => undefined, undefined)).rejects.toMatchObject({
      failure: { code: 'http-error', message: `${origin}/gone.zip answered 404 Not Found.` },
    });
  });

  it('cannot tell a refusal from a server that is not there', async () => {
    const origin = await serve(() => undefined);
    server?.close();
    server = null;
    expect(await failureCode(`${origin}/a.zip`)).toBe('cross-origin-refused');
  });

  it('tells a download that broke off', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 1_000_000 });
      response.write('x'.repeat(1_000), () => setTimeout(() => response.destroy(), 50));
    });
    expect(await failureCode(`${origin}/a.zip`)).toBe('unreadable-file');
  });

  it.each(['before the answer', 'in the middle of it'])('stops when cancelled %s', async (when) => {
    const origin = await serve((_, response) => {
      if (when !== 'before the answer') response.writeHead(200).write('x');
    });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    expect(await failureCode(`${origin}/a.zip`, controller.signal)).toBe('cancelled');
  });
});
