/** Pixels, at the normal size, left and right of the bars, and of one line of marks above them. */
export const PLOT_LEFT = 48;
export const PLOT_RIGHT = 16;
export const LANE_HEIGHT = 12;

/** Of the chart with so many lanes: 96 pixels, and 12 for each. */
const HEIGHTS = ['h-24', 'h-27', 'h-30', 'h-33', 'h-36', 'h-39', 'h-42'] as const;

export function chartHeight(lanes: number): string {
  return HEIGHTS[Math.min(lanes, HEIGHTS.length - 1)];
}
