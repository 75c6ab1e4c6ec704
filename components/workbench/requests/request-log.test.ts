import { describe, expect, it } from 'vitest';
import { RequestLog, type RequestUse } from './request-log';

const HOME = 'https://host.example/some/path/';

describe('what a request was for', () => {
  it.each<[url: string, use: RequestUse]>([
    [`${HOME}`, 'app'],
    [`${HOME}_next/static/chunks/a.js`, 'app'],
    [`${HOME}hunts/smb-create-remote-file.md`, 'app'],
    [`${HOME}catalog.json`, 'catalogue'],
    ['https://data.example/events.zip', 'dataset'],
    ['https://data.example/hunt.md', 'hunt'],
    // The same site, but none of the app's files.
    ['https://host.example/other.js', 'unknown'],
    ['https://host.example/some/path', 'unknown'],
    // An own address that could carry something away.
    [`${HOME}icon.svg?user=pgustavo`, 'unknown'],
    ['https://elsewhere.example/pixel.gif', 'unknown'],
    ['wss://elsewhere.example/', 'unknown'],
  ])('%s: %s', (url, use) => {
    const log = new RequestLog(HOME);
    log.link('https://data.example/events.zip', 'dataset');
    log.link('https://data.example/hunt.md', 'hunt');
    log.requested(url, 'page', 1);
    expect(log.list()).toEqual([{ url, path: url.startsWith(HOME) ? url.slice(HOME.length) : null, by: 'page', use, count: 1, at: 1 }]);
  });
});

it('lists what is unknown first, then the latest; counts what is asked for again; leaves out what is on the page already', () => {
  const log = new RequestLog(HOME);
  log.requested('https://elsewhere.example/', 'page', 1);
  log.requested(`${HOME}a.js`, 'page', 2);
  log.requested(`${HOME}a.js`, 'engine', 3);
  log.requested(`${HOME}a.js`, 'page', 4);
  log.requested('blob:https://host.example/1', 'page', 5);
  expect(log.list().map(({ url, by, count }) => [url, by, count])).toEqual([
    ['https://elsewhere.example/', 'page', 1],
    [`${HOME}a.js`, 'page', 2],
    [`${HOME}a.js`, 'engine', 1],
  ]);
});

it('lists a request as soon as it is made, once', () => {
  const log = new RequestLog(HOME);
  log.begun('https://elsewhere.example/', 'page', 1);
  expect(log.list()).toMatchObject([{ use: 'unknown', count: 0 }]);
  log.requested('https://elsewhere.example/', 'page', 1);
  expect(log.list()).toMatchObject([{ use: 'unknown', count: 1 }]);
});

it('knows a link that it was told of after the request', () => {
  const log = new RequestLog(HOME);
  log.requested('https://data.example/events.zip', 'engine', 1);
  expect(log.list()[0].use).toBe('unknown');
  log.link('https://data.example/events.zip', 'dataset');
  expect(log.list()[0].use).toBe('dataset');
});
