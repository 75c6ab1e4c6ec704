import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sharedPath } from '@/lib/shared-data.test-support';
import { plainCatalogue } from '@/lib/url/catalogue-view';
import { datasetEntries, FACETS } from './dataset-entries';
import { chosenEntries, facetCounts, knownQuery, type DatasetQuery } from './dataset-query';
import { shippedHunts } from './hunt-list';
import { notebookPage } from './notebook-page';
import { readCatalogue } from './read-catalogue';

function publicFile(name: string): unknown {
  return JSON.parse(readFileSync(fileURLToPath(new URL(`../../public/${name}`, import.meta.url)), 'utf8'));
}

const catalogue = readCatalogue(publicFile('catalog.json'), publicFile('hunts.json'));
const entries = datasetEntries(catalogue, [
  ...shippedHunts.map(({ title, dataset }) => ({ title, datasets: [dataset.link] })),
  ...catalogue.hunts,
]);

type Asked = Partial<DatasetQuery['chosen']> & { readonly text?: string };

function query({ text = '', ...chosen }: Asked): DatasetQuery {
  return { ...plainCatalogue, text, chosen: { ...plainCatalogue.chosen, ...chosen } };
}

describe('the catalogue that the page brings along', () => {
  it('holds 124 datasets and 26 hunts, each dataset once', () => {
    expect(new Set(catalogue.datasets.map((dataset) => dataset.url)).size).toBe(124);
    expect(catalogue.datasets).toHaveLength(124);
    expect(catalogue.hunts).toHaveLength(26);
  });

  it('names exactly the techniques and tactics that occur, and T0000 is none', () => {
    const techniques = new Set([...catalogue.datasets, ...catalogue.hunts].flatMap(({ techniques }) => techniques));
    expect([...catalogue.techniqueNames.keys()].sort()).toEqual([...techniques].sort());
    expect([...catalogue.tacticNames.keys()].sort()).toEqual([...new Set(catalogue.datasets.flatMap(({ tactics }) => tactics))].sort());
    expect(techniques.has('T0000')).toBe(false);
  });

  const facts = sharedPath('catalog.json');
  it.skipIf(facts === null)('says what its source says (skipped where ../shared/catalog.json is missing)', () => {
    const source: unknown = JSON.parse(readFileSync(facts ?? '', 'utf8'));
    const { datasets } = readCatalogue({ ...Object(source), names: '', tactics: {}, techniques: {} }, publicFile('hunts.json'));
    const withoutPlaceholder = datasets.map((dataset) => ({ ...dataset, techniques: dataset.techniques.filter((id) => id !== 'T0000') }));
    expect(catalogue.datasets).toEqual(withoutPlaceholder);
  });

  const hunts = sharedPath('hunts.json');
  it.skipIf(hunts === null)('lists the hunts that its source lists (skipped where ../shared/hunts.json is missing)', () => {
    expect(publicFile('hunts.json')).toEqual(JSON.parse(readFileSync(hunts ?? '', 'utf8')));
  });

  it.each([
    ['a title that is a number', { title: 7 }],
    ['a negative size', { archiveBytes: -1 }],
    ['members that are no list', { members: {} }],
    ['no link', { url: undefined }],
  ])('is refused with %s', (_, change) => {
    const dataset = { ...catalogue.datasets[0], ...change };
    expect(() => readCatalogue({ source: '', names: '', tactics: {}, techniques: {}, datasets: [dataset] }, publicFile('hunts.json'))).toThrow('the catalogue holds');
  });
});

describe('searching and filtering', () => {
  // Expected counts were taken from the facts with a script of its own (Python), not with this code.
  it.each<[Asked, number]>([
    [{}, 124],
    [{ text: '  ' }, 124],
    [{ text: 'CoVeNaNt smb createrequest' }, 1],
    [{ text: 'T1021.002' }, 7],
    [{ text: 'smb/windows admin' }, 7],
    [{ text: '2020-09-22145302' }, 1],
    [{ text: 'no such thing' }, 0],
    [{ tactic: 'TA0008' }, 26],
    [{ technique: 'T1003.001' }, 12],
    [{ platform: 'Azure' }, 4],
    [{ platform: 'Linux' }, 3],
    [{ kind: 'compound' }, 12],
    [{ source: 'cloud' }, 5],
    [{ kind: 'compound', source: 'host', platform: 'Azure' }, 1],
  ])('%j leaves %i', (asked, count) => {
    expect(chosenEntries(entries, query(asked))).toHaveLength(count);
  });

  it('a technique means its sub-techniques too, where it has a name here', () => {
    const found = chosenEntries(entries, query({ technique: 'T1003' }));
    expect(found.length).toBe(catalogue.datasets.filter(({ techniques }) => techniques.some((id) => id.startsWith('T1003'))).length);
    expect(chosenEntries(entries, query({ text: 'os credential dumping' }))).toEqual(found);
  });

  it('says of a dataset which hunts name it, each title once', () => {
    const smb = entries.filter((entry) => entry.hunts.includes('SMB Create Remote File'));
    expect(smb.map((entry) => [entry.fileName, entry.hunts])).toEqual([['covenant_copy_smb_CreateRequest.zip', ['SMB Create Remote File']]]);
    const linked = new Set(catalogue.hunts.flatMap((hunt) => hunt.datasets));
    expect(chosenEntries(entries, query({ hunt: 'any' })).map(({ dataset }) => dataset.url).sort()).toEqual(
      catalogue.datasets.map(({ url }) => url).filter((url) => linked.has(url)).sort(),
    );
  });

  it('each count is what choosing that value leaves', () => {
    const asked = query({ text: 'empire', tactic: 'TA0008' });
    for (const facet of FACETS) {
      for (const [value, count] of facetCounts(entries, asked, facet)) {
        expect([facet, value, count]).toEqual([facet, value, chosenEntries(entries, { ...asked, chosen: { ...asked.chosen, [facet]: value } }).length]);
      }
    }
  });

  it.each([true, false])('sorts by events, what is not counted last (descending: %s)', (descending) => {
    const events = chosenEntries(entries, { ...plainCatalogue, sort: { by: 'events', descending } }).map((entry) => entry.events);
    const counted = events.filter((count) => count !== null);
    expect(events).toEqual([...counted, ...Array.from({ length: 7 }, () => null)]);
    expect(counted).toEqual([...counted].sort((a, b) => (descending ? b - a : a - b)));
  });
});

it.each([
  [
    'https://raw.githubusercontent.com/OTRF/ThreatHunter-Playbook/main/docs/hunts/windows/170105-LSASSMemoryReadAccess/notebook.md',
    'https://github.com/OTRF/ThreatHunter-Playbook/blob/main/docs/hunts/windows/170105-LSASSMemoryReadAccess/notebook.md',
  ],
  ['https://example.org/notebook.md', 'https://example.org/notebook.md'],
])('%s is read at %s', (link, page) => {
  expect(notebookPage(link)).toBe(page);
});

it('leaves a filter of a link aside that no dataset could meet, and keeps the others', () => {
  const asked = { ...query({ text: 'smb', tactic: 'TA0008', platform: 'Plan 9' }), shown: 'hunts' as const };
  expect(knownQuery(entries, asked)).toEqual({ ...query({ text: 'smb', tactic: 'TA0008' }), shown: 'hunts' });
});
