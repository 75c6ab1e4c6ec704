import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UserError } from '@/lib/base/user-error';
import { sharedPath } from '@/lib/shared-data.test-support';
import { codeCell, markdownCell, notebookFile, type GivenCell } from './notebook.test-support';
import { readHuntDocument } from './read-hunt-document';

const SOURCES = ['| Data source | Event Provider | Relationship | Event |', '|:--|:--|:--|:--|', '| File | Security-Auditing | User opened File | 5145 |'];

/** As the field publishes its notebooks, in words of our own. */
const published: readonly GivenCell[] = [
  markdownCell(
    '# Tape Drive Theft',
    '## Hypothesis',
    'Somebody carries tapes away.',
    '## Pre-Recorded Security Datasets',
    '| Metadata | Value |',
    '|:--|:--|',
    '| docs | https://example.org/docs.html |',
    '| link | https://example.org/tapes.zip |',
    '### Download Dataset',
  ),
  codeCell('import requests', "url = 'https://example.org/tapes.zip'"),
  markdownCell('### Read Dataset'),
  codeCell('from pandas.io import json', 'df = json.read_json(path, lines=True)'),
  markdownCell('## Analytics', 'A few ideas:', '### Analytic I', 'Look for tapes.', '', ...SOURCES, '', '#### Logic', '```{code-block}', 'SELECT EventID', 'FROM dataTable', '```', '#### Pandas Query'),
  codeCell("tapes = df[df['EventID'] == 5145]"),
  codeCell('tapes.head()'),
  markdownCell('## Hunter Notes', '* Count the tapes.'),
];

describe('a notebook of cells', () => {
  const hunt = readHuntDocument(notebookFile(published), 'tapes.ipynb');

  it('is read as its Markdown would be', () => {
    expect(hunt).toMatchObject({ title: 'Tape Drive Theft', id: 'tape-drive-theft', problems: [] });
    expect(hunt.sections.map(({ heading }) => heading)).toEqual(['Hypothesis', 'Pre-Recorded Security Datasets', 'Analytics', 'Hunter Notes']);
    expect(hunt.datasets.map(({ link, docs }) => [link, docs])).toEqual([['https://example.org/tapes.zip', 'https://example.org/docs.html']]);
    expect(readHuntDocument(hunt.markdown)).toEqual(hunt);
  });

  it('has the SQL of its Markdown and the pandas of its code cells, those that fetch the dataset left out', () => {
    expect(hunt.analytics.map(({ id, readings }) => [id, readings.map(({ kind, code }) => [kind, code])])).toEqual([
      ['I', [['sql', 'SELECT EventID\nFROM dataTable'], ['pandas', "tapes = df[df['EventID'] == 5145]\n\ntapes.head()"]]],
    ]);
    expect(hunt.analytics[0]).toMatchObject({ description: 'Look for tapes.', dataSources: [{ source: 'File', provider: 'Security-Auditing', eventId: '5145' }] });
    expect(hunt.sections.map(({ markdown }) => markdown).join()).not.toMatch(/requests|read_json|Download/);
  });

  it('knows the line of its Markdown on which code begins', () => {
    const lines = hunt.markdown.split('\n');
    for (const reading of hunt.analytics[0].readings) expect(lines[reading.line - 1]).toBe(reading.code.split('\n')[0]);
  });

  it('says in which cell and line stands what could not be read', () => {
    const { problems, analytics } = readHuntDocument(
      notebookFile([
        markdownCell('# T', '```', 'a fence that stays open'),
        { cell_type: 'markdown', source: 7 },
        { cell_type: 'raw', source: 'for another program' },
        markdownCell('### Analytic I', '', '#### Logic', 'no code'),
        codeCell('x = "```"', 'df[df["a"] == 1]'),
        markdownCell('### Analytic II', '', '', '#### Sigma', 'title: x', '#### Pandas Query'),
        codeCell('df'),
      ]),
    );
    expect(problems.map(({ cell, line, message }) => `${cell}:${line} ${message}`)).toEqual([
      '2:1 This cell is neither Markdown nor code with a text; it is left out.',
      '6:4 "Sigma" is no known part of an analytic; it is left out.',
    ]);
    expect(analytics.map(({ id, readings }) => [id, readings.map(({ kind }) => kind)])).toEqual([
      ['I', ['sql']],
      ['II', ['pandas']],
    ]);
  });

  it.each<[string, string, string, RegExp]>([
    ['no JSON', 'n.ipynb', '{"cells": [', /no Jupyter notebook: it is not JSON \(/],
    ['a list', 'n.ipynb', '[1]', /it is JSON, but no notebook/],
    ['no cells', 'n.ipynb', '{"nbformat": 4}', /JSON without cells/],
    ['no cells, by content alone', '', '{"nbformat": 4}', /JSON without cells/],
    ['nbformat 3', '', '{"nbformat": 3, "worksheets": [{"cells": []}]}', /old format \(nbformat 3\)/],
    ['a notebook without analytics', 'n.ipynb', notebookFile([markdownCell('# Only words')]), /No analytic was found in n\.ipynb\./],
    ['events', 'events.json', '{"EventID":1}\n{"EventID":2}', /No analytic was found in events\.json\./],
    ['a web page', 'n.ipynb', '\n<!DOCTYPE html><html><body>x', /n\.ipynb is no hunt document: it is a web page/],
    ['a Git LFS pointer', 'n.ipynb', 'version https://git-lfs.github.com/spec/v1\noid sha256:0', /a Git LFS pointer/],
    ['binary data', 'n.md', 'PK\u0003\u0004\0\0', /binary data/],
    ['more text than can be read', 'n.md', 'word\n\n'.repeat(50_000), /n\.md holds more than 256 KiB of text/],
    ['quotes in quotes', 'n.md', `# T\n\n${'> '.repeat(100_000)}`, /n\.md nests quotes or lists too deep/],
    ['brackets', 'n.ipynb', notebookFile([markdownCell('[a]('.repeat(20_000))]), /n\.ipynb holds more brackets than any hunt/],
    ['far too much', 'n.md', '# x\n'.repeat(1_400_000), /n\.md is larger than 5 MiB/],
  ])('refuses %s with words to act on', (_, name, text, message) => {
    let failure: unknown;
    try {
      readHuntDocument(text, name);
    } catch (error) {
      failure = error instanceof UserError ? error.failure : error;
    }
    expect(failure).toEqual({ code: 'unreadable-hunt', message: expect.stringMatching(message), advice: expect.stringMatching(/\w\.$/) });
  });
});

describe('what notebooks do differently', () => {
  const readings = (...cells: readonly GivenCell[]) =>
    readHuntDocument(notebookFile([markdownCell('# T'), ...cells])).analytics.map(({ id, title, readings: read }) => [id, title, ...read.map(({ kind, code }) => `${kind}: ${code}`)]);
  const sql = (query: string) => ['```', query, '```'];

  it.each<[string, readonly GivenCell[], readonly (readonly string[])[]]>([
    ['no number', [markdownCell('### Analytic', '#### Logic', ...sql('SELECT 1')), markdownCell('### Analytic: Tapes', '#### Logic', ...sql('SELECT 2'))], [['I', 'Analytic I', 'sql: SELECT 1'], ['II', 'Tapes', 'sql: SELECT 2']]],
    ['another level', [markdownCell('## Analytic 1', '### Logic:', ...sql('SELECT 1'), '#### Analytic 2 - Tapes', '## SQL query', ...sql('SELECT 2'))], [['1', 'Analytic 1', 'sql: SELECT 1'], ['2', 'Tapes', 'sql: SELECT 2']]],
    ['readings below each other', [markdownCell('### Analytic I', '#### Logic', ...sql('SELECT 1'), '##### Pandas'), codeCell('df')], [['I', 'Analytic I', 'sql: SELECT 1', 'pandas: df']]],
    ['pandas alone', [markdownCell('### Analytic I', '#### Pandas Query'), codeCell('df')], [['I', 'Analytic I', 'pandas: df']]],
    ['no headings: a query for Spark', [markdownCell('### Analytic I', 'Words'), codeCell('df = spark.sql(', "'''", 'SELECT 1', "WHERE a = 'b'", "'''", ')', 'df.show(10,False)')], [['I', 'Analytic I', "sql: SELECT 1\nWHERE a = 'b'"]]],
    ['no headings: SQL by magic, and pandas', [markdownCell('### Analytic I'), codeCell('%%sparksql', 'SELECT 1'), codeCell("df['a']")], [['I', 'Analytic I', 'sql: SELECT 1', "pandas: df['a']"]]],
    ['an example that is no query', [markdownCell('### Analytic I', '```powershell', 'Get-Tape', '```', '#### Logic', ...sql('SELECT 1'))], [['I', 'Analytic I', 'sql: SELECT 1']]],
    [
      'headings of our own export, and a query in Python’s escapes',
      [
        markdownCell('## Analytic I', '### Analytic I, published SQL'),
        codeCell('rows = spark.sql("""\\', "SELECT SPLIT(p, '\\\\')", 'WHERE a = \\"\\"\\"b\\', '""")', 'rows.show()'),
        markdownCell('### Analytic I, hardened SQL'),
        codeCell(`spark.sql(r'SELECT "\\d"')`),
        markdownCell('### Analytic I, published pandas'),
        codeCell('import pandas as pd', 'df = events.toPandas()', 'df'),
      ],
      [['I', 'Analytic I', 'sql: SELECT SPLIT(p, \'\\\')\nWHERE a = """b', 'pandas: import pandas as pd\n# df = events.toPandas()\ndf', 'hardened: SELECT "\\d"']],
    ],
    ['lines for the shell', [markdownCell('### Analytic I', '#### Pandas Query'), codeCell('%matplotlib inline', '!pip install x', 'df')], [['I', 'Analytic I', 'pandas: # %matplotlib inline\n# !pip install x\ndf']]],
  ])('%s', (_, cells, expected) => {
    expect(readings(...cells)).toEqual(expected);
  });

  it('takes one query for a reading, and says so of a second', () => {
    const hunt = readHuntDocument(notebookFile([markdownCell('# T', '### Analytic I', '#### Logic', ...sql('SELECT 1'), ...sql('SELECT 2'))]));
    expect(hunt.analytics[0].readings.map(({ code }) => code)).toEqual(['SELECT 1']);
    expect(hunt.problems).toEqual([{ cell: 1, line: 8, message: 'A reading is one query, and this is a further one; it is left out.' }]);
  });

  it('takes the title from the file’s name where there is none, and says so', () => {
    expect(readHuntDocument('### Analytic I\n#### Logic\n```\nSELECT 1\n```', 'My Hunt.md')).toMatchObject({ title: 'My Hunt', id: 'my-hunt', problems: [{ cell: null, line: 1 }] });
  });

  it('reads tables of data sources by their columns, and several event IDs in one', () => {
    const [{ dataSources, description }] = readHuntDocument(
      ['# T', '### Analytic I', 'Words', '', '| Channel | Event ID |', '|--|--|', '| Security | 4656, 4663 |', '', '| Mask | Right |', '|--|--|', '| 0x2 | write |', '', '#### Logic', ...sql('SELECT 1')].join('\n'),
    ).analytics;
    expect(dataSources.map(({ provider, eventId, source, line }) => [provider, eventId, source, line])).toEqual([
      ['Security', '4656', '', 7],
      ['Security', '4663', '', 7],
    ]);
    expect(description).toContain('| 0x2 | write |');
  });

  it.each<[string, readonly string[], readonly (readonly [string | null, string])[]]>([
    ['several in one table', ['| Metadata | Value |', '|--|--|', '| title | A |', '| link | https://e.org/a.zip |', '| title | B |', '| link | [here](https://e.org/b) |'], [['A', 'https://e.org/a.zip'], ['B', 'https://e.org/b']]],
    ['a row for each', ['| Name | Link |', '|--|--|', '| A | https://e.org/a |', '| B | https://e.org/b |'], [['A', 'https://e.org/a'], ['B', 'https://e.org/b']]],
    ['none but in code', ['```{code-cell}', 'import requests', "url = 'https://e.org/a.tar.gz'", '```'], [[null, 'https://e.org/a.tar.gz']]],
  ])('reads datasets: %s', (_, lines, expected) => {
    const { datasets } = readHuntDocument(['# T', '## Security Datasets', '', ...lines, '', '## Hunt Output', '', '| Type | Link |', '|--|--|', '| Rule | https://e.org/rule.yml |', '', '### Analytic I', '#### Logic', ...sql('SELECT 1')].join('\n'));
    expect(datasets.map(({ title, link }) => [title, link])).toEqual(expected);
  });
});

const notebookPath = sharedPath('hunt/smb-create-remote-file.notebook.md');
describe.skipIf(notebookPath === null)(`the field's notebook as cells${notebookPath === null ? ' (SKIPPED: ../shared is not beside the repository)' : ''}`, () => {
  it('is the same hunt as its Markdown', () => {
    const markdown = readFileSync(notebookPath ?? '', 'utf8');
    // As jupytext parts it: a `{code-cell}` is a cell, and what stands between is one.
    const cells = markdown.replace(/^---\n[^]*?\n---\n/, '').split(/^```\{code-cell\}.*\n([^]*?)\n```$/gim).map((text, i) => (i % 2 === 0 ? markdownCell(...text.split('\n')) : codeCell(...text.split('\n'))));
    const [asCells, asMarkdown] = [readHuntDocument(notebookFile(cells)), readHuntDocument(markdown)];
    const facts = ({ title, sections, datasets, analytics, problems }: typeof asCells) => ({
      title,
      sections: sections.map(({ heading, markdown: words }) => [heading, words.trim()]),
      datasets: datasets.map(({ link }) => link),
      analytics: analytics.map(({ id, description, dataSources, readings }) => [id, description, dataSources.map(({ eventId }) => eventId), readings.map(({ kind, code }) => [kind, code])]),
      problems,
    });
    expect(facts(asCells)).toEqual(facts(asMarkdown));
  });
});
