import type { AddressKey } from './address-key';
import type { GraphAddress } from './view-state';

/** More events than this do not begin a graph that anybody reads. */
export const MOST_STARTS = 12;
/** As many as there can be nodes. */
export const MOST_OPENED = 60;

export const emptyGraph: GraphAddress = { start: [], opened: [] };

const START = /^[a-z]\d{1,6}\.[1-9]\d{0,9}(?:\.\d)?$/;
const OPENED = /^[a-z]\d{1,6}\.[1-9]\d{0,9}(?:\.\d)?(?:\/[a-z]{1,20})?$/;

/** 'e0.58,e0.62:s0.55,s0.55/wrote': what the graph begins with, and what was opened in it. Its IDs name events by their place. */
export const graphKeys: readonly AddressKey[] = [
  {
    key: 'graph',
    names: 'what the graph shows',
    tellsData: false,
    write: ({ section, graph: { start, opened } }) => (section !== 'graph' || start.length + opened.length === 0 ? null : `${start.join(',')}${opened.length === 0 ? '' : `:${opened.join(',')}`}`),
    read: (text, state) => {
      const graph = readGraph(text);
      return graph && { ...state, graph };
    },
  },
];

function readGraph(text: string): GraphAddress | null {
  const [starts, openings, ...rest] = text.split(':');
  const start = starts === '' ? [] : starts.split(',');
  const opened = openings === undefined ? [] : openings.split(',');
  const isGood = rest.length === 0 && start.length <= MOST_STARTS && opened.length <= MOST_OPENED && start.every((id) => START.test(id)) && opened.every((id) => OPENED.test(id));
  return isGood ? { start, opened } : null;
}
