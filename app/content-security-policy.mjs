/*
 * After `next build`: gives every exported page its Content Security Policy, in its head, so that it holds on any static
 * host. Next writes a few inline scripts (the page's data and the start of its chunks); each is allowed by its
 * SHA-256, so no other inline script runs.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;

/**
 * The policy of one page. `connect-src` is wide because the viewer names the dataset's address; the page sends nothing to it.
 *
 * @param {string} html
 * @returns {string}
 */
export function policyFor(html) {
  const hashes = new Set();
  for (const [, attributes, source] of html.matchAll(SCRIPT)) {
    if (/\bsrc=/.test(attributes)) continue;
    hashes.add(`'sha256-${createHash('sha256').update(source).digest('base64')}'`);
  }
  return [
    "default-src 'none'",
    ["script-src 'self'", ...hashes].join(' '),
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self' https: http:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * The same page with its policy as the first element of its head, but for the charset, which must stand in the first kilobyte.
 *
 * @param {string} html as Next exports it
 * @returns {string}
 * @throws {Error} if the page has no head
 */
export function withPolicy(html) {
  const head = /<head[^>]*>(?:<meta charset="[^"]*"\/?>)?/i.exec(html);
  if (head === null) throw new Error('an exported page has no <head>');
  const at = head.index + head[0].length;
  return `${html.slice(0, at)}<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}"/>${html.slice(at)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const out = fileURLToPath(new URL('../out', import.meta.url));
  const pages = readdirSync(out, { recursive: true }).filter((name) => String(name).endsWith('.html'));
  if (pages.length === 0) throw new Error('no exported page to protect');
  for (const name of pages) {
    const path = join(out, String(name));
    writeFileSync(path, withPolicy(readFileSync(path, 'utf8')));
  }
  console.log(`Content Security Policy set on ${pages.length} pages`);
}
