import { expect, it } from 'vitest';
import { emptyViewState, type ViewState } from '@/lib/url/view-state';
import { hasKeyInAddress, revealed, staysOut } from './revealed';

const view: ViewState = {
  ...emptyViewState,
  dataset: { kind: 'link', url: 'https://data.example/events.zip' },
  hunt: { kind: 'shipped', id: 'smb-create-remote-file' },
  section: 'events',
  row: [{ member: 0, line: 3 }, { member: 0, line: 9 }],
  session: { host: 'WORKSTATION6', logonId: '0x4e13b2e', boot: 0 },
  filters: { fields: [{ field: 'User', value: 'pgustavo', exclude: false }, { field: 'Hostname', value: null, exclude: true }], text: { text: 'C$', matchCase: false }, time: null },
  zone: 'Europe/Berlin',
  size: 'large',
};

it('names everything in a link in words, filters with their values', () => {
  expect(revealed(view).map(({ what, value }) => `${what}: ${value}`)).toEqual([
    'Dataset’s address: https://data.example/events.zip',
    'Hunt: smb-create-remote-file',
    'Section: events',
    'Result row: the places of its 2 events in the dataset',
    'Session: 0x4e13b2e on WORKSTATION6',
    'Size: large',
    'Time zone: Europe/Berlin',
    'Filter: User is pgustavo',
    'Filter: Hostname is not no value',
    'Filter: contains C$',
  ]);
});

it('tells the rows of each reading; of an upload no numbers', () => {
  const claim = (found: { readonly rows: number | null; readonly digest: string } | null) =>
    ({ app: '1', format: 1, data: null, hunt: null, result: 'digest', events: found && 506, readings: [{ analytic: 'I', reading: 'sql', found: found && { rows: 1_048, digest: 'aaaa' }, code: 'ccc' }, { analytic: 'I', reading: 'hardened', found, code: 'ccc' }] }) as const;
  const told = (found: Parameters<typeof claim>[0]) => revealed({ ...emptyViewState, made: claim(found) }).map(({ what, value }) => `${what}: ${value}`);
  expect(told({ rows: null, digest: 'bbbb' })).toEqual(['Digest of all rows: digest', 'Events: 506', 'Rows of I: 1,048 (SQL), did not run (hardened)', 'Made with: Huntbook 1']);
  expect(told(null)).toEqual(['Digest of all rows: digest', 'Digests of queries: I', 'Made with: Huntbook 1']);
});

it('of an upload names what stays out', () => {
  const upload: ViewState = { ...view, dataset: { kind: 'upload', sha256: 'ab'.repeat(32), name: 'day 1.zip' } };
  expect(revealed(upload).map(({ what }) => what)).toEqual(['Dataset’s file name', 'Dataset’s SHA-256', 'Hunt', 'Section', 'Result row', 'Size', 'Time zone']);
  expect(staysOut(upload)).toEqual(['the session', 'the filters']);
});

it('gives the text of a query, but not of one that stays on the device', () => {
  const query = (kind: ViewState['query']) => revealed({ ...emptyViewState, dataset: { kind: 'sample' }, section: 'query', query: kind }).find(({ what }) => what === 'Query')?.value;
  expect(query({ kind: 'text', language: 'sql', text: "SELECT * FROM t WHERE a = 'b'" })).toBe("SELECT * FROM t WHERE a = 'b'");
  expect(query({ kind: 'kept', language: 'sql', id: '0123456789abcdef' })).toContain('stays on this device');
});

it.each([
  ['https://data.example/events.zip', false],
  ['https://store.example/events.zip?sig=abc', true],
])('%s may hold a key: %s', (url, may) => {
  expect(hasKeyInAddress({ ...view, dataset: { kind: 'link', url } })).toBe(may);
});
