/* global self, caches, clients, fetch, Request, Response, URL */
/*
 * The service worker: after one visit the app works without a network. It keeps the files of its build and nothing else, so what a
 * link leads to is never kept here. app/offline-files.mjs writes the list after `next build`; without one nothing is kept.
 *
 * An update is fetched beside the old one and answers from the next load on. A tab that is open then goes on with the scripts it
 * began with: their names tell their content, and the files of the build before stay until the next.
 */
const BUILD = { version: '', files: [] };

const PREFIX = `huntbook ${self.registration.scope} `;
const OWN = PREFIX + BUILD.version;
/** Where Next puts files whose names tell their content: what the browser has of them need not be asked for again. */
const NAMED_BY_CONTENT = '_next/static/';

const addressOf = (file) => new URL(file, self.registration.scope).href;
const addresses = new Set(BUILD.files.map(addressOf));
const page = addressOf('index.html');

self.addEventListener('install', (event) => {
  event.waitUntil(keepFiles().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(removeOldest().then(() => clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request, clientId } = event;
  event.waitUntil(tellBegun(clientId, request.url));
  const address = keptAddress(request);
  if (address !== null) event.respondWith(answer(request, address));
});

async function keepFiles() {
  const cache = await caches.open(OWN);
  await cache.addAll(BUILD.files.map((file) => new Request(addressOf(file), { cache: file.startsWith(NAMED_BY_CONTENT) ? 'default' : 'no-cache' })));
  await tell([...addresses]);
}

/** Caches are listed in the order in which they were made; of another page's, under another path, none is ours. */
async function removeOldest() {
  const earlier = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OWN);
  await Promise.all(earlier.slice(0, -1).map((name) => caches.delete(name)));
}

/** Under which address a request's answer is kept; null for one that is none of ours, or asks for a part. */
function keptAddress(request) {
  if (request.method !== 'GET' || request.headers.has('range') || addresses.size === 0) return null;
  const url = new URL(request.url);
  url.hash = '';
  if (request.mode === 'navigate') {
    url.search = '';
    if (url.href === self.registration.scope) return page;
  }
  if (addresses.has(url.href)) return url.href;
  // A file of the build before, which a tab that was open at the update may still ask for.
  return url.href.startsWith(addressOf(NAMED_BY_CONTENT)) ? url.href : null;
}

async function answer(request, address) {
  const own = await caches.open(OWN);
  const kept = (await own.match(address)) ?? (await caches.match(address));
  // Made anew, it has the address that was asked for: a worker reads its own, and a navigation refuses one that was redirected.
  if (kept) return new Response(kept.body, kept);
  await tell([address]);
  return fetch(request);
}

/** The page that makes a request lists it at once, whatever it is: the browser itself records it only when its answer has been read. */
async function tellBegun(clientId, url) {
  const client = clientId ? await clients.get(clientId) : undefined;
  if (client?.type === 'window') client.postMessage({ kind: 'begun', urls: [url] });
}

/** The pages list what is fetched here (components/workbench/requests). */
async function tell(urls) {
  for (const client of await clients.matchAll({ type: 'window', includeUncontrolled: true })) client.postMessage({ kind: 'requested', urls });
}
