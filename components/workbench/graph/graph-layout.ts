import { GRAPH_KINDS, type GraphKind } from '@/lib/base/graph-kinds';
import type { GraphEdge, GraphItem } from '@/lib/engine/graph-shapes';

/* Lengths in pixels of a page with a root size of 16: they are drawn in rem. */
export const NODE = { width: 160, height: 44 };
export const LABEL = { width: 100, height: 16 };
/** Between two lanes: the names of the edges stand there. */
const GUTTER = 112;
const ROW = 60;
const LANE = NODE.width + GUTTER;
/** From one name of an edge to the next, where several want one place. */
const LABEL_STEP = 18;
const MARGIN = 12;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedEdge {
  readonly edge: GraphEdge;
  /** For an SVG path; from `from` to `to`. */
  readonly path: string;
  /** The upper left corner of its name. */
  readonly label: Point;
}

export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly { readonly kind: GraphKind; readonly x: number }[];
  /** Upper left corners, by ID. */
  readonly places: ReadonlyMap<string, Point>;
  readonly edges: readonly PlacedEdge[];
}

/**
 * A lane for each kind; in it, each item in the first free row from that of the node which brought it. Rows are given out in the order
 * of the items, so what is there stays where it is when more comes.
 */
export function layoutGraph(items: readonly GraphItem[], edges: readonly GraphEdge[]): GraphLayout {
  const rows = new Map<string, { readonly lane: number; readonly row: number }>();
  const taken = GRAPH_KINDS.map(() => new Set<number>());
  for (const { id, kind, by } of items) {
    const lane = GRAPH_KINDS.indexOf(kind);
    let row = (by === null ? null : rows.get(by)?.row) ?? 0;
    while (taken[lane].has(row)) row++;
    taken[lane].add(row);
    rows.set(id, { lane, row });
  }
  const places = new Map([...rows].map(([id, { lane, row }]) => [id, { x: MARGIN + lane * LANE, y: MARGIN + row * ROW }]));
  const names = new Map<number, number[]>();
  const placed = edges.flatMap((edge): PlacedEdge[] => {
    const [from, to] = [rows.get(edge.from), rows.get(edge.to)];
    const [start, end] = [places.get(edge.from), places.get(edge.to)];
    if (!from || !to || !start || !end) return [];
    const isForth = from.lane <= to.lane;
    const [left, right] = isForth ? [start, end] : [end, start];
    const [leftLane, rightLane] = isForth ? [from.lane, to.lane] : [to.lane, from.lane];
    // A long edge has its name before its end, beside the node that it leads to.
    const gutter = leftLane === rightLane ? leftLane : rightLane - 1;
    const wanted = middle(rightLane - leftLane > 1 ? right : left, right);
    const y = freeName(names, gutter, wanted - LABEL.height / 2);
    const label = { x: MARGIN + gutter * LANE + NODE.width + (GUTTER - LABEL.width) / 2, y };
    return [{ edge, path: pathOf(start, end, leftLane === rightLane, rightLane - leftLane), label }];
  });
  const lowest = Math.max(0, ...[...places.values()].map(({ y }) => y + NODE.height), ...placed.map(({ label }) => label.y + LABEL.height));
  return {
    width: 2 * MARGIN + GRAPH_KINDS.length * LANE,
    height: lowest + MARGIN,
    lanes: GRAPH_KINDS.map((kind, lane) => ({ kind, x: MARGIN + lane * LANE })),
    places,
    edges: placed,
  };
}

function middle(a: Point, b: Point): number {
  return (a.y + b.y + NODE.height) / 2;
}

/** The nearest place in the gutter where no other name stands: downward first. */
function freeName(names: Map<number, number[]>, gutter: number, wanted: number): number {
  const others = names.get(gutter) ?? [];
  names.set(gutter, others);
  const isFree = (y: number) => y >= 0 && others.every((other) => Math.abs(other - y) >= LABEL_STEP);
  const candidates = Array.from({ length: 2 * others.length + 1 }, (_, i) => wanted + (i % 2 === 0 ? -1 : 1) * Math.ceil(i / 2) * LABEL_STEP);
  const found = candidates.find(isFree) ?? Math.max(wanted, ...others.map((other) => other + LABEL_STEP));
  others.push(found);
  return found;
}

function pathOf(start: Point, end: Point, isSameLane: boolean, span: number): string {
  if (isSameLane) {
    const x = start.x + NODE.width;
    const [y, endY] = [start.y + NODE.height / 2, end.y + NODE.height / 2];
    return `M${x} ${y}C${x + GUTTER / 2} ${y} ${x + GUTTER / 2} ${endY} ${x} ${endY}`;
  }
  const isForth = start.x < end.x;
  const [left, right] = isForth ? [start, end] : [end, start];
  const from = { x: left.x + NODE.width, y: left.y + NODE.height / 2 };
  const to = { x: right.x, y: right.y + NODE.height / 2 };
  if (span === 1) return directed([from, bend(from, to), to], isForth);
  // Between the rows, so that it runs behind no node of the lanes on its way.
  const gap = right.y - (ROW - NODE.height) / 2;
  const first = { x: left.x + LANE, y: gap };
  const last = { x: right.x - GUTTER, y: gap };
  return directed([from, bend(from, first), first, null, last, bend(last, to), to], isForth);
}

type Bend = readonly [Point, Point];

/** Control points that leave and arrive along the lane's width. */
function bend(from: Point, to: Point): Bend {
  const half = (to.x - from.x) / 2;
  return [{ x: from.x + half, y: from.y }, { x: to.x - half, y: to.y }];
}

/** Points with bends between them (null: a straight line), as a path in this order or the other. */
function directed(parts: readonly (Point | Bend | null)[], isForth: boolean): string {
  const ordered = isForth ? parts : [...parts].reverse();
  let path = '';
  for (let i = 0; i < ordered.length; i += 2) {
    const point = ordered[i];
    if (!point || !('x' in point)) continue;
    const before = i === 0 ? undefined : ordered[i - 1];
    if (before === undefined) path += `M${point.x} ${point.y}`;
    else if (before === null || 'x' in before) path += `L${point.x} ${point.y}`;
    else {
      const [one, two] = isForth ? before : [before[1], before[0]];
      path += `C${one.x} ${one.y} ${two.x} ${two.y} ${point.x} ${point.y}`;
    }
  }
  return path;
}
