import { describe, expect, it } from 'vitest';
import { UserError } from '@/lib/base/user-error';
import { html } from './html';
import { isPartName, MANIFEST, readManifest, SUMS, writeManifest, type PackManifest } from './pack-manifest';
import { looksLikePack, readPack, type ReadPack } from './read-pack';
import { partsOf, utf8, zipOf, ZipInSteps } from './write-pack';

const CLAIMS: Omit<PackManifest, 'parts'> = {
  app: '1', pseudonyms: true, dataset: { name: 'day.zip', sha256: 'ab'.repeat(32), events: 9 }, hunt: { id: 'h', title: 'H', sha256: null }, analytic: 'I', link: 'https://x.example/#v=1', events: 2,
  readings: [{ analytic: 'I', reading: 'sql', rows: 1, digest: 'd' }],
};
const EVENTS = `${JSON.stringify({ EventID: 1, text: 'a'.repeat(300) })}\n{"EventID":2}\n`;
const PARTS = [{ name: 'hunt.md', bytes: utf8('# H\n') }, { name: 'rows/I-sql.csv', bytes: utf8('a,b\r\n1,2\r\n') }, { name: 'events.ndjson', bytes: utf8(EVENTS) }];

/** Takes turns with the bits, and meets every field of a header sooner or later: the fields are 2 and 4 bytes long. */
const STEP = 7;

const packed = () => zipOf(partsOf(CLAIMS, PARTS).all);
const read = (bytes: Uint8Array<ArrayBuffer>) => readPack('p.zip', new Blob([bytes]));

describe('a pack', () => {
  it('comes back as it was made', async () => {
    const bytes = await packed();
    expect(await looksLikePack(new Blob([bytes]))).toBe(true);
    const { manifest, parts, problems } = await read(bytes);
    expect(problems).toEqual([]);
    expect(manifest).toEqual(partsOf(CLAIMS, PARTS).manifest);
    expect(new TextDecoder().decode(parts.get('events.ndjson'))).toBe(EVENTS);
  });

  it('is the same bytes each time, also in steps', async () => {
    const steps = new ZipInSteps(partsOf(CLAIMS, PARTS).all);
    let made = await steps.step(5);
    while (typeof made === 'number') made = await steps.step(5);
    const bytes = await packed();
    expect(new Uint8Array(await made.arrayBuffer())).toEqual(bytes);
    expect(await packed()).toEqual(bytes);
  });

  it('names what a flipped bit changed, wherever it is', async () => {
    const bytes = await packed();
    const unnamed: number[] = [];
    const named = new Set<string | null>();
    for (let at = 0; at < bytes.length; at += STEP) {
      const flipped = bytes.slice();
      flipped[at] ^= 1 << at % 8;
      // Whatever is hit, it is still told from a dataset.
      expect(await looksLikePack(new Blob([flipped])), `byte ${at}`).toBe(true);
      const found: ReadPack | UserError = await read(flipped).catch((error: unknown) => {
        if (error instanceof UserError) return error;
        throw error;
      });
      if (found instanceof UserError) continue;
      if (found.problems.length === 0) unnamed.push(at);
      for (const { part } of found.problems) named.add(part);
    }
    expect(unnamed).toEqual([]);
    expect([...named]).toEqual(expect.arrayContaining([null, 'hunt.md', 'rows/I-sql.csv', 'events.ndjson', SUMS]));
  });

  it('names a part that was exchanged with care, and one that was put in', async () => {
    const { all } = partsOf(CLAIMS, PARTS);
    const other = all.map((part) => (part.name === 'hunt.md' ? { ...part, bytes: utf8('# I\n') } : part));
    const exchanged = await read(await zipOf(other));
    expect(exchanged.problems).toMatchObject([{ part: 'hunt.md', stated: expect.stringMatching(/^[0-9a-f]{64}$/), found: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(exchanged.parts.has('hunt.md')).toBe(false);
    const added = await read(await zipOf([...all, { name: 'more.txt', bytes: utf8('x') }]));
    expect(added.problems.map(({ part }) => part)).toEqual(['more.txt']);
    const without = await read(await zipOf(all.filter(({ name }) => name !== 'events.ndjson')));
    expect(without.problems.map(({ part, message }) => [part, message])).toEqual([['events.ndjson', 'It is missing.']]);
  });

  it('is refused where nothing tells what it should hold', async () => {
    const { all } = partsOf(CLAIMS, PARTS);
    await expect(read(await zipOf(all.filter(({ name }) => name !== MANIFEST)))).rejects.toThrow(UserError);
    await expect(read(utf8('PK\x03\x04 huntbook-pack.json'))).rejects.toThrow(UserError);
  });

  it('is told from other files', async () => {
    for (const text of ['', '{"a":"huntbook-pack.json"}', 'PK\x03\x04 other.json']) expect(await looksLikePack(new Blob([text]))).toBe(false);
  });
});

describe('readManifest', () => {
  const whole = { ...CLAIMS, parts: [{ name: 'a.txt', bytes: 1, sha256: 'cd'.repeat(32) }] };
  it.each<readonly [string, object]>([
    ['a part that leads out', { parts: [{ name: '../a', bytes: 1, sha256: 'cd'.repeat(32) }] }],
    ['two parts of one name', { parts: [whole.parts[0], whole.parts[0]] }],
    ['a size below nothing', { parts: [{ ...whole.parts[0], bytes: -1 }] }],
    ['a digest that is none', { dataset: { ...CLAIMS.dataset, sha256: 'x' } }],
    ['too many parts', { parts: Array.from({ length: 401 }, (_, i) => ({ ...whole.parts[0], name: `p${i}` })) }],
    ['a newer version', { version: 2 }],
    ['no readings', { readings: null }],
    ['pseudonyms, perhaps', { pseudonyms: 'some' }],
  ])('refuses %s', (_, change) => {
    expect(readManifest(writeManifest(whole))).toEqual(whole);
    const given: object = JSON.parse(writeManifest(whole));
    expect(readManifest(JSON.stringify({ ...given, ...change }))).toBeNull();
  });

  it('takes one of the first days, which says nothing of pseudonyms', () => {
    const { pseudonyms, ...given } = JSON.parse(writeManifest(whole)) as PackManifest;
    expect(pseudonyms).toBe(true);
    expect(readManifest(JSON.stringify(given))).toEqual({ ...whole, pseudonyms: false });
  });

  it.each(['a', 'rows/I-sql.csv', 'a.b.c'])('takes the name %s', (name) => expect(isPartName(name)).toBe(true));
  it.each(['', '/a', 'a/', '../a', 'a/../b', 'a\\b', 'a/b/c', '.a', 'a\u0000', 'a'.repeat(201)])('takes no name %j', (name) => expect(isPartName(name)).toBe(false));
});

describe('html', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['" onload="x', '&quot; onload=&quot;x'],
    ["' & &lt;", '&#39; &amp; &amp;lt;'],
    ['</style></title>', '&lt;/style&gt;&lt;/title&gt;'],
    ['a\u0000b\u001bc\td\n', 'a\ufffdb\ufffdc\td\n'],
  ])('escapes %j', (given, escaped) => {
    expect(html`<p title="${given}">${[html`${given}`]}</p>`.markup).toBe(`<p title="${escaped}">${escaped}</p>`);
  });
});
