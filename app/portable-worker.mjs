/*
 * After `next build`: lets the worker start when the exported folder is served under a sub-path.
 *
 * Turbopack resolves a worker's files against `location.origin`, which is right for an absolute `assetPrefix` only. The one
 * expression that says where they are, the base path `….b` of the chunk ("./_next/"), is resolved against the page instead;
 * the worker gets it, and the addresses of its own chunks, from there. In a worker that starts another it is absolute already.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const BASE_PATH = /("SharedWorker"===\w+\.name,\w+=)(\w+\.b)(?=[,;])/g;

/**
 * @param {string} folder of the exported scripts
 * @returns {number} how many places were made portable
 */
export function makeWorkersPortable(folder) {
  let places = 0;
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.js')) continue;
    const path = join(folder, name);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(BASE_PATH, (_, head, basePath) => {
      places += 1;
      return `${head}new URL(${basePath},self.document?.baseURI??location).pathname`;
    });
    if (after !== before) writeFileSync(path, after);
  }
  return places;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const places = makeWorkersPortable(fileURLToPath(new URL('../out/_next/static/chunks', import.meta.url)));
  if (places === 0) {
    console.error('No worker start was found in the exported scripts: Next emits it otherwise now, see app/portable-worker.mjs.');
    process.exit(1);
  }
  console.log(`Workers start relative to the page (${places} place${places === 1 ? '' : 's'})`);
}
