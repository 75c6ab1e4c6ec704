import type { GraphEdge, GraphItem } from '@/lib/engine/graph-shapes';

/**
 * The edges that are drawn: those between a node and the one that brought it, and between starts; after them, so that the others stay where
 * they are, all further ones of the node that has the focus. Were all drawn, nobody could follow a line. The list has every one.
 */
export function shownEdges(items: readonly GraphItem[], edges: readonly GraphEdge[], focused: string | null): readonly GraphEdge[] {
  const by = new Map(items.map((item) => [item.id, item.by]));
  const isTree = ({ from, to }: GraphEdge) => by.get(from) === to || by.get(to) === from || (by.get(from) === null && by.get(to) === null);
  const isOfFocused = ({ from, to }: GraphEdge) => from === focused || to === focused;
  return [...edges.filter(isTree), ...edges.filter((edge) => !isTree(edge) && isOfFocused(edge))];
}
