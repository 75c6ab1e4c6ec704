import { expect, it } from 'vitest';
import { movedInLanes } from './lane-keys';

const lanes = [[0, 5, 9], [], [4, 8]];

it.each<[from: [number, number], key: string, to: [number, number] | null]>([
  [[0, 0], 'ArrowRight', [0, 1]],
  [[0, 2], 'ArrowRight', [0, 2]],
  [[0, 1], 'ArrowLeft', [0, 0]],
  [[0, 0], 'ArrowLeft', [0, 0]],
  [[0, 1], 'Home', [0, 0]],
  [[0, 0], 'End', [0, 2]],
  // Over the empty lane: 4 is the nearest to 5, 8 to 9.
  [[0, 1], 'ArrowDown', [2, 0]],
  [[0, 2], 'ArrowDown', [2, 1]],
  [[2, 0], 'ArrowUp', [0, 1]],
  [[2, 0], 'ArrowDown', [2, 0]],
  [[0, 0], 'Enter', null],
])('from %j, %s leads to %j', ([lane, mark], key, to) => {
  const moved = movedInLanes(lanes, { lane, mark }, key);
  expect(moved && [moved.lane, moved.mark]).toEqual(to);
});
