import type { GraphKind } from '@/lib/base/graph-kinds';
import type { EventRef, EventSummary } from './dataset-shapes';

/**
 * What is drawn, as the address has it. A start is the ID of a node, or 'e0.62' for all that the event on that line tells of; none:
 * every host. `opened` are IDs of nodes, in the order in which they were opened, with a group ('s0.56/wrote') where it shows more of that.
 */
export interface GraphRequest {
  readonly start: readonly string[];
  readonly opened: readonly string[];
}

/** Read from `from` to `to`: 'child-of' is from the child to its parent, 'same-hash' and 'same-name' have no direction. */
export type GraphRelation =
  | 'on'
  | 'logged-on-from'
  | 'connected-share'
  | 'made-by'
  | 'connection'
  | 'in-session'
  | 'linked-with'
  | 'child-of'
  | 'wrote'
  | 'deleted'
  | 'executed'
  | 'loaded'
  | 'same-hash'
  | 'same-name';

/** Neighbours of one kind that are opened together: a relation seen from one end. */
export type GraphGroup =
  | 'host'
  | 'source'
  | 'shares'
  | 'makers'
  | 'connections'
  | 'sessions'
  | 'arrivals'
  | 'linked'
  | 'processes'
  | 'parent'
  | 'children'
  | 'image'
  | 'wrote'
  | 'deleted'
  | 'loaded'
  | 'writers'
  | 'deleters'
  | 'runs'
  | 'loaders'
  | 'alike';

export interface GraphView {
  /** In the order in which they came, so that what is drawn need not move when more comes; at most 60. */
  readonly items: readonly GraphItem[];
  /** Every relation between two nodes that are drawn. */
  readonly edges: readonly GraphEdge[];
  /** Those of the request's openings that count, by the IDs of their nodes: one of a node that is no longer drawn is none. */
  readonly opened: readonly string[];
  /** No room is left: something must be collapsed before more can be opened. */
  readonly isFull: boolean;
  /** IDs of the request that name nothing in this dataset. */
  readonly unknown: readonly string[];
}

export type GraphItem = GraphNode | GraphMore;

export interface GraphNode {
  readonly type: 'node';
  /** Names an event by its place, never a value of the dataset. */
  readonly id: string;
  readonly kind: GraphKind;
  /** 'WORKSTATION6', 'pgustavo', 'cmd.exe'. */
  readonly label: string;
  /** In full: a host's full name, a path, a command line. */
  readonly title: string;
  /** 'network · 0x4e13b2e', '7520', 'C:\ProgramData'; empty if nothing is to be said. */
  readonly detail: string;
  /** The host that it is on; null for a host. */
  readonly host: string | null;
  /** The node that it was opened from; null for a start. */
  readonly by: string | null;
  readonly isOpened: boolean;
  /** Neighbours that are not drawn. */
  readonly hidden: number;
  readonly opens: GraphTarget | null;
  /** What its events are found by: the value of a field; field null: a text anywhere in them. Null: by nothing. */
  readonly pivot: { readonly field: string | null; readonly value: string } | null;
}

/** Neighbours of a node that did not fit in: 'twelve files more'. */
export interface GraphMore {
  readonly type: 'more';
  /** As `opened` takes it. */
  readonly id: string;
  readonly kind: GraphKind;
  readonly by: string;
  readonly group: GraphGroup;
  /** 0: all are drawn now. Its place stays. */
  readonly count: number;
}

/** What shows a node in full. An address that no host of the dataset has opens nothing. */
export type GraphTarget =
  | { readonly kind: 'event'; readonly event: EventRef }
  | { readonly kind: 'session'; readonly session: { readonly host: string; readonly logonId: string; readonly boot: number } }
  | { readonly kind: 'host'; readonly host: string };

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly relation: GraphRelation;
  /** 'C$, IPC$': what of it; empty if nothing is to be said. */
  readonly words: string;
  /** The events that tell it, in the order of the dataset; at most 10, `eventCount` counts all. */
  readonly events: readonly EventSummary[];
  readonly eventCount: number;
}
