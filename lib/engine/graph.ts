import { GRAPH_KINDS } from '@/lib/base/graph-kinds';
import { wellKnownSession } from '@/lib/base/well-known-session';
import { eventSummary } from './event-summary';
import { GraphNeighbours, type GraphLink } from './graph-neighbours';
import { graphNode } from './graph-node';
import type { GraphEdge, GraphGroup, GraphItem, GraphRelation, GraphRequest, GraphView } from './graph-shapes';
import type { GraphThing } from './graph-things';
import type { OpenTable } from './open-table';

/** Nodes and "more" together: more is no longer read, but stared at. */
const MOST_ITEMS = 60;
/** Neighbours of a group that come at one opening. */
const STEP = 4;
const EDGE_EVENTS = 10;

const known = new WeakMap<OpenTable, GraphNeighbours>();

/** The things that are drawn and what ties them. */
export function graphView(open: OpenTable, request: GraphRequest): GraphView {
  const neighbours = known.get(open) ?? new GraphNeighbours(open);
  known.set(open, neighbours);
  const drawn = new Drawn(neighbours);
  const unknown: string[] = [];
  const opened: string[] = [];
  for (const id of request.start) {
    const things = startOf(open, neighbours, id);
    if (things.length === 0) unknown.push(id);
    for (const thing of things) drawn.add(thing, null);
  }
  if (request.start.length === 0) for (const thing of neighbours.things.hosts()) drawn.add(thing, null);
  for (const id of request.opened) {
    const [node, group] = id.split('/');
    const thing = neighbours.things.byId(node);
    if (!thing) unknown.push(id);
    else if (drawn.open(thing, group ?? null)) opened.push(group === undefined ? thing.id : `${thing.id}/${group}`);
  }
  const edges = edgesOf(drawn, neighbours).map(({ relation, from, to, rows, words }): GraphEdge => ({
    relation,
    from,
    to,
    words,
    events: rows.slice(0, EDGE_EVENTS).map((row) => eventSummary(open, row)),
    eventCount: rows.length,
  }));
  const items = drawn.places.map((place) => (place.type === 'more' ? drawn.more(place) : graphNode(open, place.thing, { ...place, hidden: drawn.hidden(place.thing) })));
  return { items, edges, opened, isFull: drawn.isFull, unknown };
}

function startOf(open: OpenTable, { things }: GraphNeighbours, id: string): readonly GraphThing[] {
  const event = /^e(\d{1,6})\.(\d{1,10})$/.exec(id);
  if (!event) return [things.byId(id)].filter((thing) => thing !== null);
  const row = open.table.rowAt({ member: Number(event[1]), line: Number(event[2]) });
  if (row === null) return [];
  const found = things.ofEvent(row);
  const isService = (thing: GraphThing) => thing.kind === 'session' && wellKnownSession(thing.key.logonId) !== null;
  return found.filter((thing) => !isService(thing));
}

type Place =
  | { readonly type: 'node'; readonly thing: GraphThing; readonly by: string | null; isOpened: boolean }
  | { readonly type: 'more'; readonly of: GraphThing; readonly group: GraphGroup };

/** What is drawn, in the order in which it came. */
class Drawn {
  readonly places: Place[] = [];
  isFull = false;
  private readonly nodes = new Map<string, Extract<Place, { type: 'node' }>>();
  private readonly mores = new Set<string>();

  constructor(private readonly neighbours: GraphNeighbours) {}

  has(id: string): boolean {
    return this.nodes.has(id);
  }

  things(): readonly GraphThing[] {
    return [...this.nodes.values()].map(({ thing }) => thing);
  }

  add(thing: GraphThing, by: string | null): void {
    if (this.nodes.has(thing.id)) return;
    if (this.places.length >= MOST_ITEMS) {
      this.isFull = true;
      return;
    }
    const place = { type: 'node' as const, thing, by, isOpened: false };
    this.places.push(place);
    this.nodes.set(thing.id, place);
  }

  /** What is no longer drawn, since what it came from was collapsed, opens nothing. */
  open(thing: GraphThing, wanted: string | null): boolean {
    const place = this.nodes.get(thing.id);
    if (!place) return false;
    if (wanted === null) place.isOpened = true;
    for (const { group, links } of this.neighbours.of(thing)) {
      if (wanted !== null && wanted !== group) continue;
      const hidden = distinct(links).filter(({ id }) => !this.has(id));
      for (const other of hidden.slice(0, STEP)) this.add(other, thing.id);
      const key = `${thing.id}/${group}`;
      if (hidden.length <= STEP || this.mores.has(key)) continue;
      if (this.places.length >= MOST_ITEMS) {
        this.isFull = true;
        continue;
      }
      this.mores.add(key);
      this.places.push({ type: 'more', of: thing, group });
    }
    return true;
  }

  hidden(thing: GraphThing): number {
    return distinct(this.neighbours.of(thing).flatMap(({ links }) => links)).filter(({ id }) => !this.has(id)).length;
  }

  more({ of, group }: Extract<Place, { type: 'more' }>): Extract<GraphItem, { type: 'more' }> {
    const others = distinct(this.neighbours.of(of).find((links) => links.group === group)?.links ?? []);
    const hidden = others.filter(({ id }) => !this.has(id));
    const kind = (hidden[0] ?? others[0]).kind;
    return { type: 'more', id: `${of.id}/${group}`, kind: kind === 'address' ? 'host' : kind, by: of.id, group, count: hidden.length };
  }
}

function distinct(links: readonly GraphLink[]): readonly GraphThing[] {
  return [...new Map(links.map(({ other }) => [other.id, other])).values()];
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly relation: GraphRelation;
  readonly words: string;
  readonly rows: GraphLink['rows'];
}

/** Each relation once, whichever end tells it; that of a thing to its host only where nothing else says where it belongs. */
function edgesOf(drawn: Drawn, neighbours: GraphNeighbours): readonly Edge[] {
  const edges = new Map<string, Edge>();
  const things = drawn.things();
  for (const thing of things) {
    // All that is on a host says so itself, and there may be thousands.
    if (thing.kind === 'host') continue;
    for (const { links } of neighbours.of(thing)) {
      for (const { other, relation, isReverse, rows, words } of links) {
        if (!drawn.has(other.id)) continue;
        const isEqual = relation === 'same-hash' || relation === 'same-name' || relation === 'linked-with';
        const turn = isEqual ? other.id < thing.id : isReverse;
        const [from, to] = turn ? [other.id, thing.id] : [thing.id, other.id];
        const key = `${from} ${to} ${relation}`;
        const same = edges.get(key);
        const all = same ? [...new Set([...same.rows, ...rows])].sort((a, b) => a - b) : rows;
        edges.set(key, { from, to, relation, words: same?.words || words, rows: all });
      }
    }
  }
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const all = [...edges.values()];
  return all.filter((edge) => edge.relation !== 'on' || !all.some((other) => other !== edge && placesBelow(edge, other, byId)));
}

/** The other edge says already where the thing of an edge to its host belongs. */
function placesBelow({ from, to }: Edge, other: Edge, byId: ReadonlyMap<string, GraphThing>): boolean {
  if (other.from === from && other.to === to) return true;
  if (other.from !== from && other.to !== from) return false;
  if (other.relation === 'child-of') return other.from === from;
  const thing = byId.get(from);
  const end = byId.get(other.from === from ? other.to : other.from);
  return thing !== undefined && end !== undefined && hostOf(end) === hostOf(thing) && end.kind !== 'host' && lane(end) < lane(thing);
}

function lane({ kind }: GraphThing): number {
  return GRAPH_KINDS.indexOf(kind === 'address' ? 'host' : kind);
}

function hostOf(thing: GraphThing): string | null {
  switch (thing.kind) {
    case 'session':
      return thing.key.host;
    case 'process':
      return thing.process.host;
    case 'file':
      return thing.file.host;
    case 'host':
    case 'address':
      return null;
  }
}
