import { expect, it } from 'vitest';
import { encodeViewState } from './encode-view-state';
import { linkParts } from './link-parts';
import { emptyViewState, type ViewState } from './view-state';

const view: ViewState = {
  ...emptyViewState,
  dataset: { kind: 'upload', sha256: 'ab'.repeat(32), name: 'day 1.zip' },
  analytic: 'II',
  session: { host: 'DC01', logonId: '0x3e7', boot: 0 },
  filters: { ...emptyViewState.filters, fields: [{ field: 'User', value: 'pgustavo', exclude: false }] },
};

it('tells every key that the link has, and of an upload what stays out of it', () => {
  const { told, withheld } = linkParts(view);
  expect(told.map(({ key }) => key)).toEqual(['dataset', 'analytic']);
  expect(withheld.map(({ key, value }) => [key, value])).toEqual([
    ['session', '0x3e7@DC01'],
    ['filters', 'User:pgustavo'],
  ]);
  const linked: ViewState = { ...view, dataset: { kind: 'sample' } };
  expect(linkParts(linked).withheld).toEqual([]);
  expect(encodeViewState(linked).split('&').map((part) => part.split('=')[0])).toEqual(['v', ...linkParts(linked).told.map(({ key }) => key)]);
});
