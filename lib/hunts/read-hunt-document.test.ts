import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { UserError } from '@/lib/base/user-error';
import { sharedPath } from '@/lib/shared-data.test-support';
import { readHuntDocument } from './read-hunt-document';

const ours = readFileSync(fileURLToPath(new URL('../../public/hunts/smb-create-remote-file.md', import.meta.url)), 'utf8');
const notebookPath = sharedPath('hunt/smb-create-remote-file.notebook.md');
const notebook = notebookPath === null ? '' : readFileSync(notebookPath, 'utf8');
const skipped = notebookPath === null ? ' (SKIPPED: ../shared is not beside the repository)' : '';

describe("the project's hunt document", () => {
  const hunt = readHuntDocument(ours);

  it('is read without a problem', () => {
    expect(hunt.problems).toEqual([]);
  });

  it('says what it is', () => {
    expect(hunt).toMatchObject({
      id: 'smb-create-remote-file',
      title: 'SMB Create Remote File',
      version: '1',
      techniques: ['T1021.002', 'T1570'],
      license: 'MIT',
    });
    expect(hunt.sections.map((section) => section.heading)).toEqual([
      'Hypothesis',
      'Technical Context',
      'Offensive Tradecraft',
      'Pre-Recorded Security Datasets',
      'Analytics',
      'Known Bypasses',
      'False Positives',
      'Hunter Notes',
      'References',
    ]);
    expect(hunt.datasets.map((dataset) => dataset.link)).toEqual([
      'datasets/sample.zip',
      'https://raw.githubusercontent.com/OTRF/Security-Datasets/master/datasets/atomic/windows/lateral_movement/host/covenant_copy_smb_CreateRequest.zip',
    ]);
  });

  it('has five analytics in three readings, each with words, data sources and why the readings differ', () => {
    expect(hunt.analytics.map((analytic) => analytic.id)).toEqual(['I', 'II', 'III', 'IV', 'V']);
    for (const analytic of hunt.analytics) {
      expect(analytic.readings.map((reading) => reading.kind)).toEqual(['sql', 'pandas', 'hardened']);
      expect(analytic.readings[2].note).not.toBe('');
      expect(analytic.description).not.toBe('');
      expect(analytic.description).not.toContain('|');
      expect(analytic.differencesNote).toMatch(/^- /);
    }
    expect(hunt.analytics.map((analytic) => analytic.dataSources.map((source) => source.eventId))).toEqual([
      ['5140'],
      ['5140'],
      ['5145'],
      ['5140', '5145'],
      ['5145', '11'],
    ]);
  });

  it('knows the line on which code begins', () => {
    const lines = ours.split('\n');
    for (const { readings } of hunt.analytics)
      for (const reading of readings) expect(lines[reading.line - 1]).toBe(reading.code.split('\n')[0]);
  });
});

describe.skipIf(notebookPath === null)(`the field's notebook${skipped}`, () => {
  it('is read unchanged', () => {
    const hunt = readHuntDocument(notebook);
    expect(hunt).toMatchObject({
      id: 'smb-create-remote-file',
      title: 'SMB Create Remote File',
      version: null,
      techniques: [],
      problems: [],
    });
    expect(hunt.sections.map((section) => section.heading)).toEqual([
      'Hypothesis',
      'Technical Context',
      'Offensive Tradecraft',
      'Pre-Recorded Security Datasets',
      'Analytics',
      'Hunter Notes',
      'References',
    ]);
    expect(hunt.datasets).toEqual([
      {
        title: null,
        link: 'https://raw.githubusercontent.com/OTRF/Security-Datasets/master/datasets/atomic/windows/lateral_movement/host/covenant_copy_smb_CreateRequest.zip',
        docs: 'https://securitydatasets.com/notebooks/atomic/windows/lateral_movement/SDWIN-200806015757.html',
        line: 35,
      },
    ]);
    expect(hunt.analytics.map((analytic) => analytic.readings.map((reading) => reading.kind))).toEqual(Array(5).fill(['sql', 'pandas']));
    expect(hunt.analytics[4].dataSources[1]).toEqual({
      source: 'File',
      provider: 'Microsoft-Windows-Sysmon/Operational',
      relationship: 'Process created File',
      eventId: '11',
      line: 277,
    });
  });

  it('keeps how to fetch the dataset in Python out of the prose', () => {
    const section = readHuntDocument(notebook).sections.find(({ heading }) => heading.startsWith('Pre-Recorded'));
    expect(section?.markdown).not.toContain('zipfile');
  });

  it('has the queries that the project publishes, to the letter', () => {
    const published = (text: string) =>
      readHuntDocument(text).analytics.map(({ readings }) => readings.filter(({ kind }) => kind !== 'hardened').map(({ code }) => code));
    expect(published(ours)).toEqual(published(notebook));
  });
});

describe('the reader', () => {
  const analytic = (body: string) => readHuntDocument(`# T\n\n### Analytic I\n\n${body}`).analytics[0];

  it.each([
    ['a directive', '```{code-block}\nSELECT 1\n```', 'SELECT 1', 8],
    ['a directive with a language', '```{code-block} sql\nSELECT 1\n```', 'SELECT 1', 8],
    ['a directive in capitals', '```{Code-Cell} IPython3\nSELECT 1\n```', 'SELECT 1', 8],
    ['a plain fence', '```sql\nSELECT 1\n```', 'SELECT 1', 8],
    ['option lines', '```{code-cell} ipython3\n:tags: [hide-input]\n:name: x\n\nSELECT 1\n```', 'SELECT 1', 11],
    ['a block of options', '```{code-cell} ipython3\n---\ntags: [a]\n---\nSELECT 1\n```', 'SELECT 1', 11],
    ['Windows line ends', '```{code-block}\r\nSELECT 1\r\n```', 'SELECT 1', 8],
  ])('reads %s', (_, fence, code, line) => {
    expect(analytic(`#### Logic\n\n${fence}\n`).readings).toEqual([{ kind: 'sql', code, line, note: '' }]);
  });

  it('makes an id of the title, or takes it from the front matter', () => {
    const body = '\n\n## Analytic 1: LSASS\n\n#### Logic\n\n```\nSELECT 1\n```\n';
    expect(readHuntDocument(`# LSASS Memory: Read Access!${body}`)).toMatchObject({
      id: 'lsass-memory-read-access',
      analytics: [{ id: '1', title: 'LSASS' }],
    });
    expect(readHuntDocument(`---\nid: 170105-LSASS\ntitle: From front matter\n---${body}`)).toMatchObject({
      id: '170105-LSASS',
      title: 'From front matter',
    });
  });

  it('says with the line what it could not read, and keeps the rest', () => {
    const { problems, analytics } = readHuntDocument(
      [
        '---',
        'id: [',
        '---',
        '# T',
        '### Analytic I',
        '',
        '| Event | Other |',
        '|---|---|',
        '| 1 | 2 |',
        '',
        '#### Logic',
        'no code',
        '#### Sigma',
        'x',
        '### Analytic I',
        '### Analytic II',
        '#### Logic',
        '```',
        'SELECT 1',
        '```',
      ].join('\n'),
    );
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      expect.stringMatching(/^[23] The front matter is not YAML/),
      '5 Analytic I has no logic to run.',
      '7 A table of data sources needs the columns "Event Provider" and "Event".',
      '11 "Logic" of analytic I holds no code.',
      '13 "Sigma" is no known part of an analytic; it is left out.',
      '15 There are two analytics "I"; this one is called "I-2" here.',
      '15 Analytic I-2 has no logic to run.',
    ]);
    expect(analytics.map(({ id, readings }) => [id, readings.length])).toEqual([
      ['I', 0],
      ['I-2', 0],
      ['II', 1],
    ]);
  });

  it.each([
    ['nothing', ''],
    ['prose', '# Title\n\nWords.'],
    ['an archive', 'PK\u0003\u0004\u0000\u0000'],
  ])('refuses %s', (_, text) => {
    expect(() => readHuntDocument(text)).toThrow(UserError);
  });
});
