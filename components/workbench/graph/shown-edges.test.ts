import { expect, it } from 'vitest';
import type { GraphEdge, GraphItem } from '@/lib/engine/graph-shapes';
import { shownEdges } from './shown-edges';

const node = (id: string, by: string | null): GraphItem => ({ type: 'node', id, kind: 'process', by, label: id, title: id, detail: '', host: null, isOpened: false, hidden: 0, opens: null, pivot: null });
const edge = (from: string, to: string): GraphEdge => ({ from, to, relation: 'connection', words: '', events: [], eventCount: 1 });
const items = [node('a', null), node('b', null), node('c', 'a'), node('d', 'a'), node('e', 'c')];
const edges = [edge('c', 'd'), edge('a', 'b'), edge('c', 'a'), edge('a', 'd'), edge('b', 'e'), edge('e', 'c')];

it.each([
  // Between starts, and between each and what brought it, whichever way the relation goes.
  [null, ['a b', 'c a', 'a d', 'e c']],
  ['d', ['a b', 'c a', 'a d', 'e c', 'c d']],
  ['e', ['a b', 'c a', 'a d', 'e c', 'b e']],
])('with the focus on %s', (focused, shown) => {
  expect(shownEdges(items, edges, focused).map(({ from, to }) => `${from} ${to}`)).toEqual(shown);
});
