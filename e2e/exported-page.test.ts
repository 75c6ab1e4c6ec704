import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, describe, expect, it } from 'vitest';
import { withPolicy } from '@/app/content-security-policy.mjs';
import { offlineFiles, withFiles } from '@/app/offline-files.mjs';
import { makeWorkersPortable } from '@/app/portable-worker.mjs';

const folder = mkdtempSync(join(tmpdir(), 'huntbook-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('withPolicy', () => {
  const html =
    '<!DOCTYPE html><html><head><meta charSet="utf-8"/><title>t</title><script src="./a.js" async=""></script></head>' +
    '<body><script>start(1)</script><script id="x">start("<b>")</script></body></html>';

  it('lets the inline scripts of the page run, each by its hash, and no others', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(withPolicy(html))?.[1] ?? '';
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy.split('; ').find((part) => part.startsWith('script-src'))).toBe(`script-src 'self' ${hash('start(1)')} ${hash('start("<b>")')}`);
    expect(policy).not.toContain('unsafe');
  });

  it('stands before everything but the charset', () => {
    expect(withPolicy(html)).toMatch(/<head><meta charSet="utf-8"\/><meta http-equiv="Content-Security-Policy"[^>]*\/><title>/);
    expect(withPolicy('<html><head><title>t</title></head></html>')).toMatch(/<head><meta http-equiv="Content-Security-Policy"[^>]*\/><title>/);
  });

  it('refuses a page without a head', () => {
    expect(() => withPolicy('<p>hello</p>')).toThrow('no <head>');
  });
});

describe('makeWorkersPortable', () => {
  /** As Turbopack of Next 16.4 emits it, minified. */
  const emitted = 'let a="SharedWorker"===t.name,i=e.b,o=[r.map(t=>e.h(t,i)).reverse(),e.X,i];';

  it('resolves the base path of a worker against the page, and leaves other scripts alone', () => {
    writeFileSync(join(folder, 'page.js'), emitted);
    writeFileSync(join(folder, 'other.js'), 'let i=e.b;');
    expect(makeWorkersPortable(folder)).toBe(1);
    const made = /i=(.+),o=/.exec(readFileSync(join(folder, 'page.js'), 'utf8'))?.[1] ?? '';
    const basePath = (b: string, scope: Record<string, unknown>): unknown => runInNewContext(made, { URL, e: { b }, ...scope });
    expect(basePath('./_next/', { self: { document: { baseURI: 'https://host.example/sub/' } } })).toBe('/sub/_next/');
    // In a worker, which has no document, it is absolute already.
    expect(basePath('/sub/_next/', { self: {}, location: 'https://host.example/sub/_next/static/chunks/worker.js' })).toBe('/sub/_next/');
    expect(readFileSync(join(folder, 'other.js'), 'utf8')).toBe('let i=e.b;');
  });

  it('does nothing the second time', () => {
    expect(makeWorkersPortable(folder)).toBe(0);
  });
});

describe('the service worker’s list of files', () => {
  it('holds what the app asks for, not itself nor what only tools read', () => {
    const names = ['theme.js', 'offline-worker.js', 'index.txt', '404.html', '_next/static/chunks/a.js', '_next/static/chunks/a.js.map', 'index.html', 'screenshot.png', '_not-found/index.html'];
    expect(offlineFiles(names)).toEqual(['_next/static/chunks/a.js', 'index.html', 'theme.js']);
  });

  it('has a version that changes with any byte of any file', () => {
    const worker = readFileSync(new URL('../public/offline-worker.js', import.meta.url), 'utf8');
    const versionWith = (text: string) => /version":"([0-9a-f]{16})"/.exec(withFiles(worker, new Map([['index.html', Buffer.from(text)]])))?.[1];
    expect(versionWith('a')).toBe(versionWith('a'));
    expect(versionWith('a')).not.toBe(versionWith('b'));
    expect(() => withFiles('', new Map())).toThrow('no place for its list');
  });
});
