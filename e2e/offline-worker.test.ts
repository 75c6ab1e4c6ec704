import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { withFiles } from '@/app/offline-files.mjs';

const SOURCE = readFileSync(new URL('../public/offline-worker.js', import.meta.url), 'utf8');
const SCOPE = 'https://host.example/sub/';

type Listener = (event: { waitUntil: (work: Promise<unknown>) => void; request?: unknown; clientId?: string; respondWith?: (answer: Promise<Response>) => void }) => void;

interface Asked {
  readonly method?: string;
  readonly mode?: string;
  readonly headers?: Record<string, string>;
  /** What asks: the fake client's ID is its type. */
  readonly client?: 'window' | 'worker';
}

/** A host with these files, and one browser that visits it: its caches outlive each version of the service worker. */
function browser() {
  const caches = new Map<string, Map<string, string>>();
  const told: string[][] = [];
  const cache = (name: string) => {
    const kept = caches.get(name) ?? new Map<string, string>();
    caches.set(name, kept);
    return kept;
  };
  const respond = (text: string | undefined) => (text === undefined ? undefined : new Response(text));
  /** Installs a build; gives what it answers to a request, null where it leaves that to the network. */
  const install = async (files: Readonly<Record<string, string>>) => {
    const listeners = new Map<string, Listener>();
    const on = (path: string) => files[path.slice(SCOPE.length)];
    const context = {
      URL,
      Request,
      Response,
      fetch: async () => new Response('from the network'),
      clients: { claim: async () => undefined, get: async (id: string) => ({ type: id, postMessage: ({ kind, urls }: { kind: string; urls: string[] }) => told.push([kind, ...urls]) }), matchAll: async () => [{ postMessage: ({ urls }: { urls: string[] }) => told.push(urls) }] },
      caches: {
        keys: async () => [...caches.keys()],
        delete: async (name: string) => caches.delete(name),
        match: async (url: string) => respond([...caches.values()].find((kept) => kept.has(url))?.get(url)),
        open: async (name: string) => ({
          match: async (url: string) => respond(cache(name).get(url)),
          addAll: async (requests: Request[]) => requests.forEach(({ url }) => cache(name).set(url, on(url))),
        }),
      },
      self: { registration: { scope: SCOPE }, skipWaiting: async () => undefined, addEventListener: (kind: string, listener: Listener) => listeners.set(kind, listener) },
    };
    runInNewContext(withFiles(SOURCE, new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]))), context);
    for (const kind of ['install', 'activate']) {
      const work: Promise<unknown>[] = [];
      listeners.get(kind)?.({ waitUntil: (done) => work.push(done) });
      await Promise.all(work);
    }
    return async (url: string, init: Asked = {}): Promise<string | null> => {
      const answers: Promise<Response>[] = [];
      const work: Promise<unknown>[] = [];
      const request = { url, method: init.method ?? 'GET', mode: init.mode ?? 'cors', headers: new Headers(init.headers) };
      listeners.get('fetch')?.({ request, clientId: init.client ?? '', waitUntil: (done) => work.push(done), respondWith: (answer) => answers.push(answer) });
      await Promise.all(work);
      return answers.length === 0 ? null : (await answers[0]).text();
    };
  };
  return { install, told };
}

const BUILD = { 'index.html': 'page 1', 'theme.js': 'theme', '_next/static/a1.js': 'a1' };

describe('the service worker', () => {
  it('answers for the files of its build, and for the page however it is asked for', async () => {
    const { install, told } = browser();
    const ask = await install(BUILD);
    expect(await ask(`${SCOPE}theme.js`)).toBe('theme');
    expect(await ask(SCOPE, { mode: 'navigate' })).toBe('page 1');
    expect(await ask(`${SCOPE}?from=mail#v=1`, { mode: 'navigate' })).toBe('page 1');
    expect(told).toEqual([Object.keys(BUILD).map((name) => SCOPE + name)]);
  });

  it.each<[what: string, url: string, init?: Asked]>([
    ['a link to data', 'https://data.example/events.zip'],
    ['a dataset beside the app', `${SCOPE}other.zip`],
    ['an own file with a query', `${SCOPE}theme.js?x`],
    ['a part of a file', `${SCOPE}theme.js`, { headers: { range: 'bytes=1-' } }],
    ['what is sent', `${SCOPE}theme.js`, { method: 'POST' }],
    ['a page that is not there', `${SCOPE}nowhere`, { mode: 'navigate' }],
    ['another path of the host', 'https://host.example/', { mode: 'navigate' }],
  ])('leaves %s to the network', async (_, url, init) => {
    const ask = await browser().install(BUILD);
    expect(await ask(url, init)).toBeNull();
  });

  it('after an update gives the new page, and an open tab the scripts it began with until the update after that', async () => {
    const { install } = browser();
    await install(BUILD);
    const second = await install({ 'index.html': 'page 2', '_next/static/a2.js': 'a2' });
    expect(await second(SCOPE, { mode: 'navigate' })).toBe('page 2');
    expect(await second(`${SCOPE}_next/static/a1.js`)).toBe('a1');
    const third = await install({ 'index.html': 'page 3', '_next/static/a3.js': 'a3' });
    expect(await third(`${SCOPE}_next/static/a2.js`)).toBe('a2');
    expect(await third(`${SCOPE}_next/static/a1.js`)).toBe('from the network');
  });

  it('tells a page of each request that it makes, wherever to', async () => {
    const { install, told } = browser();
    const ask = await install(BUILD);
    told.length = 0;
    await ask('https://elsewhere.example/?user=pgustavo', { client: 'window' });
    await ask(`${SCOPE}theme.js`, { client: 'worker' });
    expect(told).toEqual([['begun', 'https://elsewhere.example/?user=pgustavo']]);
  });

  it('keeps nothing while developing, when no list was written', async () => {
    const { install } = browser();
    const ask = await install({});
    expect(await ask(SCOPE, { mode: 'navigate' })).toBeNull();
  });
});
