import { describe, expect, it } from 'vitest';
import type { GraphItem } from '@/lib/engine/graph-shapes';
import { chosen, graphOfEvents } from './graph-changes';

const node = (id: string, by: string | null, isOpened: boolean, hidden = 0): GraphItem => ({ type: 'node', id, by, isOpened, hidden, kind: 'process', label: id, title: id, detail: '', host: null, opens: null, pivot: null });
const items: readonly GraphItem[] = [
  node('s0.1', null, true),
  node('p0.2', 's0.1', true),
  node('f0.3', 'p0.2', true),
  { type: 'more', id: 'p0.2/loaded', kind: 'file', by: 'p0.2', group: 'loaded', count: 3 },
  node('p0.9', 's0.1', false, 4),
  node('p0.8', 's0.1', false),
];
const start = ['s0.1'];
const opened = ['s0.1', 'p0.2', 'p0.2/loaded', 'f0.3'];

describe('what choosing does to the graph', () => {
  it.each([
    ['opens a node', 'p0.9', [...opened, 'p0.9']],
    ['shows more of a group, again and again', 'p0.2/loaded', [...opened, 'p0.2/loaded']],
    ['collapses a node with all that came from it', 'p0.2', ['s0.1']],
    ['collapses a start', 's0.1', []],
    ['leaves what has nothing to show', 'p0.8', null],
    ['leaves what is not drawn', 'h0.7', null],
  ])('%s', (_name, id, then) => {
    expect(chosen(start, { items, opened }, id)).toEqual(then && { start, opened: then });
  });

  it('opens no more than the address holds', () => {
    expect(chosen(start, { items, opened: Array.from({ length: 60 }, () => 'p0.2/loaded') }, 'p0.9')).toBeNull();
  });
});

it('begins with a dozen events at most', () => {
  const events = Array.from({ length: 40 }, (_, i) => ({ member: 0, line: i + 1 }));
  expect(graphOfEvents(events).graph?.start).toHaveLength(12);
});
