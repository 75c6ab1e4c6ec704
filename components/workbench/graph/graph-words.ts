import type { GraphKind } from '@/lib/base/graph-kinds';
import type { GraphEdge, GraphGroup, GraphItem, GraphMore, GraphNode, GraphRelation } from '@/lib/engine/graph-shapes';

export const LANE_NAMES: Readonly<Record<GraphKind, string>> = { host: 'Hosts', session: 'Sessions', process: 'Processes', file: 'Files' };

/** Between the two ends: 'pgustavo — logged on from — WORKSTATION5'. */
const RELATIONS: Readonly<Record<GraphRelation, string>> = {
  on: 'on',
  'logged-on-from': 'logged on from',
  'connected-share': 'connected share',
  'made-by': 'made by process',
  connection: 'connection to',
  'in-session': 'in session',
  'linked-with': 'linked with',
  'child-of': 'child of',
  wrote: 'wrote',
  deleted: 'deleted',
  executed: 'executed',
  loaded: 'loaded',
  'same-hash': 'same hash',
  'same-name': 'same name',
};

/** One of a group, and several. */
const GROUPS: Readonly<Record<GraphGroup, readonly [string, string]>> = {
  host: ['host', 'hosts'],
  source: ['source', 'sources'],
  shares: ['share', 'shares'],
  makers: ['process', 'processes'],
  connections: ['connection', 'connections'],
  sessions: ['session', 'sessions'],
  arrivals: ['session from here', 'sessions from here'],
  linked: ['session', 'sessions'],
  processes: ['process', 'processes'],
  parent: ['parent', 'parents'],
  children: ['child', 'children'],
  image: ['image', 'images'],
  wrote: ['file written', 'files written'],
  deleted: ['file deleted', 'files deleted'],
  loaded: ['image loaded', 'images loaded'],
  writers: ['writer', 'writers'],
  deleters: ['deleter', 'deleters'],
  runs: ['run', 'runs'],
  loaders: ['loader', 'loaders'],
  alike: ['alike', 'alike'],
};

export function relationWords({ relation, words }: Pick<GraphEdge, 'relation' | 'words'>): string {
  if (relation === 'connected-share' && words !== '') return `connected ${words}`;
  return RELATIONS[relation];
}

/** '12 files written more' */
export function moreWords({ group, count }: Pick<GraphMore, 'group' | 'count'>): string {
  return `${count.toLocaleString('en')} ${GROUPS[group][count === 1 ? 0 : 1]} more`;
}

const KIND_NAMES: Readonly<Record<GraphKind, string>> = { host: 'Host', session: 'Session', process: 'Process', file: 'File' };

/** 'Process System, PID 4, on WORKSTATION5, 3 neighbours not shown' */
export function nodeName({ kind, label, detail, host, hidden }: GraphNode): string {
  const hiding = hidden === 0 ? [] : [`${hidden.toLocaleString('en')} ${hidden === 1 ? 'neighbour' : 'neighbours'} not shown`];
  return [`${KIND_NAMES[kind]} ${label}`, ...(detail === '' ? [] : [detail]), ...(host === null ? [] : [`on ${shortHost(host)}`]), ...hiding].join(', ');
}

/** 'pgustavo wrote GruntHTTP.exe, 3 events' */
export function edgeName(edge: GraphEdge, items: readonly GraphItem[]): string {
  const label = (id: string) => items.flatMap((item) => (item.type === 'node' && item.id === id ? [item.label] : [])).join('');
  return `${label(edge.from)} ${relationWords(edge)} ${label(edge.to)}, ${edge.eventCount === 1 ? '1 event' : `${edge.eventCount.toLocaleString('en')} events`}`;
}

export function edgeKey({ from, relation, to }: Pick<GraphEdge, 'from' | 'relation' | 'to'>): string {
  return `${from} ${relation} ${to}`;
}

/** The first label of a host's name; an address whole. */
export function shortHost(host: string): string {
  return /^[\d.:]+$/.test(host) ? host : host.split('.')[0];
}
