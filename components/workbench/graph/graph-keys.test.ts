import { expect, it } from 'vitest';
import type { GraphKind } from '@/lib/base/graph-kinds';
import type { GraphItem } from '@/lib/engine/graph-shapes';
import { movedInGraph } from './graph-keys';
import { layoutGraph } from './graph-layout';

const node = (id: string, kind: GraphKind, by: string | null): GraphItem => ({ type: 'node', id, kind, by, label: id, title: id, detail: '', host: null, isOpened: false, hidden: 0, opens: null, pivot: null });
/*
 *   h1  s1  .  f1
 *   h2  s2  .  f2
 */
const items = [node('h1', 'host', null), node('s1', 'session', 'h1'), node('f1', 'file', 's1'), node('h2', 'host', null), node('s2', 'session', 'h2'), node('f2', 'file', 's2')];
const { places } = layoutGraph(items, []);

it.each([
  ['h1', 'ArrowDown', 'h2'],
  ['h2', 'ArrowUp', 'h1'],
  ['h2', 'ArrowDown', 'h2'],
  ['h2', 'ArrowRight', 's2'],
  // Over the lane without a process.
  ['s2', 'ArrowRight', 'f2'],
  ['f1', 'ArrowLeft', 's1'],
  ['f1', 'End', 'f2'],
  ['h1', 'Enter', null],
  ['gone', 'ArrowDown', null],
])('from %s, %s leads to %s', (from, key, to) => {
  expect(movedInGraph(items, places, from, key)).toBe(to);
});
