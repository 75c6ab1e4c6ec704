import type { AddressKey } from './address-key';
import type { CatalogueFacet, CatalogueSort, CatalogueView } from './catalogue-view';
import type { ViewState } from './view-state';

/** Longest text that is searched for or chosen. */
const LONGEST = 200;

const FACET_KEYS: readonly (readonly [key: string, facet: CatalogueFacet])[] = [
  ['tactic', 'tactic'],
  ['technique', 'technique'],
  ['platform', 'platform'],
  ['kind', 'kind'],
  ['source', 'source'],
  // 'hunt' is the one that runs.
  ['fits', 'hunt'],
];

/** What is searched for in the catalogue. */
export const catalogueKeys: readonly AddressKey[] = [
  {
    key: 'find',
    names: 'what is searched for',
    tellsData: false,
    write: ({ catalogue }) => (catalogue.text === '' ? null : catalogue.text.slice(0, LONGEST)),
    read: (text, state) => (isText(text) ? withCatalogue(state, { text }) : null),
  },
  ...FACET_KEYS.map(
    ([key, facet]): AddressKey => ({
      key,
      names: 'a filter of the catalogue',
      tellsData: false,
      write: ({ catalogue }) => catalogue.chosen[facet],
      read: (text, state) => (isText(text) ? withCatalogue(state, { chosen: { ...state.catalogue.chosen, [facet]: text } }) : null),
    }),
  ),
  {
    key: 'sort',
    names: 'the order of the catalogue',
    tellsData: false,
    write: ({ catalogue: { sort } }) => (sort.by === 'title' && !sort.descending ? null : `${sort.descending ? '-' : ''}${sort.by}`),
    read: (text, state) => {
      const sort = readSort(text);
      return sort && withCatalogue(state, { sort });
    },
  },
  {
    key: 'list',
    names: 'datasets or hunts',
    tellsData: false,
    write: ({ catalogue }) => (catalogue.shown === 'datasets' ? null : catalogue.shown),
    read: (text, state) => (text === 'datasets' || text === 'hunts' ? withCatalogue(state, { shown: text }) : null),
  },
];

function withCatalogue(state: ViewState, change: Partial<CatalogueView>): ViewState {
  return { ...state, catalogue: { ...state.catalogue, ...change } };
}

/** 'events', '-events': from the smallest, from the largest. */
function readSort(text: string): CatalogueSort | null {
  const descending = text.startsWith('-');
  const by = descending ? text.slice(1) : text;
  return by === 'title' || by === 'archive' || by === 'events' ? { by, descending } : null;
}

function isText(text: string): boolean {
  return text.length > 0 && text.length <= LONGEST;
}
