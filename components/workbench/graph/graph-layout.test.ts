import { describe, expect, it } from 'vitest';
import { GRAPH_KINDS, type GraphKind } from '@/lib/base/graph-kinds';
import type { GraphEdge, GraphItem } from '@/lib/engine/graph-shapes';
import { LABEL, layoutGraph, NODE } from './graph-layout';

const node = (id: string, kind: GraphKind, by: string | null): GraphItem => ({ type: 'node', id, kind, by, label: id, title: id, detail: '', host: null, isOpened: false, hidden: 0, opens: null, pivot: null });
const edge = (from: string, to: string): GraphEdge => ({ from, to, relation: 'on', words: '', events: [], eventCount: 1 });

/** Sixty items, each brought by an earlier one, and an edge between each and the one that brought it, and some across. */
const items = Array.from({ length: 60 }, (_, i) => node(`n${i}`, GRAPH_KINDS[(i * i + (i >> 2)) % 4], i === 0 ? null : `n${Math.floor(i / 3)}`));
const edges = items.flatMap(({ id, by }, i) => [...(by === null ? [] : [edge(by, id)]), ...(i % 5 === 0 ? [edge(id, `n${(i * 7) % 60}`)] : [])]).filter(({ from, to }) => from !== to);

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const overlap = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function overlaps(boxes: readonly Box[]): number {
  return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => overlap(a, b))).length;
}

describe('layoutGraph', () => {
  it('lays no node and no name of an edge over another', () => {
    const { places, edges: placed } = layoutGraph(items, edges);
    expect(places.size).toBe(60);
    expect(placed).toHaveLength(edges.length);
    expect(overlaps([...[...places.values()].map((at) => ({ ...at, ...NODE })), ...placed.map(({ label }) => ({ ...label, ...LABEL }))])).toBe(0);
  });

  it('moves nothing that is there when more comes', () => {
    const whole = layoutGraph(items, edges).places;
    for (let count = 1; count < items.length; count++) {
      for (const [id, at] of layoutGraph(items.slice(0, count), []).places) expect(at).toEqual(whole.get(id));
    }
  });

  it('has a lane for each kind, in their order, and all inside its frame', () => {
    const { places, lanes, width, height, edges: placed } = layoutGraph(items, edges);
    for (const { id, kind } of items) expect(places.get(id)?.x).toBe(lanes[GRAPH_KINDS.indexOf(kind)].x);
    expect(lanes.map(({ x }) => x)).toEqual([...lanes.map(({ x }) => x)].sort((a, b) => a - b));
    for (const { x, y } of places.values()) expect(x + NODE.width <= width && y + NODE.height <= height).toBe(true);
    for (const { label } of placed) expect(label.x + LABEL.width <= width && label.y >= 0 && label.y + LABEL.height <= height).toBe(true);
  });

  it('puts what a node brought beside it', () => {
    const { places } = layoutGraph([node('h', 'host', null), node('s1', 'session', null), node('s2', 'session', null), node('p', 'process', 's2'), node('f', 'file', 'p')], []);
    expect([places.get('p')?.y, places.get('f')?.y]).toEqual([places.get('s2')?.y, places.get('s2')?.y]);
  });

  it('draws a line that ends at the node it leads to, whichever side that is', () => {
    const two = [node('h', 'host', null), node('f', 'file', null)];
    const [forth, back] = [edge('h', 'f'), edge('f', 'h')].map((one) => layoutGraph(two, [one]));
    const [h, f] = [forth.places.get('h'), forth.places.get('f')];
    if (!h || !f) throw new Error('both are placed');
    const right = `${h.x + NODE.width} ${h.y + NODE.height / 2}`;
    const left = `${f.x} ${f.y + NODE.height / 2}`;
    expect(forth.edges[0].path.startsWith(`M${right}`) && forth.edges[0].path.endsWith(` ${left}`)).toBe(true);
    expect(back.edges[0].path.startsWith(`M${left}`) && back.edges[0].path.endsWith(` ${right}`)).toBe(true);
  });

  it('leaves out an edge to what is not drawn', () => {
    expect(layoutGraph([node('h', 'host', null)], [edge('h', 'gone')]).edges).toEqual([]);
  });
});
