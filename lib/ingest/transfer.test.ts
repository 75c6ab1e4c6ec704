import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { UserError } from '@/lib/base/user-error';
import { transfer } from './transfer';

const BODY = Buffer.from(Array.from({ length: 300_000 }, (_, i) => i % 251));
const HALF = 150_000;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let stop: () => void = () => undefined;
afterEach(() => stop());

/** Answers the first request by the first of `answers` and so on; the last stands for all that follow. Tells the ranges asked for. */
async function serve(...answers: readonly Answer[]): Promise<{ readonly link: string; readonly ranges: (string | undefined)[] }> {
  const ranges: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    answers[Math.min(ranges.length, answers.length - 1)](request, response);
    ranges.push(request.headers.range);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = () => {
    server.closeAllConnections();
    server.close();
  };
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return { link: `http://127.0.0.1:${address.port}/events.zip`, ranges };
}

/** Half of the file, then nothing. */
const breaksOff =
  (headers: Record<string, string>): Answer =>
  (_, response) => {
    response.writeHead(200, { 'content-length': BODY.length, ...headers });
    response.write(BODY.subarray(0, HALF), () => setTimeout(() => response.destroy(), 50));
  };
const whole =
  (headers: Record<string, string>): Answer =>
  (_, response) =>
    response.writeHead(200, { 'content-length': BODY.length, ...headers }).end(BODY);
/** The range asked for. */
const rest =
  (headers: Record<string, string>): Answer =>
  (request, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1]);
    const body = BODY.subarray(from);
    response.writeHead(206, { 'content-length': body.length, 'content-range': `bytes ${from}-${BODY.length - 1}/${BODY.length}`, ...headers }).end(body);
  };
const status =
  (code: number): Answer =>
  (_, response) =>
    response.writeHead(code).end();
const hangsUp: Answer = (request) => request.socket.destroy();

const received = async (link: string): Promise<Buffer> => Buffer.from(await (await transfer(link, () => undefined, undefined)).blob.arrayBuffer());

const failureCode = (link: string, signal?: AbortSignal): Promise<unknown> =>
  transfer(link, () => undefined, signal).then(
    () => 'fetched',
    (error: unknown) => (error instanceof UserError ? error.failure.code : error),
  );

const V1 = { etag: '"v1"' };
const YESTERDAY = { 'last-modified': 'Mon, 23 Nov 2026 10:00:00 GMT' };

describe('a transfer that breaks off', () => {
  const RESUMES = /^bytes=[1-9]\d*-$/;
  it.each([
    ['ETag', V1],
    ['Last-Modified', YESTERDAY],
    ['Last-Modified beside a weak ETag', { etag: 'W/"v1"', ...YESTERDAY }],
  ])('is resumed where the server proves by %s that it is the same file', async (_, headers) => {
    const { link, ranges } = await serve(breaksOff(headers), rest(headers));
    expect((await received(link)).equals(BODY)).toBe(true);
    expect(ranges).toEqual([undefined, expect.stringMatching(RESUMES)]);
  });

  it.each<[string, Answer[], number]>([
    ['the file has changed', [breaksOff(V1), rest({ etag: '"v2"' }), whole({ etag: '"v2"' })], 3],
    ['the rest is not as long as it should be', [breaksOff(V1), (_, response) => response.writeHead(206, V1).end('x'), whole(V1)], 3],
    ['the range cannot be had', [breaksOff(V1), status(416), whole(V1)], 3],
    ['the server takes no ranges', [breaksOff(V1), whole(V1)], 2],
    ['the server does not tell versions apart', [breaksOff({}), whole({})], 2],
    ['the server only tells them apart roughly', [breaksOff({ etag: 'W/"v1"' }), whole({ etag: 'W/"v1"' })], 2],
  ])('begins again where %s', async (_, answers, requests) => {
    const { link, ranges } = await serve(...answers);
    expect((await received(link)).equals(BODY)).toBe(true);
    expect(ranges).toHaveLength(requests);
  });

  it('is resumed as often as three times, whatever stands in the way', async () => {
    const { link, ranges } = await serve(breaksOff(V1), hangsUp, status(503), rest(V1));
    expect((await received(link)).equals(BODY)).toBe(true);
    expect(ranges).toHaveLength(4);
  });

  it('is given up after that', async () => {
    const { link, ranges } = await serve(breaksOff({}));
    await expect(transfer(link, () => undefined, undefined)).rejects.toMatchObject({
      failure: { code: 'unreadable-file', message: expect.stringMatching(/broke off after [\d,]+ bytes\.$/) },
    });
    expect(ranges).toHaveLength(4);
  });

  it('is given up at once where the file is gone', async () => {
    const { link, ranges } = await serve(breaksOff(V1), status(404));
    expect(await failureCode(link)).toBe('http-error');
    expect(ranges).toHaveLength(2);
  });

  it('tells its progress against the whole, also once it is resumed', async () => {
    const { link } = await serve(breaksOff(V1), rest(V1));
    const seen: [number, number | null][] = [];
    await transfer(link, (bytes, total) => seen.push([bytes, total]), undefined);
    expect(new Set(seen.map(([, total]) => total))).toEqual(new Set([BODY.length]));
    expect(seen.map(([bytes]) => bytes)).toEqual(seen.map(([bytes]) => bytes).sort((a, b) => a - b));
    expect(seen.at(-1)?.[0]).toBe(BODY.length);
  });

  // Again, where another process took the processor meanwhile.
  it('can be cancelled while it waits for its next try', { retry: 2 }, async () => {
    const { link } = await serve(breaksOff(V1));
    const controller = new AbortController();
    let cancelledAt = 0;
    setTimeout(() => {
      cancelledAt = performance.now();
      controller.abort();
    }, 300);
    expect(await failureCode(link, controller.signal)).toBe('cancelled');
    expect(performance.now() - cancelledAt).toBeLessThan(100);
  });
});

it('is not tried again where nothing was received: a site that refuses will refuse again', async () => {
  const { link, ranges } = await serve(hangsUp);
  expect(await failureCode(link)).toBe('cross-origin-refused');
  expect(ranges).toHaveLength(1);
});
