import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeCell, markdownCell, notebookFile } from '@/lib/hunts/notebook.test-support';
import { huntFilesOf, readHuntFile } from './hunt-file';

const notebook = notebookFile([
  markdownCell('# Tapes', '## Security Datasets', '| Metadata | Value |', '|--|--|', '| title | All tapes |', '| link | ../data/tapes.zip |', '### Analytic I', '#### Sigma', '#### Pandas Query'),
  codeCell('df'),
]);
const bodies: Readonly<Record<string, string>> = {
  '/hunts/tapes.ipynb': notebook,
  '/page.md': '<!DOCTYPE html><html><body>Sign in</body></html>',
  '/huge.md': '# x\n'.repeat(2_000_000),
};

let site = '';
const server = createServer((request, response) => {
  const body = bodies[request.url ?? ''];
  if (body === undefined) response.writeHead(404).end();
  else response.end(body);
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  site = `http://127.0.0.1:${port}`;
});
afterAll(() => server.close());

describe('a hunt document that is opened', () => {
  it('from a file: says what it is, and that its dataset’s relative link leads nowhere', async () => {
    const { file } = await readHuntFile({ kind: 'file', name: 'tapes.ipynb', blob: new Blob([notebook]) });
    expect(file).toEqual({
      name: 'tapes.ipynb',
      text: notebook,
      sha256: createHash('sha256').update(notebook).digest('hex'),
      title: 'Tapes',
      analytics: 1,
      datasets: [{ title: 'All tapes', link: '../data/tapes.zip', url: null }],
      problems: [{ cell: 1, line: 8, message: '"Sigma" is no known part of an analytic; it is left out.' }],
    });
  });

  it('from a link: its dataset is beside it', async () => {
    const { name, datasets } = (await readHuntFile({ kind: 'link', url: `${site}/hunts/tapes.ipynb` })).file;
    expect([name, datasets.map(({ url }) => url)]).toEqual(['tapes.ipynb', [`${site}/data/tapes.zip`]]);
  });

  it('as UTF-16, which some editors write', async () => {
    const utf16 = Buffer.from(`\ufeff# T\n### Analytic I\n#### Logic\n\`\`\`\nSELECT 1\n\`\`\`\n`, 'utf16le');
    expect((await readHuntFile({ kind: 'file', name: 't.md', blob: new Blob([utf16]) })).file).toMatchObject({ title: 'T', analytics: 1, problems: [] });
  });

  it.each([
    ['a link to nothing', '/gone.md', { code: 'http-error' }],
    ['a web page', '/page.md', { code: 'unreadable-hunt', message: 'page.md is no hunt document: it is a web page (HTML).' }],
    ['far too much', '/huge.md', { code: 'unreadable-hunt', message: expect.stringMatching(/huge\.md is larger than 5 MiB/) }],
  ])('fails for %s', async (_, path, failure) => {
    await expect(readHuntFile({ kind: 'link', url: `${site}${path}` })).rejects.toMatchObject({ failure });
  });

  it.each<[string, string, boolean]>([
    ['notebook.ipynb', notebook, true],
    ['renamed.json', notebook, true],
    ['broken.ipynb', '{"cells"', true],
    ['hunt.md', 'anything', true],
    ['hunt.txt', '# T\r\n\r\n### Analytic I\r\n', true],
    ['events.json', '{"EventID":1,"cells":3}\n{"EventID":2}', false],
    ['events.csv', 'EventID,Channel\n1,Security', false],
    ['events.zip', 'PK\u0003\u0004', false],
  ])('%s is told from a dataset', async (name, text, isHunt) => {
    expect(await huntFilesOf([{ name: 'other.zip', blob: new Blob(['PK']) }, { name, blob: new Blob([text]) }])).toEqual(isHunt ? [1] : []);
  });
});
