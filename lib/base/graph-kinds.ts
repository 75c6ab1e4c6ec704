/** What a graph of a dataset is made of, in the order of its lanes. */
export const GRAPH_KINDS = ['host', 'session', 'process', 'file'] as const;
export type GraphKind = (typeof GRAPH_KINDS)[number];
