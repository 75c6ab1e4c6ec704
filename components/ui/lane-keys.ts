/** A mark in one of several lanes that lie over each other. */
export interface LanePlace {
  readonly lane: number;
  readonly mark: number;
}

/**
 * Where a key leads from a mark: left and right in its lane, up and down to the nearest mark of the next lane that has some.
 * `lanes` has each mark's position along the lane, ascending. Null for a key that moves nothing.
 */
export function movedInLanes(lanes: readonly (readonly number[])[], { lane, mark }: LanePlace, key: string): LanePlace | null {
  const last = lanes[lane].length - 1;
  switch (key) {
    case 'ArrowRight':
      return { lane, mark: Math.min(mark + 1, last) };
    case 'ArrowLeft':
      return { lane, mark: Math.max(mark - 1, 0) };
    case 'Home':
      return { lane, mark: 0 };
    case 'End':
      return { lane, mark: last };
    case 'ArrowDown':
    case 'ArrowUp': {
      const step = key === 'ArrowDown' ? 1 : -1;
      for (let other = lane + step; other >= 0 && other < lanes.length; other += step) {
        if (lanes[other].length > 0) return { lane: other, mark: nearest(lanes[other], lanes[lane][mark]) };
      }
      return { lane, mark };
    }
    default:
      return null;
  }
}

function nearest(positions: readonly number[], wanted: number): number {
  return positions.reduce((best, position, i) => (Math.abs(position - wanted) < Math.abs(positions[best] - wanted) ? i : best), 0);
}
