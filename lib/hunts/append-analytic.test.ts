import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendAnalytic } from './append-analytic';
import { readHuntDocument } from './read-hunt-document';

const shipped = readFileSync(new URL('../../public/hunts/smb-create-remote-file.md', import.meta.url), 'utf8');
const small = '# Hunt\n\n## Analytics\n\n### Analytic I: One\n\n#### Logic\n\n```sql\nSELECT 1 AS a FROM t\n```\n';
const code = "SELECT `@timestamp`, Hostname\nFROM t\nWHERE ShareName LIKE '%C$'";

function lastOf(markdown: string) {
  const { analytics, problems } = readHuntDocument(markdown);
  const last = analytics[analytics.length - 1];
  return { ids: analytics.map(({ id }) => id), problems, title: last.title, kinds: last.readings.map(({ kind }) => kind), code: last.readings.at(0)?.code };
}

describe('appendAnalytic', () => {
  it('is read back as one more analytic, and leaves the others as they were', () => {
    const { markdown, id } = appendAnalytic(shipped, { title: 'Shares by host', kind: 'sql', code });
    expect(id).toBe('VI');
    const before = readHuntDocument(shipped);
    expect(lastOf(markdown)).toEqual({ ids: ['I', 'II', 'III', 'IV', 'V', 'VI'], problems: before.problems, title: 'Shares by host', kinds: ['sql'], code });
    expect(readHuntDocument(markdown).analytics.slice(0, 5).map(({ readings, description }) => [description, readings.map((reading) => reading.code)])).toEqual(
      before.analytics.map(({ readings, description }) => [description, readings.map((reading) => reading.code)]),
    );
    expect(readHuntDocument(markdown).sections.map((section) => section.markdown)).toEqual(before.sections.map((section) => section.markdown));
  });

  it('stands after the last analytic and before what follows, above the cell break', () => {
    const { markdown } = appendAnalytic(`${small}\n+++\n\n## Known Bypasses\n\nNone.\n`, { title: 'Two', kind: 'pandas', code: 'df.head()' });
    expect(markdown).toBe(
      `${small}\n### Analytic II: Two\n\n#### Pandas Query\n\n\`\`\`{code-cell} ipython3\ndf.head()\n\`\`\`\n\n+++\n\n## Known Bypasses\n\nNone.\n`,
    );
    expect(lastOf(markdown)).toMatchObject({ ids: ['I', 'II'], kinds: ['pandas'], code: 'df.head()' });
  });

  it('takes a number that is free', () => {
    const gap = small.replace('Analytic I:', 'Analytic II:');
    expect(appendAnalytic(gap, { title: 'x', kind: 'sql', code }).id).toBe('III');
  });

  it('makes a document of a Jupyter notebook', () => {
    const cells = [
      { cell_type: 'markdown', source: ['# Hunt\n', '## Analytics\n', '### Analytic I\n', '#### Logic'] },
      { cell_type: 'code', source: ['SELECT 1 AS a FROM t'], outputs: [] },
    ];
    const { markdown, id } = appendAnalytic(JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }), { title: 'Two', kind: 'sql', code });
    expect(id).toBe('II');
    expect(lastOf(markdown)).toMatchObject({ ids: ['I', 'II'], title: 'Two', code });
  });

  it.each([
    ['a fence in it', 'SELECT 1 -- ```\nFROM t\n````'],
    ['what looks like an option', ':name: x\nSELECT 1'],
    ['what looks like options', '---\nname: x\n---\nSELECT 1'],
    ['a heading in it', '# SELECT\n### Analytic X'],
  ])('keeps code with %s', (_, text) => expect(lastOf(appendAnalytic(small, { title: 'x', kind: 'sql', code: text }).markdown)).toMatchObject({ ids: ['I', 'II'], code: text }));

  it('keeps any title of one line', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z][ -~]{0,40}$/), (title) => {
        const wanted = title.replace(/\s+/g, ' ').trim();
        expect(lastOf(appendAnalytic(small, { title, kind: 'sql', code }).markdown).title).toBe(wanted);
      }),
    );
  });
});
