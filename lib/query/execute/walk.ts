import { type Node, type Relation, type Slot, idAt, singleNode } from './relation';

/** Visits every row of a relation in order, with the row of each node (-1: missing). A visit that returns true ends the walk. */
export function walk(relation: Relation, visit: (nodeRows: Int32Array) => boolean | void): void {
  const { nodes, edges } = relation;
  const nodeRows = new Int32Array(nodes.length);
  const descend = (index: number): boolean => {
    if (index === nodes.length) return visit(nodeRows) === true;
    if (index === 0) {
      for (let row = 0; row < nodes[0].size; row++) {
        nodeRows[0] = row;
        if (descend(1)) return true;
      }
      return false;
    }
    const edge = edges[index - 1];
    const parentRow = nodeRows[edge.parent];
    const group = parentRow < 0 ? -1 : edge.parentGroup[parentRow];
    const { starts, rows } = edge.groups;
    if (group >= 0 && starts[group] < starts[group + 1]) {
      for (let at = starts[group]; at < starts[group + 1]; at++) {
        nodeRows[index] = rows[at];
        if (descend(index + 1)) return true;
      }
      return false;
    }
    if (!edge.optional && parentRow >= 0) return false;
    nodeRows[index] = -1;
    return descend(index + 1);
  };
  descend(0);
}

/** Gathers chosen rows of a relation into one flat node. */
export class FlatRows {
  private readonly sources: { readonly node: number; readonly slot: Slot }[];
  private readonly ids: Uint32Array[];
  private capacity = 64;
  size = 0;

  constructor(relation: Relation) {
    this.sources = relation.nodes.flatMap((node, index) => node.slots.map((slot) => ({ node: index, slot })));
    this.ids = this.sources.map(() => new Uint32Array(this.capacity));
  }

  push(nodeRows: Int32Array): void {
    if (this.size === this.capacity) this.grow();
    for (let at = 0; at < this.sources.length; at++) this.ids[at][this.size] = idAt(this.sources[at].slot, nodeRows[this.sources[at].node]);
    this.size++;
  }

  node(): Node {
    return { size: this.size, slots: this.sources.map(({ slot }, at) => ({ ...slot, ids: this.ids[at].subarray(0, this.size) })) };
  }

  relation(): Relation {
    return singleNode(this.node());
  }

  private grow(): void {
    this.capacity *= 2;
    this.ids.forEach((ids, at) => {
      const larger = new Uint32Array(this.capacity);
      larger.set(ids);
      this.ids[at] = larger;
    });
  }
}
