/*
 * After `next build` and all that changes its pages: tells the service worker (public/offline-worker.js) which files the app
 * consists of, and a version that changes with any of them.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join, sep } from 'node:path';

const PLACE = "const BUILD = { version: '', files: [] };";

/** What the running app never asks for: hidden files, the worker itself, the router's texts of one page, source maps, the picture for the README. */
const LEFT_OUT = /(?:^|\/)\.|^offline-worker\.js$|\.txt$|\.map$|^screenshot\.png$|^(?:404|_not-found)/;

/**
 * @param {readonly string[]} names of all exported files, with '/' between folders
 * @returns {string[]} those that the app needs, in a fixed order
 */
export function offlineFiles(names) {
  return names.filter((name) => !LEFT_OUT.test(name)).sort();
}

/**
 * @param {string} source of the service worker
 * @param {ReadonlyMap<string, Uint8Array>} files by their names
 * @returns {string} the same with the list in it
 * @throws {Error} if it has no place for it
 */
export function withFiles(source, files) {
  if (!source.includes(PLACE)) throw new Error('The service worker has no place for its list of files, see app/offline-files.mjs.');
  const hash = createHash('sha256');
  for (const [name, bytes] of files) hash.update(`${name}\n${createHash('sha256').update(bytes).digest('hex')}\n`);
  const build = { version: hash.digest('hex').slice(0, 16), files: [...files.keys()] };
  return source.replace(PLACE, () => `const BUILD = ${JSON.stringify(build)};`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const out = fileURLToPath(new URL('../out', import.meta.url));
  const names = readdirSync(out, { recursive: true }).map(String).filter((name) => statSync(join(out, name)).isFile());
  const files = new Map(offlineFiles(names.map((name) => name.split(sep).join('/'))).map((name) => [name, readFileSync(join(out, name))]));
  const worker = join(out, 'offline-worker.js');
  writeFileSync(worker, withFiles(readFileSync(worker, 'utf8'), files));
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  console.log(`Works offline with ${files.size} files, ${(bytes / 1024 / 1024).toFixed(1)} MB`);
}
