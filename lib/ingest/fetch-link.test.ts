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

  it.each([
    [401, 'sign in'],
    [403, 'sign in'],
    [404, 'moved or deleted'],
    [429, 'wait a while'],
    [500, 'in trouble'],
    [503, 'in trouble'],
    [418, 'in a browser tab'],
  ])('says what to do about a %i', async (status, advice) => {
    const origin = await serve((_, response) => response.writeHead(status).end());
    await expect(fetchLink(`${origin}/a.zip`, () => undefined, undefined)).rejects.toMatchObject({
      failure: { code: 'http-error', advice: expect.stringContaining(advice) },
    });
  });

  it('follows redirects, and names the file by where they led', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/latest') response.writeHead(302, { location: '/datasets/empire%20rdp.zip' }).end();
      else response.end('{}');
    });
    expect((await fetchLink(`${origin}/latest`, () => undefined, undefined)).name).toBe('empire rdp.zip');
  });

  const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`;
  it.each([
    ['a Git LFS pointer', 'application/zip', POINTER, 'gave a Git LFS pointer'],
    ['a web page', 'text/html', '<!DOCTYPE html>\n<title>Sign in</title>', 'gave a web page (HTML)'],
    ['a web page under another type', 'application/zip', '\ufeff\n <!-- 1 --><!-- 2 -->\n<html lang="en">', 'gave a web page (HTML)'],
  ])('tells %s from data', async (_, type, body, words) => {
    const origin = await serve((_request, response) => response.writeHead(200, { 'content-type': type }).end(body));
    await expect(fetchLink(`${origin}/a.zip`, () => undefined, undefined)).rejects.toMatchObject({
      failure: { code: 'not-an-archive', message: `${origin}/a.zip ${words}${words.includes('LFS') ? ': a note of where the data is kept, not the data.' : ', not a dataset.'}` },
    });
  });

  it.each([
    ['text/html', '{"a":"<html>"}\n'],
    ['text/plain', `{"a":1}\n${POINTER}`],
  ])('takes data that a server calls %s', async (type, body) => {
    const origin = await serve((_, response) => response.writeHead(200, { 'content-type': type }).end(body));
    expect(await (await fetchLink(`${origin}/a.json`, () => undefined, undefined)).blob.text()).toBe(body);
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
